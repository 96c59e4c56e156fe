package tsunagu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import tsunagu.search.SeededJobs;
import tsunagu.launch.DatabaseUsers;
import tsunagu.testing.TestPortal;

/**
 * The day's pass of saved searches among 100,000 postings, as the portal itself runs it, from its beginning to its commit:
 * {@code mvn -Pbench verify -Dit.test=WatchBench}. Nobody is written to: what a letter costs is in docs/performance.md. The table goes to
 * target/bench/watch.md.
 */
class WatchBench {

    private static final int JOBS = 100_000;
    private static final int PATIENCE_SECONDS = 300;

    @Test
    void the_pass_grows_with_what_is_new_and_not_with_people_times_postings() throws Exception {
        try (TestPortal portal = TestPortal.durable("watch-bench");
                Connection connection = portal.database(DatabaseUsers.SUPERUSER)) {
            new SeededJobs().grow(portal, 0, JOBS);
            StringBuilder table = new StringBuilder("| people | different questions | new postings | matches | ms |\n|---|---|---|---|---|\n");
            // The first pass finds everything the demonstration has, and warms up.
            pass(connection, 100);
            searches(connection, 0, 1_000);
            double fewPeople = row(connection, table, 1_000, 1_000);
            searches(connection, 1_000, 10_000);
            double fewNew = row(connection, table, 10_000, 100);
            double all = row(connection, table, 10_000, 1_000);
            Path target = Path.of(System.getProperty("tsunagu.build"), "bench", "watch.md");
            Files.createDirectories(target.getParent());
            Files.writeString(target, table);
            System.out.print(table);
            assertThat(all / fewNew).as("ten times what is new").isLessThanOrEqualTo(15);
            assertThat(all / fewPeople).as("ten times the people").isLessThanOrEqualTo(15);
        }
    }

    private static double row(Connection connection, StringBuilder table, int people, int fresh) throws Exception {
        double took = pass(connection, fresh);
        table.append("| %,d | %s | %,d | %s | %.0f |%n".formatted(
                people, one(connection, "select count(distinct address) from saved_search"), fresh, one(connection, "select count(*) from watch_match"), took));
        return took;
    }

    /** People with one search each: an area, an employment, days off, often a word. */
    private static void searches(Connection connection, int from, int to) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into person (id, name, created_at, version) select 50000000 + i, 'w' || i, now(), 0 from generate_series("
                    + from + ", " + (to - 1) + ") i");
            statement.execute("insert into saved_search (id, person_id, kind, address, name, rhythm, created_at)"
                    + " select 60000000 + i, 50000000 + i, 'JOB', '?q=' || (array['', '%E8%A3%BD%E9%80%A0', '%E4%BA%8B%E5%8B%99', '%E4%BB%8B%E8%AD%B7',"
                    + " '%E5%96%B6%E6%A5%AD'])[1 + i % 5] || '&area=' || (array['SENMAYA', 'ICHINOSEKI', 'DAITO', 'MURONE', 'HANAIZUMI', 'HIGASHIYAMA'])[1 + i % 6]"
                    + " || '&employment=' || (array['REGULAR', 'PART_TIME', 'CONTRACT'])[1 + i % 3] || '&wage=' || (array['180000', '200000', '220000', '250000'])[1 + i % 4]"
                    + " || '&daysoff=' || (array['100', '105', '110', '115', '120'])[1 + (i / 7) % 5], 'bench', 'NEVER', now()"
                    + " from generate_series(" + from + ", " + (to - 1) + ") i");
        }
    }

    /** So many postings become open; the portal runs its pass. @return milliseconds from its beginning to its commit */
    private static double pass(Connection connection, int fresh) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from watch_match");
            statement.execute("update search_entry set opens_at = now(), changed = pg_current_xact_id(), edition = edition + 1 where no in"
                    + " (select no from search_entry where kind = 'JOB' and not removed and closes_at > now() + interval '1 day' and opens_at < now()"
                    + " order by random() limit " + fresh + ")");
            statement.execute("delete from daily_task_run where task = 'watch'");
            for (int i = 0; i < PATIENCE_SECONDS * 50; i++) {
                try (ResultSet rows = statement.executeQuery(
                        "select extract(epoch from clock_timestamp() - ran_at) * 1000 from daily_task_run where task = 'watch'")) {
                    if (rows.next()) {
                        return rows.getDouble(1);
                    }
                }
                Thread.sleep(20);
            }
        }
        throw new AssertionError("the pass did not run");
    }

    private static String one(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
