package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import tsunagu.company.CompanyService;

/** What others see of an internship. */
@ApplicationScoped
class InternshipViews {

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
                plan.hours(),
                plan.place(),
                plan.capacity(),
                plan.subsidy(),
                internship.window().isOpenAt(clock.instant()));
    }
}
