package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import tsunagu.shared.HeldWork;
import tsunagu.shared.Sql;

/** Doors that somebody opened for helpers: their phones report in that name, and stop with it. */
@ApplicationScoped
class HeldDoors implements HeldWork {

    @Inject
    private Sql sql;

    @Override
    public List<Held> heldBy(long accountId) {
        return Held.of(new Held(
                "account.held.doors",
                count(
                        "select count(*) from door_invitation where made_by = :account and ended_at is null and expires_at > now()",
                        accountId)));
    }

    private long count(String statement, long accountId) {
        return sql.of(statement).with("account", accountId).one(Long.class);
    }
}
