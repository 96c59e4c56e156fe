package tsunagu.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import tsunagu.shared.Actor;
import tsunagu.shared.FactMark;
import tsunagu.shared.RequestNumber;
import tsunagu.shared.Role;
import tsunagu.shared.Sql;

/**
 * The only way to tell the database who acts, whose rows are seen, and what is a fact of the door: all are sealed there for the one transaction, so that a
 * statement somebody smuggles in can neither act in another's name nor write into an approved year. What opens it is a secret of this
 * node, made at the start by the database's owner and kept in memory only.
 */
@ApplicationScoped
public class ActorDoor implements FactMark {

    /** Who works with everybody's applications and bookings. */
    private static final Set<Role> ALL = Set.of(Role.STAFF, Role.MANAGER);

    private static final String ACT = "select act_as(?, ?, ?)";

    private static final String SEE = "select see_as(?, ?)";

    /** In the same statement: until the transaction's end the database's log and its list of what runs say for which request that is. */
    private static final String FOR_REQUEST = ", set_config('application_name', ?, true)";

    @Inject
    private Sql sql;

    private volatile String secret = "";

    /** @param secret that the database knows as this node's */
    void open(String secret) {
        this.secret = secret;
    }

    /** For the rest of the transaction of this connection. */
    public void name(Connection connection, Actor actor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACT + named())) {
            statement.setString(1, secret);
            statement.setString(2, actor.auditName());
            statement.setString(3, scope(actor));
            nameRequest(statement, 4);
            statement.execute();
        }
    }

    /** Whose rows are seen, for who only reads; a visitor sees nobody's, which nothing has to be said for. */
    public void show(Connection connection, Actor actor) throws SQLException {
        String scope = scope(actor);
        if (!scope.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(SEE + named())) {
                statement.setString(1, secret);
                statement.setString(2, scope);
                nameRequest(statement, 3);
                statement.execute();
            }
        }
    }

    private static String named() {
        return RequestNumber.now().isEmpty() ? "" : FOR_REQUEST;
    }

    private static void nameRequest(PreparedStatement statement, int place) throws SQLException {
        if (!RequestNumber.now().isEmpty()) {
            statement.setString(place, "tsunagu " + RequestNumber.now());
        }
    }

    /** As R__10_seen_rows.sql reads it. */
    private static String scope(Actor actor) {
        if (actor.isSystem() || actor.hasAny(ALL)) {
            return "all";
        }
        return actor.signedIn() ? Objects.toString(actor.personId(), "") + "," + actor.accountId() : "";
    }

    @Override
    public void mark() {
        sql.of("select cast(mark_fact(:secret) as text)").with("secret", secret).one(String.class);
    }
}
