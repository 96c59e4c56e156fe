package tsunagu.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import tsunagu.shared.Role;
import tsunagu.shared.RoleWork;
import tsunagu.shared.Sql;
import tsunagu.shared.StaffWork;
import tsunagu.shared.UseCase;

/** Letters that could not be sent, for the administrator and the staff. */
@ApplicationScoped
@Transactional
public class UnsentWork implements RoleWork, StaffWork {

    @Inject
    private Sql sql;

    @Override
    @UseCase(anyone = true, changes = false)
    public Set<Role> whose() {
        return Set.of(Role.ADMINISTRATOR);
    }

    @Override
    @UseCase(allow = Role.ADMINISTRATOR, changes = false)
    public List<RoleWork.Waiting> roleWork() {
        return RoleWork.Waiting.of("notification.work.failed", "/staff/mail?state=FAILED", failed());
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public List<StaffWork.Waiting> staffWork() {
        return StaffWork.Waiting.of("notification.work.failed", "/staff/mail?state=FAILED", failed());
    }

    private RoleWork.Waiting.Counted failed() {
        return sql.of(
                        "select count(*) as count, min(written_at) as since, null::date as until from mail_outbox where state = 'FAILED'")
                .one(RoleWork.Waiting.Counted.class);
    }
}
