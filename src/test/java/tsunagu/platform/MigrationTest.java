package tsunagu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import tsunagu.launch.DatabaseUsers;
import tsunagu.launch.KeyFiles;
import tsunagu.launch.LocalDatabase;
import tsunagu.shared.Actor;
import tsunagu.shared.RequestNumber;
import tsunagu.testing.OldDatabase;

/** One job does what only the owner may; a node without the owner's password waits for it and says what for. */
class MigrationTest {

    @TempDir
    private Path home;

    @Test
    void a_node_without_the_owner_s_password_waits_for_the_job_and_serves_after_it() throws Exception {
        Path field = KeyFiles.field(home);
        Path node = Files.writeString(home.resolve("node-key"), "a secret of more than thirty-two signs\n");
        Map<String, String> environment =
                new HashMap<>(Map.of("TSUNAGU_FIELD_KEY", field.toString(), "TSUNAGU_NODE_KEY", node.toString()));
        FieldKeys keys = FieldKeys.read(field);
        NodeKey secret = NodeKey.of(environment);
        try (LocalDatabase database = LocalDatabase.start(home.resolve("data"), false)) {
            PGSimpleDataSource owner = of(database, DatabaseUsers.OWNER);
            PGSimpleDataSource portal = of(database, DatabaseUsers.APPLICATION);
            assertThat(Schema.lacks(portal, keys, secret)).isEqualTo(Schema.BEHIND);

            try (OldDatabase old = new OldDatabase(owner.getPortNumbers()[0], "13.4")) {
                PGSimpleDataSource older = of(database, DatabaseUsers.OWNER);
                older.setPortNumbers(new int[] {old.port()});
                assertThat(Migration.run(older, environment)).isEqualTo(Schema.TOO_OLD.formatted("13.4", 15));
                assertThat(Schema.tooOld(owner)).isNull();
                assertThat(Schema.lacks(portal, keys, secret))
                        .as("nothing was changed")
                        .isEqualTo(Schema.BEHIND);
            }

            assertThat(Migration.run(owner, environment)).isNull();
            assertThat(Schema.lacks(portal, keys, secret)).isNull();
            assertThat(Migration.run(owner, environment)).as("again").isNull();

            assertThat(Schema.lacks(portal, keys, new NodeKey("another secret that nobody has entered yet")))
                    .isEqualTo(Schema.UNKNOWN_NODE);
            assertThat(Schema.lacks(portal, FieldKeys.none(), secret)).isEqualTo(Schema.NO_KEY);
            assertThat(Schema.lacks(portal, keys, new NodeKey(""))).isEqualTo(NodeKey.NONE);

            // as after a restore: a backup has no rights in it
            ask(owner, "revoke all on all tables in schema public from " + DatabaseUsers.APPLICATION);
            assertThat(Schema.lacks(portal, keys, secret)).isEqualTo(Schema.UNGRANTED);
            assertThat(Migration.run(owner, environment)).isNull();
            assertThat(Schema.lacks(portal, keys, secret)).isNull();

            ActorDoor door = new ActorDoor();
            door.open(secret.secret());
            try (Connection connection = portal.getConnection()) {
                connection.setAutoCommit(false);
                RequestNumber.<Exception, RuntimeException>during(
                        "0a1b2c3d-4e5f", () -> door.name(connection, Actor.system("test")));
                assertThat(applicationName(connection)).isEqualTo("tsunagu 0a1b2c3d-4e5f");
                connection.commit();
                assertThat(applicationName(connection)).as("of one transaction").doesNotContain("0a1b2c3d");
            }

            // another first key, as in a change of keys: entered by the job
            Path both = Files.writeString(
                    home.resolve("both"), "0a0b0c0d " + "A".repeat(43) + "=\n" + Files.readString(field));
            assertThat(Schema.lacks(portal, FieldKeys.read(both), secret))
                    .isEqualTo(Schema.UNKNOWN_KEY.formatted("0a0b0c0d"));
            environment.put("TSUNAGU_FIELD_KEY", both.toString());
            assertThat(Migration.run(owner, environment)).isNull();
            assertThat(Schema.lacks(portal, FieldKeys.read(both), secret)).isNull();
            assertThat(Schema.lacks(portal, keys, secret)).isEqualTo(Schema.MISSING_KEY.formatted("0a0b0c0d"));

            // a node of the version before, on a database that is ahead of it
            ask(
                    owner,
                    "insert into flyway_schema_history select installed_rank + 1000, '9999', 'of the next version', 'SQL', 'V9999__next.sql', 1,"
                            + " installed_by, now(), 1, true from flyway_schema_history where version = '1'");
            assertThat(Schema.lacks(portal, FieldKeys.read(both), secret)).isNull();
            // and one of the next version, on a database that is behind it
            ask(
                    owner,
                    "delete from flyway_schema_history where version in ('9999', (select max(cast(version as int))::text from flyway_schema_history"
                            + " where version <> '9999'))");
            assertThat(Schema.lacks(portal, FieldKeys.read(both), secret)).isEqualTo(Schema.BEHIND);
        }
    }

    @Test
    void the_job_says_in_one_sentence_what_it_needs() throws Exception {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setUrl("jdbc:postgresql://localhost:1/nobody");
        Path field = KeyFiles.field(home);
        assertThat(Migration.run(nobody, Map.of())).isEqualTo(NodeKey.NONE);
        Path shorter = Files.writeString(home.resolve("short"), "short");
        assertThat(Migration.run(nobody, Map.of("TSUNAGU_NODE_KEY", shorter.toString())))
                .isEqualTo(NodeKey.NONE);
        Path node = Files.writeString(home.resolve("node-key"), "a secret of more than thirty-two signs");
        assertThat(Migration.run(nobody, Map.of("TSUNAGU_NODE_KEY", node.toString())))
                .isEqualTo(Schema.NO_KEY);
        assertThat(Migration.run(
                        nobody, Map.of("TSUNAGU_NODE_KEY", node.toString(), "TSUNAGU_FIELD_KEY", field.toString())))
                .startsWith("The database's owner could not do its work")
                .contains("refused");
    }

    private static PGSimpleDataSource of(LocalDatabase database, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(user);
        source.setPassword(database.password(user));
        return source;
    }

    private static String applicationName(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show application_name")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void ask(PGSimpleDataSource source, String sql) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
