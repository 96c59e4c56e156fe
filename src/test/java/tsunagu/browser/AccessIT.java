package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tsunagu.shared.ReferenceTable;
import tsunagu.testing.RealPaths;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;
import tsunagu.testing.Wire;
import tsunagu.web.Route;
import tsunagu.web.Routes;

/** Every address with every role, against a table written by hand; and what must hold for every answer. */
class AccessIT {

    private static final Map<String, String> MAILBOX = Map.of(
            "SEEKER",
            "seeker",
            "COMPANY",
            "company",
            "STAFF",
            "staff",
            "DOOR",
            "door",
            "COMMITTEE",
            "committee",
            "MANAGER",
            "manager",
            "PARTNER",
            "partner",
            "ADMINISTRATOR",
            "admin",
            "AUDITOR",
            "auditor");

    private static final List<String> ROLES = List.of(
            "visitor",
            "SEEKER",
            "COMPANY",
            "STAFF",
            "DOOR",
            "COMMITTEE",
            "MANAGER",
            "PARTNER",
            "ADMINISTRATOR",
            "AUDITOR");

    private final TestPortal portal = TestPortal.shared();
    private final RealPaths paths = new RealPaths(portal);

    @Test
    void every_route_opens_for_exactly_the_roles_of_the_table() throws Exception {
        List<ReferenceTable.Row> table = ReferenceTable.read("/access-matrix.csv");
        assertThat(table.stream().map(row -> row.text("route")))
                .as("a route without a row")
                .containsExactlyInAnyOrderElementsOf(
                        Routes.ALL.stream().map(Route::pattern).toList());
        Map<String, String> addresses = new LinkedHashMap<>();
        table.forEach(row -> addresses.put(row.text("route"), paths.of(row.text("route"))));
        ExecutorService roles = Executors.newFixedThreadPool(ROLES.size());
        try {
            List<Future<List<String>>> all = new ArrayList<>();
            ROLES.forEach(role -> all.add(roles.submit(() -> wrong(role, table, addresses))));
            List<String> wrong = new ArrayList<>();
            for (Future<List<String>> each : all) {
                wrong.addAll(each.get());
            }
            assertThat(wrong).isEmpty();
        } finally {
            roles.shutdownNow();
        }
    }

    /** Asks every address in this role, with cookies and a network of its own. @return where the answer is another one than the table's */
    private List<String> wrong(String role, List<ReferenceTable.Row> table, Map<String, String> addresses) {
        Wire person = new Wire(portal, "198.18." + ROLES.indexOf(role) + ".1");
        if (!role.equals("visitor")) {
            person.signIn(MAILBOX.get(role) + "@demo.example", TestPortal.PASSWORD);
        }
        List<String> wrong = new ArrayList<>();
        for (ReferenceTable.Row row : table) {
            HttpResponse<String> answer = person.get(addresses.get(row.text("route")));
            String found = answer(
                    answer.statusCode(), answer.headers().firstValue("location").orElse(""));
            if (!found.equals(row.text(role))) {
                wrong.add(role + " " + row.text("route") + ": " + found + " instead of " + row.text(role));
            }
        }
        return wrong;
    }

    @Test
    void what_is_not_on_the_list_does_not_exist() {
        try (Visitor visitor = Visitor.atDesk(portal)) {
            for (String path : List.of(
                    "/nothing",
                    "/pages/home.xhtml",
                    "/home.xhtml",
                    "/internal/ticket-code",
                    "/health",
                    "/health/ready",
                    "/metrics",
                    "/WEB-INF/web.xml",
                    "/en/nothing",
                    "/events/",
                    "/staff/",
                    "/error")) {
                assertThat(answer(visitor, path)).as(path).isEqualTo("404");
            }
        }
    }

