package tsunagu.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import tsunagu.shared.HeldWork;
import tsunagu.shared.Sql;

/** Requests and incidents that somebody took and that are not over. */
@ApplicationScoped
class HeldCases implements HeldWork {

    @Inject
    private Sql sql;

    @Override
    public List<Held> heldBy(long accountId) {
        return Held.of(
                new Held(
                        "account.held.cases",
                        count(
                                "select count(*) from privacy_case where entered_by = :account and outcome is null",
                                accountId)),
                new Held(
                        "account.held.incidents",
                        count(
                                "select count(*) from privacy_incident where entered_by = :account and closed_on is null",
                                accountId)));
    }

    private long count(String statement, long accountId) {
        return sql.of(statement).with("account", accountId).one(Long.class);
    }
}
