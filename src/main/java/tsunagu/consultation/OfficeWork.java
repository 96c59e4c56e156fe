package tsunagu.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Role;
import tsunagu.shared.RoleWork;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/** What waits for a contractor at their offices: appointments whose time is over and of which nobody said whether somebody came. */
@ApplicationScoped
@Transactional
public class OfficeWork implements RoleWork {

    @Inject
    private Sql sql;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Override
    @UseCase(anyone = true, changes = false)
    public Set<Role> whose() {
        return Set.of(Role.PARTNER);
    }

    @Override
    @UseCase(allow = Role.PARTNER, changes = false)
    public List<Waiting> roleWork() {
        return Waiting.of(
                "consultation.work.unsettled",
                "/consultation-desk",
                sql.of(
                                "select count(*) as count, min(t.ends_at) as since, null::date as until from consultation_booking b"
                                        + " join consultation_time t on t.id = b.time_id join consultation_office o on o.id = t.office_id"
                                        + " join partner_programme p on p.programme_id = o.programme_id and p.account_id = :me"
                                        + " where b.state = 'BOOKED' and t.ends_at < :now")
                        .with("me", currentActor.get().accountId())
                        .with("now", clock.instant())
                        .one(Waiting.Counted.class));
    }
}
