package tsunagu.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * The tables, views, functions and triggers of this version ({@code db/schema}), brought into a database by Flyway, and what the portal's own
 * role may do there ({@code db/rights.sql}). Everything here is done by the database's owner, at the start and never while serving.
 *
 * <p>Until the first release is tagged the V files are edited in place: nobody has data made by an older edition of them, and a database
 * of a build from before is not continued. From then on they are frozen, and a change is a V file of its own.
 */
final class Schema {

    /** {@code launch.PortalServer} looks for its beginning. */
    static final String FROM_BEFORE =
            "The database holds the schema of an earlier build, from before the first release, which this one"
                    + " does not continue: delete the data directory (.data, or the one that TSUNAGU_DATA names), or name an empty database in"
                    + " TSUNAGU_DB_URL, and start again; nothing was changed";

    /** {@code launch.PortalServer} looks for the beginning of each of the three. */
    static final String NO_KEY =
            "TSUNAGU_FIELD_KEY names no file of keys: mail addresses and telephone numbers of people are stored encrypted"
                    + " and in no other way, so that nothing is served without it; docs/operation.md says how one is made";

    static final String MISSING_KEY =
            "TSUNAGU_FIELD_KEY does not have the key %s, with which mail addresses and telephone numbers in this"
                    + " database are encrypted: put its line back into the file (after the first, if there is a newer key); no address was touched";

    static final String WRONG_KEY =
            "TSUNAGU_FIELD_KEY has another key under the name %s than the one with which mail addresses and telephone"
                    + " numbers in this database are encrypted: name the file that belongs to this database; no address was touched";

    /** The next three: said by a node that does not have the owner's password, until the job has been run. */
    static final String BEHIND =
            "The database does not have the schema of this version yet: run the migration job of this version"
                    + " (/opt/tsunagu/migrate); this node waits for it";

    /** A restored backup has no rights in it: they are the cluster's, and the job gives them. */
    static final String UNGRANTED =
            "The portal's user may not read the tables of this database, as after a restore: run the migration job"
                    + " (/opt/tsunagu/migrate) once more; this node waits for it";

    static final String UNKNOWN_KEY =
            "TSUNAGU_FIELD_KEY begins with the key %s, which the database does not know yet: run the migration job"
                    + " (/opt/tsunagu/migrate) with the same file; this node waits for it";

    static final String UNKNOWN_NODE =
            "The database does not know the secret in TSUNAGU_NODE_KEY: run the migration job"
                    + " (/opt/tsunagu/migrate) with the same file; this node waits for it";

    static final String TOO_OLD =
            "The database is PostgreSQL %s, and the portal is made for PostgreSQL %d or newer: name a"
                    + " newer one in TSUNAGU_DB_URL; nothing was changed";

    private static final int OLDEST = 15;

    private static final String FORBIDDEN = "42501";

    private Schema() {}

    /** @throws FlywayException when the database is away, {@linkplain #fromBefore from before}, or a script fails */
    static void bringUpToDate(DataSource owner) {
        flyway(owner).migrate();
    }

    /** @return why nothing can be done with this database; null: it is new enough */
    static String tooOld(DataSource anybody) throws SQLException {
        try (Connection connection = anybody.getConnection()) {
            DatabaseMetaData database = connection.getMetaData();
            return database.getDatabaseMajorVersion() < OLDEST
                    ? TOO_OLD.formatted(database.getDatabaseProductVersion(), OLDEST)
                    : null;
        }
    }

