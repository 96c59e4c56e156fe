package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagu.launch.BuildLayout;
import tsunagu.launch.DatabaseUsers;
import tsunagu.launch.LaunchFailure;
import tsunagu.launch.LocalDatabase;
import tsunagu.launch.PortalServer;

/** A data directory of a build from before the schema's baseline: whoever starts on it is told the way out, at once. */
class OldDatabaseIT {

    @TempDir
    private Path home;

    @Test
    void the_start_ends_with_one_sentence_that_names_the_way_out_and_changes_nothing() throws Exception {
        try (LocalDatabase database = LocalDatabase.start(home.resolve("postgresql"), false)) {
            String before;
            try (var connection = database.connect(DatabaseUsers.OWNER);
                    var statement = connection.createStatement()) {
                statement.execute("create table flyway_schema_history (installed_rank int primary key, version varchar(50),"
                        + " description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null, checksum int,"
                        + " installed_by varchar(100) not null, installed_on timestamp not null default now(), execution_time int not null,"
                        + " success boolean not null)");
                statement.execute("insert into flyway_schema_history select n, n, 'old', 'SQL', 'V' || n || '__old.sql', n, 'postgres',"
                        + " now(), 1, true from generate_series(1, 51) n");
                statement.execute("create table event (id bigint primary key)");
            }
            before = tables(database);
            Map<String, String> environment = new HashMap<>(database.environment());
            environment.put("TSUNAGU_DEMO", "false");
            Instant started = Instant.now();
            PortalServer server = PortalServer.start(
                    BuildLayout.ofThisBuild(), home.resolve("liberty"), PortalServer.freePort(), PortalServer.freePort(),
                    environment);
            try (server) {
                LaunchFailure failure =
                        catchThrowableOfType(LaunchFailure.class, () -> server.awaitReady(Duration.ofMinutes(4)));
                assertThat(failure)
                        .hasMessageStartingWith("The database holds the schema of an earlier build")
                        .hasMessageContaining("delete the data directory")
                        .hasMessageContaining("TSUNAGU_DATA")
                        .hasMessageEndingWith("nothing was changed.");
                assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofMinutes(3));
                // tried again every five seconds, said once
                Thread.sleep(7_000);
                assertThat(server.tail(500).split("The database holds the schema", -1)).hasSize(2);
            }
            assertThat(tables(database)).isEqualTo(before);
        }
    }

    private static String tables(LocalDatabase database) throws Exception {
        try (var connection = database.connect(DatabaseUsers.OWNER);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select (select string_agg(relname, ' ' order by relname) from pg_class"
                        + " where relnamespace = 'public'::regnamespace) || (select count(*) from flyway_schema_history)")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
