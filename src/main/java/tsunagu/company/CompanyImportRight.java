package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.ImportRight;
import tsunagu.shared.Role;

/** Staff take over lists of the city; whoever acts for an admitted company takes over its postings. */
@ApplicationScoped
public class CompanyImportRight implements ImportRight {

    @Inject
    private MembershipService memberships;

    @Inject
    private CurrentActor currentActor;

    @Override
    public boolean held() {
        return currentActor.get().hasAny(Set.of(Role.STAFF))
                || currentActor.get().hasAny(Set.of(Role.COMPANY))
                        && memberships.find().isPresent();
    }
}