    /** Straight over the wire: a browser would tidy these addresses up before it asks. */
    @Test
    void crooked_addresses_do_not_get_past_the_list() throws Exception {
        java.net.URI home = java.net.URI.create(portal.url("/"));
        for (String path : List.of(
                "/jakarta.faces.resource/../pages/account/accounts.xhtml",
                "/assets/../pages/plan/plan.xhtml",
                "/assets/%2e%2e/pages/account/accounts.xhtml",
                "/assets/..;/pages/account/accounts.xhtml",
                "//staff")) {
            try (var socket = new java.net.Socket(home.getHost(), home.getPort())) {
                socket.getOutputStream()
                        .write(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + home.getPort()
                                        + "\r\nConnection: close\r\n\r\n")
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                String answer =
                        new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                // The server itself answers 500 where a dot or slash is escaped, before any filter: refused is refused.
                assertThat(answer.substring(9, 12)).as(path).isIn("404", "400", "500");
                assertThat(answer).as(path).doesNotContain("site-nav");
            }
        }
    }

    @Test
    void a_page_for_others_is_refused_in_words() {
        try (Visitor visitor = Visitor.onPhone(portal)) {
            visitor.signIn("seeker@demo.example");
            visitor.open("/staff");
            visitor.sees("このページを開く権限がありません");
        }
    }

    @Test
    void a_page_that_only_reads_sets_no_cookie_and_takes_no_post() {
        try (Visitor visitor = Visitor.atDesk(portal)) {
            for (Route route : Routes.ALL.stream().filter(each -> !each.posts()).toList()) {
                String url = portal.url(paths.of(route.pattern()));
                APIResponse read = visitor.page().request().get(url);
                assertThat(read.headers()).as(url).doesNotContainKey("set-cookie");
                APIResponse posted = visitor.page()
                        .request()
                        .post(url, RequestOptions.create().setHeader("Sec-Fetch-Site", "same-origin"));
                assertThat(posted.status()).as("POST " + url).isEqualTo(405);
            }
        }
    }