    private static Flyway flyway(DataSource role) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(role)
                .locations("classpath:db/schema")
                .failOnMissingLocations(true)
                .callbackLocations(new String[0])
                .load();
    }

    /** True when the database was made by other V files than those of this build; then nothing was changed in it. */
    static boolean fromBefore(FlywayException failure) {
        return failure instanceof FlywayValidateException;
    }

    /**
     * Gives the portal's role the rights of this version and no others.
     *
     * @throws SQLException also when that role does not exist
     */
    static void grant(DataSource owner, String application) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(rights().replace(":application", statement.enquoteIdentifier(application, true)));
            connection.commit();
        }
    }

    /** True when the role of these connections could undo what the rights are for: it owns the tables, may become their owner, or may do everything. */
    static boolean mightRewrite(DataSource application) throws SQLException {
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select bool_or(pg_has_role(current_user, relowner, 'MEMBER')) from pg_class"
                                + " where relnamespace = 'public'::regnamespace and relname in ('audit_entry', 'official_record')")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** The secret by which one node of the portal says who acts ({@link ActorDoor}); the database keeps its digest only. */
    static String admitNode(DataSource owner) throws SQLException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        admitNode(owner, secret);
        return secret;
    }

    /** The same for a secret that is kept elsewhere; it may be known already. */
    static void admitNode(DataSource owner, String secret) throws SQLException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try (Connection connection = owner.getConnection();
                PreparedStatement sealedUnder = connection.prepareStatement(
                        "insert into acting_key (key) values (?) on conflict (only_row) do nothing");
                PreparedStatement node = connection.prepareStatement(
                        "insert into acting_node (digest) values (?) on conflict (digest) do nothing")) {
            sealedUnder.setBytes(1, key);
            sealedUnder.executeUpdate();
            node.setBytes(1, MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
            node.executeUpdate();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What is sealed in this database can be opened with these keys, and the first of them is entered as one of them. Nothing is changed
     * where that is not so.
     *
     * @return why the portal must not go on; null: it may
     */
    static String admitKeys(DataSource owner, FieldKeys keys) throws SQLException {
        if (keys.isEmpty()) {
            return NO_KEY;
        }
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement enter = connection.prepareStatement(
                        "insert into field_key (name, proof) values (?, ?) on conflict (name) do nothing")) {
            try (ResultSet used = statement.executeQuery("select name, proof from field_key order by first_used")) {
                while (used.next()) {
                    String name = used.getString(1);
                    if (!keys.names().contains(name)) {
                        return MISSING_KEY.formatted(name);
                    }
                    if (!keys.proves(name, used.getBytes(2))) {
                        return WRONG_KEY.formatted(name);
                    }
                }
            }
            enter.setString(1, keys.first());
            enter.setBytes(2, keys.proof());
            enter.executeUpdate();
            return null;
        }
    }

    /**
     * What a node asks that does not have the owner's password: whether the job has been run that has it ({@link Migration}). A database that is ahead of
     * this version will do, so that a node of the version before can start again while the next one is being brought in.
     *
     * @return why the portal must not go on; null: it may
     */
    static String lacks(DataSource application, FieldKeys keys, NodeKey node) throws SQLException {
        if (keys.isEmpty()) {
            return NO_KEY;
        }
        if (node.isEmpty()) {
            return NodeKey.NONE;
        }
        if (isUngranted(application)) {
            return UNGRANTED;
        }
        if (isBehind(application)) {
            return BEHIND;
        }
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement known = connection.prepareStatement("select see_as(?, '')")) {
            boolean entered = false;
            try (ResultSet used = statement.executeQuery("select name, proof from field_key order by first_used")) {
                while (used.next()) {
                    String name = used.getString(1);
                    if (!keys.names().contains(name)) {
                        return MISSING_KEY.formatted(name);
                    }
                    if (!keys.proves(name, used.getBytes(2))) {
                        return WRONG_KEY.formatted(name);
                    }
                    entered |= name.equals(keys.first());
                }
            }
            if (!entered) {
                return UNKNOWN_KEY.formatted(keys.first());
            }
            known.setString(1, node.secret());
            known.execute();
            return null;
        } catch (SQLException e) {
            if (FORBIDDEN.equals(e.getSQLState())) {
                return UNKNOWN_NODE;
            }
            throw e;
        }
    }

    private static boolean isUngranted(DataSource application) throws SQLException {
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select not has_table_privilege(c.oid, 'select') from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = 'public' and c.relname = 'flyway_schema_history'")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static boolean isBehind(DataSource application) throws SQLException {
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('public.flyway_schema_history') is null")) {
            row.next();
            if (row.getBoolean(1)) {
                return true;
            }
        }
        return Stream.of(flyway(application).info().pending()).anyMatch(each -> each.getVersion() != null);
    }

    private static String rights() {
        try (InputStream script = Objects.requireNonNull(Schema.class.getResourceAsStream("/db/rights.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
