package tsunagu.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What the database's owner does, as a program of its own ({@code docker/image/migrate}): brings the schema up to date, gives the portal's user its rights, and
 * enters the newest key of TSUNAGU_FIELD_KEY and the nodes' TSUNAGU_NODE_KEY. Run before each version and after each change of a key; the nodes then
 * need no password that could change a table. May be run again at any time.
 */
public final class Migration {

    private Migration() {}

    /** Ends with 0, or with 1 and one sentence. */
    public static void main(String[] arguments) {
        // every statement that found nothing to drop would have a line
        Logger.getLogger("").setLevel(Level.WARNING);
        Map<String, String> environment = System.getenv();
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setURL(environment.getOrDefault("TSUNAGU_DB_URL", "jdbc:postgresql://localhost:5432/tsunagu"));
        owner.setUser(environment.getOrDefault("TSUNAGU_DB_OWNER_USER", "tsunagu_owner"));
        owner.setPassword(environment.getOrDefault("TSUNAGU_DB_OWNER_PASSWORD", ""));
        owner.setConnectTimeout(10);
        String trouble = run(owner, environment);
        if (trouble != null) {
            System.err.println(trouble);
            System.exit(1);
        }
        System.out.println("The database has the schema of this version, and knows the keys of the nodes");
    }

    /** @return why it could not be done; null: it is done */
    static String run(DataSource owner, Map<String, String> environment) {
        try {
            NodeKey node = NodeKey.isNamed(environment) ? NodeKey.of(environment) : new NodeKey("");
            if (node.isEmpty()) {
                return NodeKey.NONE;
            }
            String file = environment.getOrDefault("TSUNAGU_FIELD_KEY", "");
            FieldKeys keys = file.isBlank() ? FieldKeys.none() : FieldKeys.read(Path.of(file));
            if (keys.isEmpty()) {
                return Schema.NO_KEY;
            }
            String tooOld = Schema.tooOld(owner);
            if (tooOld != null) {
                return tooOld;
            }
            Schema.bringUpToDate(owner);
            Schema.grant(owner, environment.getOrDefault("TSUNAGU_DB_USER", "tsunagu"));
            String trouble = Schema.admitKeys(owner, keys);
            if (trouble == null) {
                Schema.admitNode(owner, node.secret());
            }
            return trouble;
        } catch (FlywayException e) {
            return Schema.fromBefore(e)
                    ? Schema.FROM_BEFORE
                    : "The schema could not be brought up to date: " + e.getMessage();
        } catch (SQLException e) {
            return "The database's owner could not do its work (TSUNAGU_DB_URL, TSUNAGU_DB_OWNER_USER, TSUNAGU_DB_OWNER_PASSWORD): "
                    + e.getMessage();
        } catch (IOException e) {
            return Schema.NO_KEY + " (" + e.getMessage() + ")";
        }
    }
}