    @Test
    void every_answer_carries_the_security_headers() {
        try (Visitor visitor = Visitor.atDesk(portal)) {
            for (String path : List.of("/", "/sign-in", "/plan", "/nothing", "/assets/base.css")) {
                Map<String, String> headers =
                        visitor.page().request().get(portal.url(path)).headers();
                assertThat(headers.get("content-security-policy"))
                        .as(path)
                        .contains("script-src 'self'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("script-src 'self' 'unsafe-inline'")
                        .doesNotContain("\n");
                assertThat(headers).as(path).containsEntry("x-content-type-options", "nosniff");
                assertThat(headers).as(path).containsEntry("x-frame-options", "DENY");
                assertThat(headers).as(path).doesNotContainKey("x-powered-by").doesNotContainKey("server");
            }
            assertThat(visitor.page().request().get(portal.url("/sign-in")).headers())
                    .containsEntry("cache-control", "no-store");
        }
    }

    @Test
    void a_form_sent_from_elsewhere_changes_nothing() {
        try (Visitor visitor = Visitor.atDesk(portal)) {
            APIRequestContext request = visitor.page().request();
            Map<String, RequestOptions> forged = new LinkedHashMap<>();
            forged.put("other site", RequestOptions.create().setHeader("Sec-Fetch-Site", "cross-site"));
            forged.put("sister site", RequestOptions.create().setHeader("Sec-Fetch-Site", "same-site"));
            forged.put("foreign origin", RequestOptions.create().setHeader("Origin", "https://evil.example"));
            forged.put("nothing said", RequestOptions.create());
            forged.forEach((name, options) -> assertThat(
                            request.post(portal.url("/sign-in"), options).status())
                    .as(name)
                    .isEqualTo(403));
        }
    }

    @Test
    void the_session_gets_a_new_name_at_sign_in_and_is_worthless_after_sign_out() {
        try (Visitor visitor = Visitor.atDesk(portal);
                Visitor thief = Visitor.atDesk(portal)) {
            visitor.signIn("seeker@demo.example");
            String planted = visitor.cookies().get("sid");
            visitor.signIn("seeker@demo.example");
            String own = visitor.cookies().get("sid");
            assertThat(own).isNotEqualTo(planted);
            assertThat(visitor.cookies()).containsOnlyKeys("sid", "form", "device");
            assertThat(with(thief, planted)).isEqualTo("sign-in");
            assertThat(with(thief, own)).isEqualTo("200");
            visitor.follow("サインアウト");
            visitor.press("サインアウトする");
            assertThat(with(thief, own)).isEqualTo("sign-in");
        }
    }

    @Test
    void guessing_is_slowed_down_and_the_answer_does_not_tell_who_exists() {
        // An account of its own: it is shut out for a minute afterwards.
        String known = "guessed" + System.nanoTime() + "@demo.example";
        try (Visitor owner = Visitor.atDesk(portal);
                Visitor visitor = Visitor.atDesk(portal)) {
            owner.open("/sign-up");
            owner.signUp("当て られ", known);
            for (String email : List.of("nobody@demo.example", known)) {
                for (int i = 0; i < 5; i++) {
                    attempt(visitor, email);
                    visitor.sees("メールアドレスかパスワードが違います。");
                    assertThat(visitor.page().inputValue("#email")).isEqualTo(email);
                }
                attempt(visitor, email);
                visitor.sees("続けて間違えたため、少し待つ必要があります。");
            }
        }
    }

    @Test
    void a_stopped_account_is_out_at_once() {
        String email = "temp" + System.nanoTime() + "@demo.example";
        try (Visitor admin = Visitor.atDesk(portal);
                Visitor colleague = Visitor.atDesk(portal)) {
            admin.signIn("admin@demo.example");
            admin.open("/accounts");
            admin.finds_the_page_sound();
            admin.page().fill("#name", "一時 職員");
            admin.page().fill("#email", email);
            admin.tick("市の職員");
            admin.press("アカウントを開く");
            admin.sees("アカウントを開き、本人にメールで知らせました。");
            colleague.open(portal.link(email, "/password/"));
            colleague.page().fill("#password", TestPortal.PASSWORD);
            colleague.press("このパスワードにする");
            colleague.open("/staff");
            colleague.sees("職員の画面");
            admin.open("/accounts?q=" + email);
            admin.page().click("summary[aria-label='一時 職員 停止']");
            admin.press("一時 職員 停止する");
            admin.sees("理由を入力してください。");
            admin.page().fill("[name^=why-]", "異動");
            admin.press("一時 職員 停止する");
            admin.sees("停止中");
            assertThat(answer(colleague, "/staff")).isEqualTo("sign-in");
        }
    }

    @Test
    void an_address_to_go_on_to_is_only_ever_our_own() {
        try (Visitor visitor = Visitor.atDesk(portal)) {
            visitor.open("/sign-in?next=https://evil.example/");
            visitor.fill("メールアドレス", "seeker@demo.example");
            visitor.fill("パスワード", TestPortal.PASSWORD);
            visitor.press("サインインする");
            assertThat(visitor.page().url()).isEqualTo(portal.url("/my"));
        }
    }

    private static void attempt(Visitor visitor, String email) {
        visitor.open("/sign-in");
        visitor.fill("メールアドレス", email);
        visitor.fill("パスワード", "definitely not the password");
        visitor.press("サインインする");
    }

    private String with(Visitor thief, String session) {
        APIResponse response = thief.page()
                .request()
                .get(
                        portal.url("/my"),
                        RequestOptions.create().setMaxRedirects(0).setHeader("Cookie", "sid=" + session));
        return response.status() == 302 ? "sign-in" : Integer.toString(response.status());
    }

    private String answer(Visitor visitor, String path) {
        APIResponse response = visitor.page()
                .request()
                .get(portal.url(path), RequestOptions.create().setMaxRedirects(0));
        return answer(response.status(), response.headers().getOrDefault("location", ""));
    }

    /** The same words as the table's. */
    private static String answer(int status, String location) {
        return location.toLowerCase(Locale.ROOT).contains("/sign-in?next=") ? "sign-in" : Integer.toString(status);
    }
}
