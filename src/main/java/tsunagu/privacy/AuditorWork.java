package tsunagu.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tsunagu.shared.Role;
import tsunagu.shared.RoleWork;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/** What an auditor looks after: requests and incidents that are open, with the day by which the law wants them done. */
@ApplicationScoped
@Transactional
public class AuditorWork implements RoleWork {

    @Inject
    private Sql sql;

    @Override
    @UseCase(anyone = true, changes = false)
    public Set<Role> whose() {
        return Set.of(Role.AUDITOR);
    }

    @Override
    @UseCase(allow = Role.AUDITOR, changes = false)
    public List<Waiting> roleWork() {
        List<Waiting> all = new ArrayList<>(Waiting.of(
                "privacy.case.title",
                "/staff/privacy-cases?state=OPEN",
                sql.of(
                                "select count(*) as count, min(received_on)::timestamp at time zone 'Asia/Tokyo' as since, min(due_on) as until"
                                        + " from privacy_case where outcome is null")
                        .one(Waiting.Counted.class)));
        all.addAll(Waiting.of(
                "privacy.incident.title",
                "/staff/privacy-incidents?state=OPEN",
                sql.of("select count(*) as count, min(found_on)::timestamp at time zone 'Asia/Tokyo' as since,"
                                + " min(case when first_on is null then first_due when final_on is null then final_due end) as until"
                                + " from privacy_incident where closed_on is null")
                        .one(Waiting.Counted.class)));
        return all;
    }
}
