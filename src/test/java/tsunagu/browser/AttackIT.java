package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.testing.RealPaths;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Wire;
import tsunagu.web.Route;
import tsunagu.web.Routes;

/**
 * What a stranger with a script can do to the portal: nothing that anybody else notices. On a portal of its own, because much is broken
 * on purpose here.
 */
class AttackIT {

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        // Fewer searches a minute than usual, so that the limit is met on a slow machine, too; a password costs what it
        // costs in a city.
        portal = TestPortal.start(
                "attacked",
                Map.of("TSUNAGU_SEARCHES_PER_MINUTE", "300", "JVM_ARGS", "", "TSUNAGU_DEMO_PASSWORD_MEMORY", "19456"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    /** Before, the 4,999th closed sign-in for everybody for half an hour. */
    @Test
    void five_thousand_visitors_at_the_sign_in_leave_room_for_everybody() throws Exception {
        together(5_200, 8, i -> {
            HttpResponse<String> page = Wire.stranger(portal, "198.51.100.1", "/sign-in");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().allValues("set-cookie"))
                    .as("a visitor costs no session")
                    .noneMatch(each -> each.startsWith("sid="));
            return null;
        });
        Wire person = new Wire(portal);
        assertThat(person.signIn("seeker@demo.example", TestPortal.PASSWORD).statusCode())
                .isEqualTo(302);
        assertThat(person.get("/my").statusCode()).isEqualTo(200);
    }

    /** Every page with a form, opened by somebody who is not signed in, and sent: no session comes of it. */
    @Test
    void no_page_of_a_visitor_makes_a_session() {
        RealPaths paths = new RealPaths(portal);
        for (Route route : Routes.ALL.stream().filter(each -> !each.signedIn()).toList()) {
            Wire visitor = new Wire(portal);
            HttpResponse<String> page = visitor.get(paths.of(route.pattern()));
            for (Element form : Wire.parsed(page).select("form[method=post]")) {
                Element button = form.selectFirst("input[type=submit], button[name]");
                Map<String, String> fields = Wire.fields(form);
                if (button != null) {
                    fields.put(button.attr("name"), button.val());
                }
                visitor.post(paths.of(route.pattern()), fields);
            }
            assertThat(visitor.has("sid")).as(route.pattern()).isFalse();
        }
    }

    /** Seventy posts with addresses of 11 MB ended it: each stayed in memory as a key. */
    @Test
    void what_is_too_large_is_refused_before_it_is_read() throws Exception {
        String large = "a".repeat(11_000_000);
        together(70, 4, i -> {
            Wire stranger = new Wire(portal);
            Map<String, String> form = Wire.form(stranger.get("/sign-in"), "form");
            form.put("email", i + large);
            form.put("submit", "x");
            try {
                HttpResponse<String> answer = stranger.post("/sign-in", form);
                assertThat(answer.statusCode()).isEqualTo(413);
                assertThat(answer.body()).contains("送られた内容が大きすぎます");
            } catch (java.io.UncheckedIOException closed) {
                // the server may hang up instead of reading 11 MB it has refused
            }
            return null;
        });
        // Just below the limit: read, and still no key, no session, no hash.
        Wire stranger = new Wire(portal);
        Map<String, String> form = Wire.form(stranger.get("/sign-in"), "form");
        form.put("email", "b".repeat(200_000));
        form.put("password", "c".repeat(50_000));
        form.put("submit", "x");
        HttpResponse<String> answer = stranger.post("/sign-in", form);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("メールアドレスかパスワードが違います");
        alive();
    }

    /** A network that makes the portal work without end has to wait, in words; others do not notice. */
    @Test
    void who_searches_without_end_has_to_wait() throws Exception {
        List<HttpResponse<String>> answers = together(
                700, 4, i -> Wire.stranger(portal, "198.51.101.1", "/jobs?q=" + Integer.toString(i + 100_000, 36)));
        List<HttpResponse<String>> late =
                answers.stream().filter(each -> each.statusCode() == 429).toList();
        assertThat(late).isNotEmpty();
        assertThat(late.get(0).body()).contains("短い時間に何度も開かれました");
        assertThat(late.get(0).headers().firstValue("retry-after")).isPresent();
        assertThat(answers).allMatch(each -> each.statusCode() == 200 || each.statusCode() == 429);
        assertThat(new Wire(portal, "203.0.113.9").get("/jobs?q=somebody-else").statusCode())
                .isEqualTo(200);
    }

    /** Posts that no page of ours made: a status and a page of our own, never a failure, and always the headers. */
    @Test
    void forged_forms_and_broken_addresses_are_answered_in_words() {
        Wire stranger = new Wire(portal);
        Map<String, String> form = Wire.form(stranger.get("/sign-in"), "form");
        form.put("email", "seeker@demo.example");
        form.put("password", TestPortal.PASSWORD);
        form.put("submit", "x");
        Map<String, Integer> found = new LinkedHashMap<>();
        for (String state : List.of("x", "stateless2", "LTQyNjk5OTk5OTk5OTk5", "%00", "a".repeat(5_000))) {
            found.put(
                    "state " + state.substring(0, Math.min(20, state.length())),
                    status(stranger, changed(form, "jakarta.faces.ViewState", state)));
        }
        found.put("no token", status(stranger, changed(form, "form-token", "")));
        found.put(
                "token of another page",
                status(
                        stranger,
                        changed(
                                form,
                                "form-token",
                                Wire.form(stranger.get("/sign-up"), "form").get("form-token"))));
        Wire other = new Wire(portal);
        found.put(
                "token of another browser",
                status(
                        stranger,
                        changed(
                                form,
                                "form-token",
                                Wire.form(other.get("/sign-in"), "form").get("form-token"))));
        found.put("nonce", status(stranger, changed(form, "primefaces.nonce", "EVIL")));
        assertThat(found).allSatisfy((what, code) -> assertThat(code).as(what).isEqualTo(409));
        assertThat(stranger.has("sid")).isFalse();
        for (String path : List.of(
                "/jobs?jakarta.faces.ViewState=x",
                "/sign-in?jakarta.faces.partial.ajax=true&primefaces.nonce=EVIL",
                "/sign-in?jakarta.faces.source=form&jakarta.faces.ViewState=stateless")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(200);
        }
        String redirected = stranger.get("/my?next=//evil.example")
                .headers()
                .firstValue("location")
                .orElseThrow();
        assertThat(redirected).startsWith("/sign-in?next=");
        assertThat(new Wire(portal)
                        .signIn("seeker@demo.example", TestPortal.PASSWORD)
                        .headers()
                        .firstValue("location"))
                .hasValue("/my");
        alive();
    }

    /** Signed in, "stateless" would pass the view state by, which is the second lock of a signed-in person's form. */
    @Test
    void a_signed_in_person_s_form_cannot_be_sent_without_its_state() {
        Wire person = new Wire(portal);
        person.signIn("seeker@demo.example", TestPortal.PASSWORD);
        Map<String, String> form = Wire.form(person.get("/my/calendar"), "form");
        assertThat(form.get("jakarta.faces.ViewState")).isNotEqualTo("stateless");
        form.put("jakarta.faces.ViewState", "stateless");
        assertThat(person.post("/my/calendar", form).statusCode()).isEqualTo(409);
    }

    /** Before, whoever was signed in got in with any address and any password typed, and a device known for that address. */
    @Test
    void who_is_signed_in_has_to_know_the_password_all_the_same() {
        Wire person = new Wire(portal);
        person.signIn("partner@demo.example", TestPortal.PASSWORD);
        HttpResponse<String> wrong = person.signIn("admin@demo.example", "not the administrator's password");
        assertThat(wrong.statusCode()).isEqualTo(200);
        assertThat(wrong.headers().allValues("set-cookie")).noneMatch(each -> each.startsWith("device="));
        assertThat(person.get("/monthly").statusCode())
                .as("still who they were")
                .isEqualTo(200);
        assertThat(person.get("/accounts").statusCode()).isEqualTo(403);
        assertThat(person.signIn("admin@demo.example", TestPortal.PASSWORD).statusCode())
                .isEqualTo(302);
        assertThat(person.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(person.get("/monthly").statusCode()).isEqualTo(403);
    }

    /** Sixty at once get what the rule allows; the person's own device gets through while a stranger keeps failing. */
    @Test
    void guessing_is_slow_and_keeps_nobody_out() throws Exception {
        Wire owner = new Wire(portal);
        assertThat(owner.signIn("manager@demo.example", TestPortal.PASSWORD).statusCode())
                .isEqualTo(302);
        List<HttpResponse<String>> answers =
                together(40, 20, i -> new Wire(portal).signIn("manager@demo.example", "wrong password number " + i));
        assertThat(answers.stream()
                        .filter(each -> each.body().contains("メールアドレスかパスワードが違います"))
                        .count())
                .as("real guesses")
                .isLessThanOrEqualTo(5);
        HttpResponse<String> stranger = new Wire(portal).signIn("manager@demo.example", TestPortal.PASSWORD);
        assertThat(stranger.body()).contains("少し待つ必要があります");
        // The same browser, its session gone, its device known.
        assertThat(owner.signIn("manager@demo.example", TestPortal.PASSWORD).statusCode())
                .isEqualTo(302);
    }

    /** An account has ten sessions; the one opened first ends with the eleventh. */
    @Test
    void one_account_takes_no_room_of_others() {
        List<Wire> devices = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Wire device = new Wire(portal);
            assertThat(device.signIn("committee@demo.example", TestPortal.PASSWORD)
                            .statusCode())
                    .isEqualTo(302);
            devices.add(device);
        }
        assertThat(devices.get(11).get("/evaluations").statusCode()).isEqualTo(200);
        assertThat(devices.get(0).get("/evaluations").statusCode()).isEqualTo(302);
        assertThat(devices.get(1).get("/evaluations").statusCode()).isEqualTo(302);
        assertThat(devices.get(2).get("/evaluations").statusCode()).isEqualTo(200);
    }

    /** The sign-up answers everybody alike; only the letter tells. */
    @Test
    void a_stranger_does_not_learn_who_has_an_account() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String email : List.of("staff@demo.example", "nobody" + System.nanoTime() + "@demo.example")) {
            Wire stranger = new Wire(portal);
            Map<String, String> form = Wire.form(stranger.get("/sign-up"), "form");
            form.put("name", "探る 人");
            form.put("email", email);
            form.put("consent", "true");
            form.put("submit", "x");
            HttpResponse<String> answer = stranger.post("/sign-up", form);
            answers.put(
                    email,
                    answer.statusCode() + " "
                            + answer.headers().firstValue("location").orElse("") + answer.body());
        }
        assertThat(answers.values()).as(answers.toString()).containsOnly("302 /sign-up/sent?saved=yes");
        assertThat(
                        portal.one(
                                "select subject from mail_outbox where recipient_key = testing.mark('staff@demo.example') order by id desc limit 1"))
                .contains("アカウントはすでにあります");
    }

    /** Control characters and signs that turn what follows around never get in; the person's PDF can always be made. */
    @Test
    void signs_that_nobody_types_do_not_get_in() {
        Wire person = new Wire(portal);
        person.signIn("seeker@demo.example", TestPortal.PASSWORD);
        Map<String, String> form = Wire.form(person.get("/my/searches?save=jobs&q=x"), "form");
        String session = portal.someSession().get("id");
        Wire guest = new Wire(portal);
        String path = new RealPaths(portal).of("/events/{event}/sessions/{session}/register");
        Map<String, String> seat = Wire.form(guest.get(path), "form");
        seat.put("name", "制\u0001御\u000b \u202e子\u200b");
        seat.put("email", "control@guest.example");
        seat.put("role", "GENERAL");
        seat.put("agreed", "true");
        seat.put("act", "ask:seat:");
        assertThat(guest.post(path, seat).statusCode()).isEqualTo(302);
        assertThat(portal.one(
                        "select p.name from person p join registration r on r.person_id = p.id where r.session_id = "
                                + session + " and r.guest_email_key = testing.mark('control@guest.example')"))
                .isEqualTo("制御 子");
        assertThat(form).isNotNull();
        assertThat(person.get("/my/data/pdf").statusCode()).isEqualTo(200);
    }

    /** Every form of every page, as every role, with a mistake in it: nothing of what was typed is in any log. */
    @Test
    void nothing_that_was_typed_is_in_any_log() throws Exception {
        String typed = "typed" + System.nanoTime();
        RealPaths paths = new RealPaths(portal);
        // A form is the same for whoever sees it: it is sent once, by the first who does.
        Set<String> forms = new HashSet<>();
        // Once for visitors and once for the first role that may open it.
        Set<String> looked = new HashSet<>();
        int sent = 0;
        for (String role :
                List.of("", "seeker", "company", "staff", "partner", "committee", "manager", "admin", "door")) {
            Wire person = new Wire(portal);
            if (!role.isEmpty()) {
                assertThat(person.signIn(role + "@demo.example", TestPortal.PASSWORD)
                                .statusCode())
                        .as(role)
                        .isEqualTo(302);
            }
            for (Route route : Routes.ALL) {
                String page = (role.isEmpty() ? "visitor " : "") + route.pattern();
                if (!route.target().endsWith(".xhtml")
                        || !route.posts()
                        || route.pattern().equals("/sign-out")
                        || looked.contains(page)) {
                    continue;
                }
                String path = paths.of(route.pattern());
                HttpResponse<String> answer = person.get(path);
                if (answer.statusCode() != 200) {
                    continue;
                }
                looked.add(page);
                for (Element form : Wire.parsed(answer).select("form[method=post]")) {
                    if (forms.add(route.pattern() + " " + form.select("[name]").eachAttr("name"))) {
                        sent += send(person, path, form, typed);
                    }
                }
            }
        }
        assertThat(sent).as("forms that were sent").isGreaterThan(40);
        assertThat(logs(typed)).isEmpty();
    }

    /** Fills every field with what can be found again, and presses the first button; half of the fields are too long to be right. */
    private static int send(Wire person, String path, Element form, String typed) {
        Element button = form.selectFirst("input[type=submit]");
        if (button == null) {
            return 0;
        }
        Map<String, String> fields = Wire.fields(form);
        boolean text = false;
        for (Element each : form.select("input, textarea")) {
            String type = each.attr("type");
            if (!each.attr("name").isEmpty() && !type.matches("hidden|submit|button|checkbox|radio|file")) {
                fields.put(
                        each.attr("name"), type.equals("email") ? typed + "@broken" : typed + " " + "長".repeat(3_000));
                text = true;
            }
        }
        if (!text) {
            return 0;
        }
        fields.put(button.attr("name"), button.val());
        HttpResponse<String> answer = person.post(path, fields);
        assertThat(answer.statusCode()).as(path + " " + button.attr("name")).isLessThan(500);
        return 1;
    }

    private static List<String> logs(String typed) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(portal.log().getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                int at = text.indexOf(typed);
                if (at >= 0) {
                    found.add(file.getFileName() + ": "
                            + text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 60)));
                }
            }
        }
        return found;
    }

    private static void alive() {
        Wire person = new Wire(portal);
        assertThat(person.get("/").statusCode()).isEqualTo(200);
        assertThat(person.signIn("seeker@demo.example", TestPortal.PASSWORD).statusCode())
                .isEqualTo(302);
    }

    private static int status(Wire stranger, Map<String, String> form) {
        return stranger.post("/sign-in", form).statusCode();
    }

    private static Map<String, String> changed(Map<String, String> form, String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    private interface Shot<T> {
        T at(int number) throws Exception;
    }

    private static <T> List<T> together(int times, int threads, Shot<T> shot) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                all.add(() -> shot.at(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : pool.invokeAll(all)) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
