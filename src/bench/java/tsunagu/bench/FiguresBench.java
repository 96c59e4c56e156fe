package tsunagu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.launch.DatabaseUsers;
import tsunagu.testing.TestPortal;

/**
 * The plan's figures over a million attendances: {@code mvn -Pbench verify -Dit.test=FiguresBench}. The table goes to
 * target/bench/figures.md.
 */
class FiguresBench {

    private static final int ROUNDS = 5;
    private static final int REQUESTS = 60;

    /** What the figures of the two measures are by definition, written as plainly as SQL allows. */
    private static final String BARE = "select"
            + " (select count(*) from attendance a join event_session s on s.id = a.session_id join event e on e.id = s.event_id"
            + "   where e.programme_id = 'it-talent' and e.state = 'PUBLISHED' and s.fiscal_year = 2026 and a.undone_at is null"
            + "   and a.role = 'EMPLOYEE'),"
            + " (select count(distinct a.person_id) from attendance a join event_session s on s.id = a.session_id"
            + "   join event e on e.id = s.event_id where e.programme_id = 'chutohoku-guidance' and e.type = 'GUIDANCE'"
            + "   and e.state = 'PUBLISHED' and s.fiscal_year = 2026 and a.undone_at is null and a.role = 'EMPLOYEE')";

    private static final String ROLL_UP = "select m.programme_id, sum(r.quantity) from official_row r join measure m on m.id = r.measure_id"
            + " where r.fiscal_year = 2026 and m.programme_id in ('it-talent', 'chutohoku-guidance') group by 1 order by 1";

    private static final String OF_BOTH = " fiscal_year = 2026 and measure_id in"
            + " (select id from measure where programme_id in ('it-talent', 'chutohoku-guidance'))";

    /** From the bare count to the figure with its rows, one promise more at each step: what each of them costs. */
    private static final Map<String, String> PROMISES = new LinkedHashMap<>();

    static {
        String scope = " from role_in_scope x join attendance a on a.session_id = x.session_id and a.role = x.role and a.undone_at is null";
        PROMISES.put(
                "+ what is counted are definitions, not a program",
                "select count(*) filter (where x.counting = 'ATTENDANCE_TOTAL'),"
                        + " count(distinct a.person_id) filter (where x.counting = 'PERSONS_DISTINCT')" + scope + " where x."
                        + OF_BOTH.strip().replace("and measure_id", "and x.measure_id"));
        PROMISES.put(
                "+ somebody entered twice is one person",
                "select count(*) filter (where x.counting = 'ATTENDANCE_TOTAL'),"
                        + " count(distinct coalesce(p.stands_for, a.person_id)) filter (where x.counting = 'PERSONS_DISTINCT')" + scope
                        + " left join same_person p on p.id = a.person_id where x."
                        + OF_BOTH.strip().replace("and measure_id", "and x.measure_id"));
        PROMISES.put(
                "+ head counts, and who came along",
                "select sum(persons) filter (where counting = 'ATTENDANCE_TOTAL'),"
                        + " count(distinct person_id) filter (where counting = 'PERSONS_DISTINCT'),"
                        + " sum(new_persons) filter (where counting = 'PERSONS_DISTINCT' and person_id is null) from counted_presence where"
                        + OF_BOTH);
        PROMISES.put(
                "+ every row says what it adds: the figure is the sum of its rows",
                "select sum(quantity) from presence_figure_row where" + OF_BOTH);
        PROMISES.put(
                "+ every kind of record a figure may be made of", "select sum(quantity) from figure_row where" + OF_BOTH);
    }

    private final StringBuilder table = new StringBuilder("| what | result |\n|---|---|\n");

