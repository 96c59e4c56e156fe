package tsunagu.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import tsunagu.shared.Actor;
import tsunagu.shared.FactMark;
import tsunagu.shared.Sql;

/**
 * The only way to tell the database who acts, and what is a fact of the door: both are sealed there for the one transaction, so that a
 * statement somebody smuggles in can neither act in another's name nor write into an approved year. What opens it is a secret of this
 * node, made at the start by the database's owner and kept in memory only.
 */
@ApplicationScoped
public class ActorDoor implements FactMark {

    @Inject
    private Sql sql;

    private volatile String secret = "";

    /** @param secret that the database knows as this node's */
    void open(String secret) {
        this.secret = secret;
    }

    /** For the rest of the transaction of this connection. */
    public void name(Connection connection, Actor actor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select act_as(?, ?)")) {
            statement.setString(1, secret);
            statement.setString(2, actor.auditName());
            statement.execute();
        }
    }

    @Override
    public void mark() {
        sql.of("select cast(mark_fact(:secret) as text)").with("secret", secret).one(String.class);
    }
}
