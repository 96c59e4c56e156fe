package tsunagu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tsunagu.platform.SealedForTests;
import tsunagu.shared.SealedText;
import tsunagu.testing.Chromium;
import tsunagu.testing.Wire;

/**
 * What happens to people when a node or the database goes away, tried on {@code docker/local}. Each test is a row of the table in
 * docs/reliability.md; what was measured goes to target/faults.md. The promise: nothing that was acknowledged is lost or doubled, the rest gets a
 * clear page soon, and nobody restarts anything.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesFault {

    private static final List<String> ROWS = Collections.synchronizedList(new ArrayList<>());

    private static GreenMail mail;
    private static City city;

    @BeforeAll
    static void start() {
        mail = new GreenMail(new ServerSetup(3925, "localhost", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        city = City.start(Map.of("TSUNAGU_SMTP_HOST", "localhost", "TSUNAGU_SMTP_PORT", "3925", "TSUNAGU_SMTP_TLS", "none",
                "TSUNAGU_MAIL_FROM", "tsunagu@city.example", "TSUNAGU_SEARCHES_PER_MINUTE", "1000000"));
    }

    @AfterAll
    static void say() throws IOException {
        mail.stop();
        List<String> table = new ArrayList<>(List.of("| fault | promise | result |", "|---|---|---|"));
        table.addAll(ROWS);
        Files.write(Path.of(System.getProperty("tsunagu.build"), "faults.md"), table);
        ROWS.forEach(System.out::println);
    }

    private static void row(String fault, String promise, String result) {
        ROWS.add("| " + fault + " | " + promise + " | " + result + " |");
    }

    @Test
    @Order(1)
    void a_limit_is_one_of_both_nodes() throws Exception {
        String nobody = "limit" + System.nanoTime() + "@mail.example";
        int refused = 0;
        for (int i = 0; i < 6; i++) {
            Client guesser = new Client(city.node(i % 2 == 0 ? "a" : "b"), "203.0.113." + (10 + i));
            refused += guesser.signIn(nobody, "not the password at all").body().contains("少し待つ必要があります") ? 1 : 0;
        }
        long rows = city.count("select count(*) from allowance where what = 'SIGN_IN_ACCOUNT'");
        assertThat(rows).isPositive();
        assertThat(refused).as("of six wrong passwords, alternately at both nodes, the sixth waits").isEqualTo(1);
        row("wrong passwords at both nodes in turn", "five tries, wherever they are made", "the sixth is refused");
    }

    @Test
    @Order(2)
    void what_is_ended_at_one_node_is_closed_at_the_other_at_once() throws Exception {
        Client staff = new Client(city.node("a"), "203.0.113.7");
        assertThat(staff.signIn("staff@demo.example", City.PASSWORD).statusCode()).isEqualTo(302);
        String code = city.one("select code from finding_job_card where opens_on <= current_date and closes_on > current_date"
                + " and ended_at > now() + interval '1 day' order by id limit 1");
        String list = "/jobs?q=" + java.net.URLEncoder.encode(city.one("select title from posting where code = '" + code + "'"),
                java.nio.charset.StandardCharsets.UTF_8);
        Client stranger = new Client(city.node("b"), "203.0.113.8");
        String link = "/jobs/" + code + "\"";
        assertThat(stranger.get(list).body()).contains(link);
        // kept by the other node from now on
        assertThat(stranger.get(list).body()).contains(link);
        Map<String, String> form = Wire.form(staff.get("/staff/jobs/" + code), "form");
        form.put("why", "It names a wage that the company does not pay.");
        form.put("take-down", "x");
        assertThat(staff.post("/staff/jobs/" + code, form).statusCode()).isEqualTo(302);
        assertThat(stranger.get(list).body()).doesNotContain(link);
        row("a posting is taken down at one node", "closed at the other at the next request", "gone from the other node's kept page at its next request");
    }

    @Test
    @Order(3)
    void letters_leave_once_though_a_node_is_killed() throws Exception {
        String mark = "ledger" + System.nanoTime();
        SealedForTests sealed = city.sealed();
        city.run("psql", "-qc", "insert into mail_outbox (id, once, recipient, recipient_key, subject, body, calendar, state, next_try, written_at,"
                + " message_id, unsubscribe) select nextval('mail_outbox_seq'), '" + mark + "' || i, " + sealed.literal(mark + "@mail.example")
                + ", repeat('0', 64), 'ledger', " + sealed.literal("ledger") + ", null,"
                + " 'WAITING', now(), now(), '<" + mark + "-' || i || '@city.example>', '' from generate_series(1, 400) i");
        until(Duration.ofSeconds(60), () -> city.count("select count(*) from mail_outbox where once like '" + mark + "%' and state = 'SENT'") > 60);
        city.run("node", "a", "kill");
        // what the dead node had taken is free again after three minutes (OutboxService.TAKEN_FOR)
        until(Duration.ofMinutes(6), () -> city.count("select count(*) from mail_outbox where once like '" + mark + "%' and state <> 'SENT'") == 0);
        Map<String, Integer> arrived = new HashMap<>();
        for (MimeMessage each : mail.getReceivedMessages()) {
            if (each.getMessageID().contains(mark)) {
                arrived.merge(each.getMessageID(), 1, Integer::sum);
            }
        }
        long twice = arrived.values().stream().filter(each -> each > 1).count();
        assertThat(arrived).hasSize(400);
        assertThat(twice).isLessThanOrEqualTo(1);
        row("kill -9 of a node while it sends 400 letters", "every letter leaves, at most the one under way twice with the same Message-ID",
                "400 of 400 arrived, " + twice + " twice");
        city.run("node", "a", "start");
        city.run("node", "a", "ready");
    }

    @Test
    @Order(4)
    void the_day_s_tasks_ran_once() {
        assertThat(city.count("select count(*) from (select task, day from daily_task_run group by 1, 2 having count(*) > 1) each")).isZero();
        long ran = city.count("select count(*) from daily_task_run");
        assertThat(ran).isPositive();
        row("two nodes, daily tasks", "each once", ran + " runs, none twice (primary key of the day)");
    }

    @Test
    @Order(5)
    void a_form_that_is_being_filled_outlives_its_node() throws Exception {
        Chromium.require();
        String node = "a";
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(Chromium.start())) {
            Page page = browser.newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true).setLocale("ja-JP")).newPage();
            page.setDefaultTimeout(60_000);
            page.navigate(city.proxy() + "/sign-in");
            page.fill("#email", "staff@demo.example");
            page.fill("#password", City.PASSWORD);
            page.click("#submit");
            page.waitForLoadState();
            assertThat(page.locator("a[href$='/sign-out']").count()).as(page.url()).isPositive();
            String title = "Ledger " + System.nanoTime();
            page.navigate(city.proxy() + "/staff/events/new");
            page.fill("#title", title);
            node = city.nodeOfLastRequest();
            city.run("node", node, "kill");
            // the draft is not complete yet: the page comes back from the other node with what was typed, then it is completed there
            long begun = System.nanoTime();
            page.click("#save");
            page.waitForLoadState();
            long ms = (System.nanoTime() - begun) / 1_000_000;
            assertThat(page.locator("a[href$='/sign-out']").count()).as(page.url()).isPositive();
            assertThat(page.inputValue("#title")).isEqualTo(title);
            page.selectOption("#type", new com.microsoft.playwright.options.SelectOption().setIndex(4));
            page.fill("#sessions-0-date", java.time.LocalDate.now().plusDays(30).toString());
            page.fill("#sessions-0-start", "13:00");
            page.fill("#sessions-0-end", "15:00");
            page.fill("#sessions-0-place", "Hall");
            page.locator("input[value=UNIVERSITY_STUDENT]").first().check();
            page.click("#save");
            page.waitForLoadState();
            assertThat(city.count("select count(*) from event where title = '" + title + "'")).as(page.locator("main").innerText()).isEqualTo(1);
            row("kill -9 of a form's node while a browser fills it", "signed in still, what was typed is there, kept once",
                    "the other node answered after " + ms + " ms with what was typed; finished there, kept once");
        } finally {
            city.run("node", node, "start");
            city.run("node", node, "ready");
        }
    }

    /** Twenty requests a second by somebody signed in, strangers, and people who register; one node after the other is stopped and started. */
    @Test
    @Order(6)
    void a_rolling_update_loses_no_request() throws Exception {
        Ledger ledger = new Ledger();
        ledger.begin();
        city.run("roll");
        ledger.end();
        assertThat(ledger.bad).as("answers").isEmpty();
        ledger.holds();
        row("rolling update at 20 requests/s", "no request fails", ledger.words());
    }

    @Test
    @Order(7)
    void a_killed_node_costs_no_acknowledged_registration() throws Exception {
        Ledger ledger = new Ledger();
        ledger.begin();
        Thread.sleep(5_000);
        city.run("node", "b", "kill");
        Thread.sleep(10_000);
        city.run("node", "b", "start");
        city.run("node", "b", "ready");
        ledger.end();
        ledger.holds();
        // on a machine whose two cores also start the node again and send the requests
        assertThat(ledger.slowestMillis).as("an answer in time").hasValueLessThan(20_000);
        row("kill -9 of a node at 20 requests/s", "what was acknowledged is there, once; the rest is told soon", ledger.words());
    }

    @Test
    @Order(8)
    void a_stopped_database_costs_no_acknowledged_registration_and_nobody_restarts_anything() throws Exception {
        Ledger ledger = new Ledger();
        ledger.begin();
        Thread.sleep(5_000);
        city.run("database", "stop", "immediate");
        Thread.sleep(10_000);
        assertThat(city.health("a", "ready")).isEqualTo(503);
        assertThat(city.health("a", "live")).isEqualTo(200);
        city.run("database", "start");
        long back = System.nanoTime();
        until(Duration.ofSeconds(60), () -> city.health("a", "ready") == 200 && city.health("b", "ready") == 200);
        long healed = (System.nanoTime() - back) / 1_000_000_000;
        ledger.end();
        ledger.holds();
        row("database stopped (immediate) for ten seconds at 20 requests/s", "nothing acknowledged is lost; 503 with words; heals by itself",
                ledger.words() + "; ready again " + healed + " s after it was back");
    }

    @Test
    @Order(9)
    void a_frozen_database_hangs_nobody_for_long() throws Exception {
        Client stranger = new Client(city.node("a"), "203.0.113.9");
        stranger.get("/jobs");
        city.signalDatabase("STOP");
        long slowest = 0;
        List<Integer> said = new ArrayList<>();
        try {
            for (String path : List.of("/jobs", "/companies", "/sign-in", "/plan")) {
                long begun = System.nanoTime();
                said.add(stranger.get(path).statusCode());
                slowest = Math.max(slowest, (System.nanoTime() - begun) / 1_000_000);
            }
            assertThat(city.health("a", "live")).isEqualTo(200);
        } finally {
            city.signalDatabase("CONT");
        }
        long back = System.nanoTime();
        until(Duration.ofSeconds(90), () -> stranger.get("/jobs").statusCode() == 200);
        row("database frozen (SIGSTOP)", "an answer, live stays up, heals by itself", "answers " + said + ", the slowest after " + slowest
                + " ms; well again after " + (System.nanoTime() - back) / 1_000_000 + " ms");
    }

    /** Who was told what, compared with what is there afterwards. */
    private static final class Ledger {

        private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        private final Set<String> asked = ConcurrentHashMap.newKeySet();
        private final Map<String, LongAdder> bad = new ConcurrentHashMap<>();
        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicInteger slowestMillis = new AtomicInteger();
        private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(24);
        private final String mark = "ledger" + System.nanoTime();
        private final String form;
        private final Client staff = new Client(city.proxy(), "");

        Ledger() throws Exception {
            form = city.one("select '/events/' || e.code || '/sessions/' || s.id || '/register' from event e join event_session s on s.event_id = e.id"
                    + " where e.state = 'PUBLISHED' and s.starts_at > now() + interval '1 day' and s.outcome = 'PLANNED' and s.intake = 'FIRST_COME'"
                    + " and coalesce(s.intake_opens_at, now()) <= now() and coalesce(s.intake_closes_at, s.starts_at) > now() + interval '1 day'"
                    + " and coalesce(s.capacity, 99999) - s.taken > 5 order by coalesce(s.capacity, 99999) - s.taken desc limit 1");
            staff.signIn("staff@demo.example", City.PASSWORD);
        }

        void begin() {
            AtomicInteger turn = new AtomicInteger();
            clock.scheduleAtFixedRate(() -> clock.execute(() -> one(turn.incrementAndGet())), 0, 50, TimeUnit.MILLISECONDS);
        }

        private void one(int turn) {
            long begun = System.nanoTime();
            sent.incrementAndGet();
            String what = "";
            try {
                if (turn % 20 == 0) {
                    what = "sign-up";
                    signUp(turn);
                } else if (turn % 5 == 0) {
                    what = "staff";
                    expect(what, synchronizedGet("/staff/events"));
                } else {
                    what = List.of("/jobs", "/companies", "/events", "/plan").get(turn % 4);
                    expect(what, new Client(city.proxy(), "").get(what));
                }
            } catch (Exception broken) {
                bad.computeIfAbsent(what + " " + broken.getClass().getSimpleName(), key -> new LongAdder()).increment();
            }
            slowestMillis.accumulateAndGet((int) ((System.nanoTime() - begun) / 1_000_000), Math::max);
        }

        private HttpResponse<String> synchronizedGet(String path) throws Exception {
            synchronized (staff) {
                return staff.get(path);
            }
        }

        /** At a node, because the limit goes by networks and this machine is one; whichever node answers health. */
        private void signUp(int turn) throws Exception {
            String email = mark + "-" + turn + "@mail.example";
            Client guest = new Client(city.node(turn % 40 == 0 ? "a" : "b"), "198.51." + turn / 250 % 250 + "." + turn % 250);
            HttpResponse<String> page = guest.get(form);
            Map<String, String> fields = Wire.form(page, "form");
            fields.put("name", "Ledger " + turn);
            fields.put("email", email);
            fields.put("role", "GENERAL");
            fields.put("agreed", "true");
            fields.put("act", Wire.parsed(page).select("#form button[name=act]").first().val());
            asked.add(email);
            HttpResponse<String> answer = guest.post(form, fields);
            if (answer.statusCode() == 302) {
                acknowledged.add(email);
            }
        }

        private void expect(String what, HttpResponse<String> answer) {
            if (answer.statusCode() != 200) {
                bad.computeIfAbsent(what + " " + answer.statusCode(), key -> new LongAdder()).increment();
            }
        }

        void end() throws InterruptedException {
            clock.shutdown();
            clock.awaitTermination(100, TimeUnit.SECONDS);
            // sign-ups go to a node itself, and one that is away cannot answer: that is no lost request
            bad.keySet().removeIf(each -> each.startsWith("sign-up"));
        }

        /** Who was told that it is done is there once; who was not is there at most once. */
        void holds() {
            SealedForTests sealed = city.sealed();
            List<String> rows = city.one("select coalesce(string_agg(encode(guest_email, 'hex'), ' '), '') from registration where guest_email is not null")
                    .lines()
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .filter(each -> !each.isBlank())
                    .map(each -> sealed.opens(SealedText.PURPOSE, each).toLowerCase(Locale.ROOT))
                    .filter(each -> each.startsWith(mark))
                    .toList();
            Set<String> there = new HashSet<>(rows);
            assertThat(acknowledged).isNotEmpty();
            assertThat(there).containsAll(acknowledged);
            assertThat(rows).as("none twice").doesNotHaveDuplicates();
        }

        String words() {
            return sent + " requests, others than 200: " + (bad.isEmpty() ? "none" : bad) + "; registrations acknowledged " + acknowledged.size()
                    + " of " + asked.size() + ", all there, none twice; slowest answer " + slowestMillis + " ms";
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Duration patience, Condition condition) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(500);
        }
    }
}
