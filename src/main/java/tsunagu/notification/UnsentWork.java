package tsunagu.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import tsunagu.shared.Role;
import tsunagu.shared.RoleWork;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/** Letters that could not be sent, for the administrator. */
@ApplicationScoped
@Transactional
public class UnsentWork implements RoleWork {

    @Inject
    private Sql sql;

    @Override
    @UseCase(anyone = true, changes = false)
    public Set<Role> whose() {
        return Set.of(Role.ADMINISTRATOR);
    }

    @Override
    @UseCase(allow = Role.ADMINISTRATOR, changes = false)
    public List<Waiting> roleWork() {
        return Waiting.of(
                "notification.work.failed",
                "/staff/mail?state=FAILED",
                sql.of(
                                "select count(*) as count, min(written_at) as since, null::date as until from mail_outbox where state = 'FAILED'")
                        .one(Waiting.Counted.class));
    }
}
