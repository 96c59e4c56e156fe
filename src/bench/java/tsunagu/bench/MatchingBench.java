package tsunagu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tsunagu.search.SeededJobs;
import tsunagu.launch.DatabaseUsers;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/**
 * Suggestions with their reasons among 100,000 open postings: {@code mvn -Pbench verify -Dit.test=MatchingBench}. Against the plain list
 * page by the same person in the same run, one request of each in turn. The table goes to target/bench/matching.md.
 */
class MatchingBench {

    private static final int JOBS = 100_000;
    private static final int WARM_UP = 60;
    private static final int REQUESTS = 400;
    private static final double MORE_MS = 150;

    @Test
    void suggestions_among_a_hundred_thousand_postings() throws Exception {
        try (TestPortal portal = TestPortal.durable("matching-bench")) {
            new SeededJobs().grow(portal, 0, JOBS);
            try (Visitor seeker = Visitor.atDesk(portal)) {
                seeker.signIn("seeker@demo.example");
                wishes(portal);
                String cookies = seeker.cookies().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; "));
                List<Double> list = new ArrayList<>();
                List<Double> suggestions = new ArrayList<>();
                for (int i = 0; i < WARM_UP + REQUESTS; i++) {
                    double one = get(portal.url("/jobs?page=" + (1 + i % 20)), cookies);
                    double other = get(portal.url("/my/matches"), cookies);
                    if (i >= WARM_UP) {
                        list.add(one);
                        suggestions.add(other);
                    }
                }
                String table = "| %,d open postings | p50 ms | p99 ms |%n|---|---|---|%n| the list | %.1f | %.1f |%n| suggestions with reasons | %.1f | %.1f |%n"
                        .formatted(JOBS, at(list, .5), at(list, .99), at(suggestions, .5), at(suggestions, .99));
                Path target = Path.of(System.getProperty("tsunagu.build"), "bench", "matching.md");
                Files.createDirectories(target.getParent());
                Files.writeString(target, table);
                System.out.print(table);
                assertThat(at(suggestions, .99) - at(list, .99)).as("ms more than the list, p99").isLessThanOrEqualTo(MORE_MS);
            }
        }
    }

    /** Eleven points of comparison, two of them a must. */
    private static void wishes(TestPortal portal) throws Exception {
        try (Connection connection = portal.database(DatabaseUsers.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("set tsunagu.actor = 'system:bench'");
            String person = "(select person_id from account where email_key = testing.mark('seeker@demo.example'))";
            statement.execute("insert into seeker_profile (person_id, stage, changed_at) select " + person + ", 'SEEKING', now()");
            for (String wish : List.of("AREA SENMAYA", "AREA ICHINOSEKI", "OCCUPATION 08", "INDUSTRY E", "EMPLOYMENT REGULAR", "WAGE 220000", "DAYS_OFF 120",
                    "REMOTE yes", "DORMITORY yes", "HOUSING yes", "RELOCATION yes", "LICENCE DRIVING")) {
                String[] part = wish.split(" ");
                statement.execute("insert into seeker_wish (person_id, wish, value) select " + person + ", '" + part[0] + "', '" + part[1] + "'");
            }
            statement.execute("insert into seeker_weight (person_id, wish, weight, must) select " + person + ", w, 4, true from (values ('AREA'), ('EMPLOYMENT')) x (w)");
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static double get(String url, String cookies) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer =
                CLIENT.send(HttpRequest.newBuilder(URI.create(url)).header("Cookie", cookies).build(), HttpResponse.BodyHandlers.ofString());
        double took = (System.nanoTime() - start) / 1e6;
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("sign-in-form");
        return took;
    }

    private static double at(List<Double> times, double part) {
        return times.stream().sorted().toList().get((int) Math.min(times.size() - 1, Math.ceil(times.size() * part) - 1));
    }
}
