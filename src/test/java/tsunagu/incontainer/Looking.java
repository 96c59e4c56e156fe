package tsunagu.incontainer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import tsunagu.shared.Sql;
import tsunagu.shared.UseCase;

/** Use cases that forgot their "where": what somebody sees in them, only the database decides. */
@ApplicationScoped
@Transactional
public class Looking {

    @Inject
    private Sql sql;

    @UseCase(anyone = true, changes = false)
    public String reading(String statement) {
        return sql.of(statement).one(String.class);
    }

    @UseCase(anyone = true)
    public String changing(String statement) {
        return sql.of(statement).one(String.class);
    }

    /** How many rows a change met; it is undone. */
    public static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Undone(String rows) {
            super(rows);
        }
    }

    /** @throws Undone always, when the change could be made: nothing of it is kept */
    @UseCase(anyone = true)
    public String trying(String statement) {
        throw new Undone(String.valueOf(sql.of(statement).run()));
    }
}