    @Test
    void a_million_attendances() throws Exception {
        try (TestPortal portal = TestPortal.durable("figures-bench");
                Connection connection = portal.database(DatabaseUsers.SUPERUSER)) {
            seed(connection);
            try (Statement statement = connection.createStatement()) {
                // As refresh_figures() has it; for both alike.
                statement.execute("set work_mem = '64MB'");
            }
            row("attendances", one(connection, "select count(*) from attendance"));
            List<Double> bare = new ArrayList<>();
            List<Double> rolled = new ArrayList<>();
            Map<String, List<Double>> promised = new LinkedHashMap<>();
            for (int i = 0; i <= ROUNDS; i++) {
                double one = time(connection, BARE);
                double other = time(connection, ROLL_UP);
                if (i > 0) {
                    bare.add(one);
                    rolled.add(other);
                }
                for (Map.Entry<String, String> promise : PROMISES.entrySet()) {
                    double each = time(connection, promise.getValue());
                    if (i > 0) {
                        promised.computeIfAbsent(promise.getKey(), key -> new ArrayList<>()).add(each);
                    }
                }
            }
            row("bare SQL aggregate of both measures, median ms", "%.0f".formatted(median(bare)));
            promised.forEach((what, times) ->
                    row(what, "%.0f ms, %.2f times".formatted(median(times), median(times) / median(bare))));
            row("roll-up through the view of rows, median ms", "%.0f".formatted(median(rolled)));
            row("ratio", "%.2f".formatted(median(rolled) / median(bare)));

            HttpClient client = HttpClient.newHttpClient();
            double first = get(client, portal.url("/plan/programmes/it-talent?year=R8"));
            List<Double> empty = new ArrayList<>();
            List<Double> page = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                empty.add(get(client, portal.url("/privacy")));
                page.add(get(client, portal.url("/plan/programmes/it-talent?year=R8")));
            }
            row("first page after a million changes, ms", "%.0f".formatted(first));
            row("an empty page, median ms", "%.1f".formatted(median(empty)));
            row("a programme's page with its figures, median ms", "%.1f".formatted(median(page)));
            Path target = Path.of(System.getProperty("tsunagu.build"), "bench", "figures.md");
            Files.createDirectories(target.getParent());
            Files.writeString(target, table);
            assertThat(median(page) - median(empty)).as("ms above an empty page").isLessThanOrEqualTo(20);
        }
    }

    /** A thousand sessions of two programmes, a thousand people in each, two hundred thousand persons. */
    private static void seed(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("insert into person (id, name, created_at, version) select 10000000 + i, 'p' || i, now(), 0"
                    + " from generate_series(1, 200000) i");
            statement.execute("insert into event (id, code, programme_id, type, title, state, published_at, version)"
                    + " select 20000000 + i, 'bench-' || i, case when i % 2 = 0 then 'it-talent' else 'chutohoku-guidance' end,"
                    + " case when i % 2 = 0 then 'SEMINAR' else 'GUIDANCE' end, 'bench', 'PUBLISHED', now(), 0 from generate_series(1, 200) i");
            statement.execute("insert into event_session (id, event_id, number, known_to, held_on, fiscal_year, outcome, version)"
                    + " select 30000000 + i, 20000000 + 1 + i % 200, 1 + i / 200, 'DAY', date '2026-05-01' + i % 150, 2026, 'HELD', 0"
                    + " from generate_series(0, 999) i");
            statement.execute("insert into session_counted_role (session_id, role) select id, 'EMPLOYEE' from event_session where id >= 30000000");
            statement.execute("insert into attendance (id, session_id, person_id, role, checked_in_at, version)"
                    + " select 40000000 + i, 30000000 + i / 1000, 10000001 + (i::bigint * 7919) % 200000,"
                    + " case when i % 10 = 0 then 'GUARDIAN' else 'EMPLOYEE' end, timestamptz '2026-05-01 10:00+09', 0"
                    + " from generate_series(0, 999999) i");
            statement.execute("set session_replication_role = origin");
            statement.execute("analyze");
        }
    }

    private static double time(Connection connection, String sql) throws Exception {
        long start = System.nanoTime();
        one(connection, sql);
        return (System.nanoTime() - start) / 1e6;
    }

    private static String one(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static double get(HttpClient client, String url) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private void row(String what, String result) {
        String line = "| " + what + " | " + result + " |\n";
        // As it comes: a bound that does not hold at the end does not take the rest with it.
        System.out.print(line);
        table.append(line);
    }
}
