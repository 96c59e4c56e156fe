package tsunagu.internship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import tsunagu.company.CompanyChanged;
import tsunagu.company.CompanyMerged;
import tsunagu.company.CompanyService;
import tsunagu.search.SearchIndex;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** What is done with internships. */
@ApplicationScoped
@Transactional
public class InternshipService {

    private static final int CODE_LENGTH = 8;

    @Inject
    private InternshipRepository internships;

    @Inject
    private CompanyService companies;

    @Inject
    private SearchIndex index;

    @Inject
    private Clock clock;

    /** @return the internship's code, the last part of its address */
    @UseCase(allow = Role.STAFF)
    public String publish(long companyId, @Valid InternshipPlan plan) {
        Internship internship = new Internship(Secrets.name(CODE_LENGTH), companyId, plan, clock.instant());
        internships.add(internship);
        index.put(InternshipEntries.entry(internship, companies.held(companyId)));
        return internship.code();
    }

    void followMerge(@Observes CompanyMerged merge) {
        internships.move(merge.merged().id(), merge.into().id());
        internships.of(merge.merged().id()).forEach(internship -> {
            internship.belongTo(merge.into().id());
            index.put(InternshipEntries.entry(internship, merge.into()));
        });
    }

    void followCompany(@Observes CompanyChanged change) {
        internships
                .of(change.company().id())
                .forEach(internship -> index.put(InternshipEntries.entry(internship, change.company())));
    }
}
