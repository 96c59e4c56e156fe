package tsunagu.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Objects;
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
                    + " database are encrypted: put its line back into the file (after the first, if there is a newer key); nothing was changed";

    static final String WRONG_KEY =
            "TSUNAGU_FIELD_KEY has another key under the name %s than the one with which mail addresses and telephone"
                    + " numbers in this database are encrypted: name the file that belongs to this database; nothing was changed";

    private Schema() {}

    /** @throws FlywayException when the database is away, {@linkplain #fromBefore from before}, or a script fails */
    static void bringUpToDate(DataSource owner) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:db/schema")
                .failOnMissingLocations(true)
                .callbackLocations(new String[0])
                .load()
                .migrate();
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
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try (Connection connection = owner.getConnection();
                PreparedStatement sealedUnder = connection.prepareStatement(
                        "insert into acting_key (key) values (?) on conflict (only_row) do nothing");
                PreparedStatement node = connection.prepareStatement("insert into acting_node (digest) values (?)")) {
            sealedUnder.setBytes(1, key);
            sealedUnder.executeUpdate();
            node.setBytes(1, MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
            node.executeUpdate();
            return secret;
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

    private static String rights() {
        try (InputStream script = Objects.requireNonNull(Schema.class.getResourceAsStream("/db/rights.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
