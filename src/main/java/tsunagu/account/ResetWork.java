package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Role;
import tsunagu.shared.RoleWork;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/** Second factors somebody else asked to take away: a colleague has lost the phone and cannot work until it is answered. */
@ApplicationScoped
@Transactional
public class ResetWork implements RoleWork {

    @Inject
    private Sql sql;

    @Inject
    private CurrentActor currentActor;

    @Override
    @UseCase(anyone = true, changes = false)
    public Set<Role> whose() {
        return Set.of(Role.MANAGER, Role.ADMINISTRATOR);
    }

    @Override
    @UseCase(
            allow = {Role.MANAGER, Role.ADMINISTRATOR},
            changes = false)
    public List<Waiting> roleWork() {
        return Waiting.of(
                "account.reset.title",
                "/factor-resets",
                sql.of("select count(*) as count, min(asked_at) as since, null::date as until from factor_reset"
                                + " where answered_at is null and asked_by <> :me and account_id <> :me")
                        .with("me", currentActor.get().accountId())
                        .one(Waiting.Counted.class));
    }
}
