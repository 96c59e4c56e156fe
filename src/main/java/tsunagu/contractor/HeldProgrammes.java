package tsunagu.contractor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import tsunagu.shared.HeldWork;
import tsunagu.shared.Sql;

/** Programmes whose months a contractor reports. */
@ApplicationScoped
class HeldProgrammes implements HeldWork {

    @Inject
    private Sql sql;

    @Override
    public List<Held> heldBy(long accountId) {
        return Held.of(new Held(
                "account.held.programmes",
                count("select count(*) from partner_programme where account_id = :account", accountId)));
    }

    private long count(String statement, long accountId) {
        return sql.of(statement).with("account", accountId).one(Long.class);
    }
}
