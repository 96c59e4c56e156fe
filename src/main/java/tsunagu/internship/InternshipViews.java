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
