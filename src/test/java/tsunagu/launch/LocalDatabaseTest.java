package tsunagu.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTest {

    @TempDir
    private Path home;

    @Test
    void a_directory_of_another_major_version_is_named_and_left_alone() throws Exception {
        Path directory = Files.createDirectory(home.resolve("old"));
        Files.writeString(directory.resolve("PG_VERSION"), "15\n");
        assertThatThrownBy(() -> LocalDatabase.start(directory, true))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("PostgreSQL 15")
                .hasMessageContaining("nothing was changed");
        assertThat(directory.toFile().list()).containsExactly("PG_VERSION");
    }

    @Test
    void data_are_durable_found_again_and_guarded_while_in_use() throws Exception {
        Path directory = home.resolve("data");
        try (LocalDatabase database = LocalDatabase.start(directory, true)) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show server_encoding")).isEqualTo("UTF8");
            assertThat(ask(database, "select 'ガ' ~ '[[:alpha:]]'")).isEqualTo("t");
            ask(database, "create table kept as select 1 as one; select one from kept");
            assertThatThrownBy(() -> LocalDatabase.start(directory, true))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("still running");
        }
        try (LocalDatabase database = LocalDatabase.start(directory, true)) {
            assertThat(ask(database, "select one from kept")).isEqualTo("1");
        }
    }

    /** A directory of a build from before two users owned and served the database. */
    @Test
    void data_of_an_earlier_build_are_named_with_the_way_out_and_left_alone() throws Exception {
        Path directory = home.resolve("earlier");
        try (EmbeddedPostgres before = EmbeddedPostgres.builder()
                        .setDataDirectory(directory)
                        .setCleanDataDirectory(false)
                        .start();
                Connection connection = before.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database tsunagu");
        }
        String rules = Files.readString(directory.resolve("pg_hba.conf"));
        assertThatThrownBy(() -> LocalDatabase.start(directory, true))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("earlier build")
                .hasMessageContaining("TSUNAGU_DATA")
                .hasMessageContaining("nothing was changed");
        assertThat(Files.readString(directory.resolve("pg_hba.conf"))).isEqualTo(rules);
        assertThat(directory.resolve("tsunagu-users.properties")).doesNotExist();
    }

    /** A city's own database: the portal says it in its log, and whoever starts it is told at once instead of after minutes. */
    @Test
    void the_portals_word_about_an_earlier_schema_is_handed_on() throws Exception {
        Path log = home.resolve("console.log");
        assertThat(PortalServer.refusal(log)).isEmpty();
        Files.writeString(
                log,
                "[AUDIT] CWWKF0011I: ready\n[ERROR] The database holds the schema of an earlier build, from before; nothing was changed\n");
        assertThat(PortalServer.refusal(log))
                .contains("The database holds the schema of an earlier build, from before; nothing was changed");
    }

    @Test
    void nobody_on_this_machine_comes_in_without_a_password() throws Exception {
        Path directory = home.resolve("closed");
        try (LocalDatabase database = LocalDatabase.start(directory, true)) {
            for (String user : List.of(DatabaseUsers.SUPERUSER, DatabaseUsers.OWNER, DatabaseUsers.APPLICATION)) {
                database.connect(user).close();
                for (String guess : List.of("", user, "postgres")) {
                    assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, guess))
                            .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                                    .isIn("28P01", "08004"));
                }
            }
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(directory.resolve("tsunagu-users.properties"))))
                    .isEqualTo("rw-------");
        }
        try (LocalDatabase again = LocalDatabase.start(directory, true)) {
            again.connect(DatabaseUsers.APPLICATION).close();
        }
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (var taken = new java.net.ServerSocket(0)) {
            assertThatThrownBy(() -> PortalServer.checkFree(taken.getLocalPort(), "TSUNAGU_HTTP_PORT"))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("TSUNAGU_HTTP_PORT");
        }
    }

    private static String ask(LocalDatabase database, String sql) throws Exception {
        try (Connection connection = database.connect(DatabaseUsers.SUPERUSER);
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet answer = statement.getResultSet()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }
}
