package tsunagu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tsunagu.shared.Secrets;
import tsunagu.launch.DatabaseUsers;
import tsunagu.testing.TestPortal;

/**
 * The last seats and the opening of a door, over HTTP, with durable commits: {@code mvn -Pbench verify -Dit.test=DoorBench}. The
 * table goes to target/bench/door.md.
 */
class DoorBench {

    private static final int SEATS = 50;

    private final StringBuilder table = new StringBuilder("| what | result |\n|---|---|\n");

    @Test
    void seats_and_scans() throws Exception {
        try (TestPortal portal = TestPortal.durable("door-bench")) {
            double warm = tries(portal, "warm", 50, 100).perSecond;
            Tries fifty = tries(portal, "fifty", 50, 200);
            double bare = bare(portal, 50, 200);
            row("50 clients, 200 tries, 50 seats: filled / refused / 5xx", fifty.filled + " / " + fifty.refused + " / " + fifty.broken);
            row("tries/s (POST of the form, with letter and calendar)", "%.0f".formatted(fifty.perSecond));
            row("bare conditional UPDATE + INSERT, 50 connections, tries/s", "%.0f".formatted(bare));
            row("ratio", "%.2f".formatted(fifty.perSecond / bare));
            row("worst try ms", "%.0f".formatted(fifty.worst));
            Tries many = tries(portal, "many", 500, 500);
            row("500 clients, 500 tries, 50 seats: filled / refused / 5xx", many.filled + " / " + many.refused + " / " + many.broken);
            row("worst try ms", "%.0f".formatted(many.worst));
            scans(portal);
            Path target = Path.of(System.getProperty("tsunagu.build"), "bench", "door.md");
            Files.createDirectories(target.getParent());
            Files.writeString(target, table);
            System.out.print(table);
            assertThat(warm).isPositive();
            for (Tries each : List.of(fifty, many)) {
                assertThat(each.filled).isEqualTo(SEATS);
                assertThat(each.broken).as("answers 5xx").isZero();
            }
            assertThat(portal.one("select count(*) from event_session s where taken <> (select count(*) from registration r"
                            + " where r.session_id = s.id and r.state in ('CONFIRMED', 'OFFERED'))"))
                    .as("counters that are not what the rows say")
                    .isEqualTo("0");
            assertThat(fifty.worst).as("worst of 200 tries, ms").isLessThanOrEqualTo(2_000);
        }
    }

    private record Tries(int filled, int refused, int broken, double perSecond, double worst) {}

