package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import tsunagu.company.CompanyService;
import tsunagu.review.ReviewView;
import tsunagu.shared.FiscalYear;

/** What company and staff both see of a draft. */
@ApplicationScoped
class InternshipViews {

    @Inject
    private InternshipRepository internships;

    @Inject
    private CompanyService companies;

    @Inject
    private Clock clock;

    InternshipTarget target(Internship internship) {
        InternshipPlan plan = internship.plan();
        return new InternshipTarget(
                internship.id(),
                internship.code(),
                plan.title(),
                companies.named(internship.companyId()),
                plan.type(),
                plan.dataUsed(),
                plan.startsOn(),
                plan.endsOn(),
                plan.place(),
                plan.capacity(),
                plan.subsidy(),
                internship.window().isOpenAt(clock.instant()));
    }

    ReviewView view(InternshipProposal draft) {
        InternshipSheet sheet = new InternshipSheet(draft.answers());
        return ReviewView.of(
                draft,
                companies.named(draft.companyId()),
                sheet.text(InternshipSheet.TITLE),
                draft.internshipId() == null
                        ? null
                        : InternshipSheet.of(internships.find(draft.internshipId()).plan()).answers(),
                InternshipRule.check(sheet, LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE)));
    }
}
