package tsunagu.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tsunagu.shared.Role;
import tsunagu.shared.RoleWork;
import tsunagu.shared.UseCase;

/** What an auditor looks after: requests and incidents that are open, with the day by which the law wants them done. */
@ApplicationScoped
@Transactional
public class AuditorWork implements RoleWork {

    @Inject
    private CaseRepository cases;

    @Override
    @UseCase(anyone = true, changes = false)
    public Set<Role> whose() {
        return Set.of(Role.AUDITOR);
    }

    @Override
    @UseCase(allow = Role.AUDITOR, changes = false)
    public List<Waiting> roleWork() {
        List<Waiting> all =
                new ArrayList<>(Waiting.of("privacy.case.title", "/staff/privacy-cases?state=OPEN", cases.waiting()));
        all.addAll(Waiting.of("privacy.incident.title", "/staff/privacy-incidents?state=OPEN", cases.openIncidents()));
        return all;
    }
}