    /** Forms are opened before; a try is the press of the button. */
    private static Tries tries(TestPortal portal, String name, int clients, int tries) throws Exception {
        String session = session(portal, name, SEATS);
        String event = portal.one("select e.code from event e join event_session s on s.event_id = e.id where s.id = " + session);
        URI page = URI.create(portal.url("/events/" + event + "/sessions/" + session + "/register"));
        List<Callable<double[]>> presses = new ArrayList<>();
        for (int i = 0; i < tries; i++) {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .build();
            String form = client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString()).body();
            HttpRequest press = HttpRequest.newBuilder(page)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", "same-origin")
                    // everybody at home: of one network only so many are taken in an hour
                    .header("X-Forwarded-For", "10." + i / 250 + "." + i % 250 + ".1")
                    .timeout(Duration.ofSeconds(60))
                    .POST(HttpRequest.BodyPublishers.ofString(filled(form, name, i)))
                    .build();
            presses.add(() -> {
                long start = System.nanoTime();
                HttpResponse<Void> answer = client.send(press, HttpResponse.BodyHandlers.discarding());
                return new double[] {answer.statusCode(), (System.nanoTime() - start) / 1e6};
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        long start = System.nanoTime();
        List<Future<double[]>> answers = pool.invokeAll(presses);
        double seconds = (System.nanoTime() - start) / 1e9;
        pool.shutdown();
        int refused = 0;
        int broken = 0;
        double worst = 0;
        for (Future<double[]> each : answers) {
            double[] answer = each.get();
            refused += answer[0] == 200 ? 1 : 0;
            broken += answer[0] >= 500 ? 1 : 0;
            worst = Math.max(worst, answer[1]);
        }
        int seated = Integer.parseInt(portal.one("select count(*) from registration where state = 'CONFIRMED' and session_id = " + session));
        assertThat(portal.one("select taken from event_session where id = " + session)).isEqualTo(Integer.toString(seated));
        return new Tries(seated, refused, broken, tries / seconds, worst);
    }

    private static String filled(String form, String name, int number) {
        StringBuilder body = new StringBuilder();
        Matcher hidden = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>").matcher(form);
        while (hidden.find()) {
            put(body, attribute(hidden.group(), "name"), attribute(hidden.group(), "value"));
        }
        put(body, "name", "名前 " + number);
        put(body, "reading", "");
        put(body, "email", name + number + "@bench.example");
        put(body, "role", "GENERAL");
        put(body, "agreed", "on");
        put(body, "submit-guest", "x");
        return body.toString();
    }

    private static String attribute(String element, String name) {
        Matcher value = Pattern.compile(name + "=\"([^\"]*)\"").matcher(element);
        return value.find() ? value.group(1).replace("&amp;", "&").replace("&quot;", "\"") : "";
    }

    private static void put(StringBuilder body, String name, String value) {
        body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** What the database alone can do: the same seats, one connection for each client. */
    private static double bare(TestPortal portal, int clients, int tries) throws Exception {
        String session = session(portal, "bare", SEATS);
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Connection connection = portal.database(DatabaseUsers.SUPERUSER);
            connection.setAutoCommit(false);
            connections.add(connection);
        }
        AtomicInteger next = new AtomicInteger();
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        for (Connection connection : connections) {
            running.add(pool.submit(() -> {
                begin.await();
                for (int i = next.getAndIncrement(); i < tries; i = next.getAndIncrement()) {
                    bareTry(connection, session, i);
                }
                return null;
            }));
        }
        long start = System.nanoTime();
        begin.countDown();
        for (Future<?> each : running) {
            each.get(60, TimeUnit.SECONDS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        pool.shutdown();
        for (Connection each : connections) {
            each.close();
        }
        assertThat(portal.one("select taken from event_session where id = " + session)).isEqualTo(Integer.toString(SEATS));
        return tries / seconds;
    }

    private static void bareTry(Connection connection, String session, int number) throws Exception {
        try (PreparedStatement actor = connection.prepareStatement("select set_config('tsunagu.actor', 'bench', true)");
                PreparedStatement seat = connection.prepareStatement("update event_session set taken = taken + 1 where id = "
                        + session + " and taken < capacity");
                PreparedStatement row = connection.prepareStatement(
                        "insert into registration (id, session_id, person_id, role, state, ticket_token, short_code, created_at, version)"
                                + " select nextval('tsunagu_seq'), " + session + ", p.id, 'GENERAL', 'CONFIRMED', ?, ?, now(), 1"
                                + " from person p order by p.id desc offset ? limit 1")) {
            actor.execute();
            if (seat.executeUpdate() == 1) {
                row.setString(1, "bare" + number);
                row.setString(2, "%08d".formatted(number));
                row.setInt(3, number);
                row.executeUpdate();
            }
            connection.commit();
        }
    }

    /** 2,000 scans from 10 phones whose network goes away in the middle of answers; then single scans, one after the other. */
    private void scans(TestPortal portal) throws Exception {
        int phones = 10;
        int people = 1_000;
        String session = session(portal, "scans", null);
        portal.run("set tsunagu.actor = 'bench'; insert into person (id, name, created_at, version) select -g, '来場 ' || g, now(), 1"
                + " from generate_series(1, " + people + ") g; insert into registration (id, session_id, person_id, role, state,"
                + " ticket_token, short_code, created_at, version) select -g, " + session + ", -g, 'GENERAL', 'CONFIRMED', 'bench' || g,"
                + " lpad(g::text, 8, '0'), now(), 1 from generate_series(1, " + people + ") g; update event_session set taken = "
                + people + ", starts_at = now() - interval '1 hour', ends_at = now() + interval '3 hours' where id = " + session);
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < phones; i++) {
            String secret = Secrets.token();
            secrets.add(secret);
            portal.run("set tsunagu.actor = 'bench'; insert into door_device (id, session_id, secret_hash, opened_by, opened_at,"
                    + " expires_at, seen_at, version) select -" + (i + 1) + ", " + session + ", '" + Secrets.digest(secret)
                    + "', min(id), now(), now() + interval '1 day', now(), 1 from account where id in"
                    + " (select account_id from account_role where role in ('STAFF', 'DOOR'))");
        }
        // Every person is read by two phones: 2,000 facts, 1,000 people.
        List<List<String>> facts = new ArrayList<>();
        for (int i = 0; i < phones; i++) {
            facts.add(new ArrayList<>());
        }
        long now = System.currentTimeMillis();
        for (int person = 1; person <= people; person++) {
            for (int twice = 0; twice < 2; twice++) {
                facts.get((person + twice * 3) % phones)
                        .add("{\"kind\":\"SCAN\",\"nonce\":\"n%d-%d\",\"registration\":-%d,\"time\":%d,\"answered\":\"OK\"}"
                                .formatted(person, twice, person, now - 600_000 + person));
            }
        }
        URI address = URI.create(portal.url("/door/" + session + "/facts"));
        AtomicInteger cut = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(phones);
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < phones; i++) {
            int phone = i;
            running.add(pool.submit(() -> {
                HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                Random random = new Random(phone);
                List<String> queue = facts.get(phone);
                for (int from = 0; from < queue.size(); ) {
                    String body = "{\"now\":%d,\"facts\":[%s]}".formatted(
                            System.currentTimeMillis(), String.join(",", queue.subList(from, Math.min(from + 50, queue.size()))));
                    boolean breaks = random.nextInt(3) == 0;
                    try {
                        HttpResponse<String> answer = client.send(
                                report(address, secrets.get(phone), body, Duration.ofMillis(breaks ? 40 : 60_000)),
                                HttpResponse.BodyHandlers.ofString());
                        assertThat(answer.statusCode()).isEqualTo(200);
                        if (Arrays.stream(answer.body().split("nonce")).skip(1).allMatch(each -> each.contains("outcome"))) {
                            from += 50;
                        }
                    } catch (java.net.http.HttpTimeoutException networkGone) {
                        cut.incrementAndGet();
                    }
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get(10, TimeUnit.MINUTES);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        pool.shutdown();
        String scans = portal.one("select count(*) from scan where session_id = " + session);
        String present = portal.one("select count(*) from attendance where session_id = " + session);
        String conflicts = portal.one("select count(*) from door_conflict where session_id = " + session);
        row("2,000 scans of 1,000 people from 10 phones, network cut in the middle of an answer", cut.get() + " times cut");
        row("facts kept / people present / conflicts shown", scans + " / " + present + " / " + conflicts);
        row("scans/s", "%.0f".formatted(2_000 / seconds));
        assertThat(scans).isEqualTo("2000");
        assertThat(present).isEqualTo("1000");
        assertThat(conflicts).isEqualTo("1000");
        assertThat(cut.get()).isPositive();
        online(address, secrets.get(0));
    }

    private void online(URI address, String secret) throws Exception {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        double[] took = new double[300];
        for (int i = 0; i < took.length; i++) {
            String body = "{\"now\":%d,\"facts\":[{\"kind\":\"SCAN\",\"nonce\":\"o%d\",\"registration\":-%d,\"time\":%d,\"answered\":\"ALREADY\"}]}"
                    .formatted(System.currentTimeMillis(), i, i + 1, System.currentTimeMillis());
            long start = System.nanoTime();
            assertThat(client.send(report(address, secret, body, Duration.ofSeconds(10)), HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("ALREADY");
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(took);
        row("one scan online: median / p99 ms", "%.1f / %.1f".formatted(took[took.length / 2], took[took.length * 99 / 100]));
    }

    private static HttpRequest report(URI address, String secret, String body, Duration patience) {
        return HttpRequest.newBuilder(address)
                .header("X-Door-Device", secret)
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String session(TestPortal portal, String name, Integer seats) {
        portal.run("set tsunagu.actor = 'bench'; insert into event (id, code, type, title, state, published_at, area, version)"
                + " values (nextval('tsunagu_seq'), 'bench" + name + "', 'SEMINAR', '" + name + "', 'PUBLISHED', now(), 'ICHINOSEKI', 1);"
                + " insert into event_session (id, event_id, number, known_to, held_on, starts_at, ends_at, fiscal_year, outcome, capacity, version)"
                + " select nextval('tsunagu_seq'), e.id, 1, 'TIME', d, (d + time '10:00') at time zone 'Asia/Tokyo',"
                + " (d + time '12:00') at time zone 'Asia/Tokyo', extract(year from d - interval '3 months')::int, 'PLANNED', " + seats + ", 1"
                + " from event e, (select current_date + " + (seats == null ? 0 : 10) + " as d) x where e.code = 'bench" + name + "'");
        return portal.one("select s.id from event_session s join event e on e.id = s.event_id where e.code = 'bench" + name + "'");
    }

    private void row(String what, String result) {
        table.append("| ").append(what).append(" | ").append(result).append(" |\n");
    }
}
