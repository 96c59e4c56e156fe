package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tsunagu.shared.Role;
import tsunagu.testing.RealPaths;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;
import tsunagu.testing.Wire;
import tsunagu.web.Route;
import tsunagu.web.Routes;

/**
 * Under /easy the portal speaks plain Japanese: kanji are read in ruby, the marks by which readings are written never reach a page, and
 * whoever has chosen the language keeps it.
 */
class EasyIT {

    /** How readings are written in bundles, and the signs that stand for them inside the portal. */
    private static final Pattern MARKS = Pattern.compile("[\u300a\u300b\uff5c\ue000-\ue01f]");

    private static final Pattern KANJI = Pattern.compile("\\p{IsHan}+");

    /** Addresses of one route that are looked at, so that no list is walked to its end. */
    private static final int EACH = 2;

    private final TestPortal portal = TestPortal.shared();
    private final RealPaths paths = new RealPaths(portal);

    @Test
    void a_visitor_sees_no_mark_and_keeps_the_language() {
        assertThat(walk(new Wire(portal, "198.18.41.1"), starts(false))).isEmpty();
    }

    @Test
    void a_seeker_sees_no_mark_and_keeps_the_language() {
        Wire seeker = new Wire(portal, "198.18.41.2");
        seeker.signIn("seeker@demo.example", TestPortal.PASSWORD);
        assertThat(walk(seeker, starts(true))).isEmpty();
    }

    /** The rule bites. */
    @Test
    void a_mark_and_a_way_out_of_the_language_are_seen() {
        assertThat(marks(Jsoup.parse("<p>\u6f22\u5b57\u300a\u304b\u3093\u3058\u300b</p>")))
                .isNotEmpty();
        assertThat(marks(Jsoup.parse("<p title='\ue010\u6f22'>a</p>"))).isNotEmpty();
        assertThat(marks(Jsoup.parse("<p><ruby>\u6f22<rt>\u304b\u3093</rt></ruby></p>")))
                .isEmpty();
        assertThat(waysOut(Jsoup.parse("<a href='/events'>a</a>"))).isNotEmpty();
        assertThat(waysOut(Jsoup.parse(
                        "<ul class=languages><li><a href='/events'>a</a></ul><a href='/easy/events'>a</a>")))
                .isEmpty();
        assertThat(unread(Jsoup.parse("<body><p>\u6f22\u5b57</p></body>"))).isNotEmpty();
    }

    @Test
    void from_signing_up_to_the_ticket_everything_is_read_and_stays_in_the_language() {
        String email = "easy" + System.nanoTime() + "@demo.example";
        String session = paths.of("/easy/events/{event}/sessions/{session}/register");
        String event = paths.of("/easy/events/{event}");
        try (Visitor phone = Visitor.onPhone(portal);
                Visitor desk = Visitor.atDesk(portal)) {
            desk.open("/sign-up");
            desk.page().locator(".site-account.on-desk .languages a").nth(1).click();
            desk.page().waitForLoadState();
            assertThat(desk.page().url()).isEqualTo(portal.url("/easy/sign-up"));
            looked(desk, "desk-sign-up");
            desk.page().click("#submit");
            desk.page().waitForSelector("#error-summary");
            looked(desk, "desk-sign-up-errors");

            phone.open("/easy/sign-up");
            looked(phone, "phone-sign-up");
            phone.page().click(".site-menu summary");
            assertThat(phone.page().locator(".site-menu .languages li").count()).isEqualTo(3);
            phone.finds_the_page_sound();
            phone.picture("easy-phone-menu");
            phone.page().fill("#name", "\u30db\u30a2");
            phone.page().fill("#email", email);
            phone.page().check("#consent");
            phone.page().click("#submit");
            phone.page().waitForURL("**/easy/sign-up/sent**");
            looked(phone, "phone-sent");
            String letter = portal.letter(email);
            assertThat(letter)
                    .doesNotContainPattern(MARKS)
                    .contains("\uff08\u3057\u305f\uff09\u306e\u30ea\u30f3\u30af");

            phone.open(portal.link(email, "/easy/sign-up/"));
            looked(phone, "phone-password");
            phone.page().fill("#password", TestPortal.PASSWORD);
            phone.page().click("#submit");
            phone.page().waitForURL("**/easy/my**");

            phone.open(event);
            looked(phone, "phone-event");
            phone.open(session);
            looked(phone, "phone-register");
            phone.page().click("button[value^='ask:']");
            phone.page().waitForSelector("#error-summary");
            looked(phone, "phone-register-errors");
            phone.page().selectOption("#role", "GENERAL");
            phone.page().click("button[value^='ask:']");
            phone.page().waitForURL("**/easy/tickets/**");
            looked(phone, "phone-ticket");
            String ticket = phone.page().url().replaceFirst("[?].*", "");
            // The account was made on pages in plain Japanese: its letters are in it, too, and lead to such pages.
            String registered = portal.letter(email);
            assertThat(registered)
                    .doesNotContainPattern(MARKS)
                    .contains(
                            "\u7533\uff08\u3082\u3046\uff09\u3057\u8fbc\uff08\u3053\uff09\u307f\u304c\u3067\u304d\u307e\u3057\u305f",
                            "/easy/tickets/");
            phone.open(ticket.replaceFirst("^https?://[^/]+", "") + "/edit");
            looked(phone, "phone-ticket-edit");
            phone.page().click(".site-menu summary");
            phone.page().locator(".site-menu .languages a").first().click();
            phone.page().waitForLoadState();
            assertThat(phone.page().url()).isEqualTo(ticket.replace("/easy/", "/") + "/edit");
        }
    }

    /** Whoever has no account is written to in the language of the form; an account's language is changed on its page. */
    @Test
    void letters_are_in_the_language_somebody_reads() {
        String email = "guest" + System.nanoTime() + "@guest.example";
        try (Visitor guest = Visitor.onPhone(portal);
                Visitor seeker = Visitor.atDesk(portal)) {
            String free = portal.one(
                    "select max(s.id) from event_session s join event e on e.id = s.event_id where e.state = 'PUBLISHED'"
                            + " and s.starts_at > now() + interval '1 day' and s.outcome <> 'NOT_HELD' and s.intake = 'FIRST_COME'"
                            + " and s.intake_opens_at is null and s.intake_closes_at is null and s.taken + 2 <= coalesce(s.capacity, 9)"
                            + " and not exists (select 1 from registration r where r.session_id = s.id)");
            String form = "/events/"
                    + portal.one(
                            "select e.code from event e join event_session s on s.event_id = e.id where s.id = " + free)
                    + "/sessions/" + free + "/register";
            guest.open("/en" + form);
            guest.page().fill("#name", "Maria");
            guest.page().fill("#email", email);
            guest.page().selectOption("#role", "GENERAL");
            guest.page().check("#agreed");
            guest.page().click("button[value^='ask:']");
            guest.page().waitForURL("**done=sent**");
            assertThat(portal.letter(email))
                    .contains("Please confirm", "We hold a seat for you", "/en/tickets/", "Replies do not arrive");
            guest.open(portal.link(email, "/en/tickets/"));
            guest.page().click("#prove");
            guest.page().waitForURL("**done=registered**");
            assertThat(portal.letter(email)).contains("You are registered", "Ticket number", "On the day, please show");

            seeker.signIn("seeker@demo.example");
            seeker.open("/account");
            seeker.page().selectOption("#language", "en");
            seeker.page().click("#writeIn");
            seeker.page().waitForURL("**done=language**");
            seeker.finds_the_page_sound();
            assertThat(seeker.page().inputValue("#language")).isEqualTo("en");
            seeker.open(form);
            seeker.page().selectOption("#role", "GENERAL");
            seeker.page().click("button[value^='ask:']");
            seeker.page().waitForURL("**/tickets/**");
            assertThat(portal.letter("seeker@demo.example"))
                    .as("the account's language goes before that of the page")
                    .contains("You are registered", "/en/tickets/");
        } finally {
            portal.run(
                    "set tsunagu.actor = 'test'; update account set language = null where email_key = testing.mark('seeker@demo.example')");
        }
    }

    /** Event lists, class pages and the guide, as they are looked at on a phone and at a desk. */
    @Test
    void the_pages_in_plain_Japanese_are_sound_at_both_widths() {
        List<String> pages = List.of(
                "",
                "/events",
                paths.of("/events/{event}"),
                "/class",
                "/class/teachers",
                "/class/sheets",
                paths.of("/class/{company}"),
                "/uij",
                "/uij?lives=TOKYO23&years=FIVE&household=ALONE&status=WORKING",
                "/privacy",
                "/sign-in",
                "/password");
        try (Visitor phone = Visitor.onPhone(portal);
                Visitor desk = Visitor.atDesk(portal)) {
            for (String page : pages) {
                phone.open("/easy" + page);
                phone.finds_the_page_sound();
                phone.picture("easy-phone" + page.replaceAll("[^a-z]+", "-"));
            }
            // readings make a line higher, which shows where things stand beside each other
            for (String page : List.of("", "/events", "/class", "/sign-in")) {
                desk.open("/easy" + page);
                desk.finds_the_page_sound();
                desk.picture("easy-desk" + page.replaceAll("[^a-z]+", "-"));
            }
        }
    }

    @Test
    void a_page_says_what_it_is_and_where_the_others_are() {
        Document page = Wire.parsed(new Wire(portal, "198.18.41.3").get("/easy/events?q=zzzz"));
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("ja");
        assertThat(page.select(".on-desk .languages a").eachAttr("href"))
                .containsExactly("/events?q=zzzz", "/easy/events?q=zzzz", "/en/events?q=zzzz");
        assertThat(page.select(".on-desk .languages a[aria-current=true]").eachAttr("href"))
                .containsExactly("/easy/events?q=zzzz");
        Document event = Wire.parsed(new Wire(portal, "198.18.41.3").get(paths.of("/easy/events/{event}")));
        assertThat(event.select("link[rel=canonical]").attr("href")).contains("/easy/events/");
        assertThat(event.select("link[rel=alternate][hreflang]").eachAttr("hreflang"))
                .containsExactly("ja", "en");
        assertThat(event.title()).doesNotContainPattern(MARKS);
        Document japanese = Wire.parsed(new Wire(portal, "198.18.41.3").get(paths.of("/events/{event}")));
        assertThat(japanese.select("link[rel=alternate][hreflang]").eachAttr("hreflang"))
                .containsExactly("ja-simple", "en");
        assertThat(japanese.select("ruby")).isEmpty();
    }

    @Test
    void who_has_to_sign_in_first_comes_back_in_the_language() {
        Wire person = new Wire(portal, "198.18.41.4");
        String wanted = person.get("/easy/my/data")
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "");
        assertThat(wanted).isEqualTo("/easy/sign-in?next=%2Feasy%2Fmy%2Fdata");
        Map<String, String> form = Wire.form(person.get(wanted), "form");
        form.putAll(Map.of("email", "seeker@demo.example", "password", TestPortal.PASSWORD, "submit", "x"));
        assertThat(person.post(wanted, form).headers().firstValue("location").orElseThrow())
                .endsWith("/easy/my/data");
        Wire other = new Wire(portal, "198.18.41.5");
        Map<String, String> plain = Wire.form(other.get("/easy/sign-in"), "form");
        plain.putAll(Map.of("email", "seeker@demo.example", "password", TestPortal.PASSWORD, "submit", "x"));
        assertThat(other.post("/easy/sign-in", plain)
                        .headers()
                        .firstValue("location")
                        .orElseThrow())
                .endsWith("/easy/my");
        HttpResponse<String> gone = person.get("/easy/nothing");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(unread(Wire.parsed(gone))).isEmpty();
        assertThat(waysOut(Wire.parsed(gone))).isEmpty();
        assertThat(person.get("/easyevents").statusCode()).isEqualTo(404);
    }

    /** Sound for axe, no kanji of the portal without its reading, no mark. */
    private static void looked(Visitor visitor, String name) {
        visitor.finds_the_page_sound();
        visitor.picture("easy-" + name);
        Document page = Jsoup.parse(visitor.page().content());
        assertThat(marks(page)).as(name).isEmpty();
        assertThat(unread(page)).as(name).isEmpty();
        assertThat(waysOut(page)).as(name).isEmpty();
    }

    private List<String> starts(boolean seeker) {
        List<String> starts = Routes.ALL.stream()
                .filter(route -> route.target().endsWith(".xhtml"))
                .filter(route ->
                        seeker ? route.roles().isEmpty() || route.roles().contains(Role.SEEKER) : !route.signedIn())
                .map(Route::pattern)
                .map(paths::of)
                .collect(Collectors.toList());
        starts.addAll(List.of(
                "/jobs?q=zzzz",
                "/jobs?area=SENMAYA&employment=REGULAR",
                "/events?when=past",
                "/events?area=SENMAYA",
                "/nothing",
                "/staff",
                "/class?q=zzzz",
                "/uij?lives=TOKYO23&years=FIVE&household=ALONE&status=WORKING"));
        return starts;
    }

    private Set<String> walk(Wire person, List<String> starts) {
        Set<String> faults = new TreeSet<>();
        Map<String, Integer> seen = new HashMap<>();
        Set<String> known = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(starts.stream()
                .map(path -> "/easy" + (path.equals("/") ? "" : path))
                .toList());
        while (!waiting.isEmpty()) {
            String path = waiting.poll();
            HttpResponse<String> answer = person.get(path);
            assertThat(answer.statusCode()).as(path).isLessThan(500);
            if (!answer.headers().firstValue("content-type").orElse("").startsWith("text/html")
                    || answer.statusCode() == 302) {
                continue;
            }
            Document page = Wire.parsed(answer);
            marks(page).forEach(each -> faults.add(shape(path) + "  " + each));
            waysOut(page).forEach(each -> faults.add(shape(path) + "  " + each));
            for (Element link : page.select("a[href^=/easy]")) {
                String next = link.attr("href").replaceFirst("#.*", "");
                if (!next.contains("/sign-out")
                        && known.add(next)
                        && seen.merge(shape(next), 1, Integer::sum) <= EACH) {
                    waiting.add(next);
                }
            }
        }
        return faults;
    }

    /** The route of an address, and which parameters it has. */
    private static String shape(String path) {
        String[] parts = path.replaceFirst("^/easy/?", "/").split("\\?", 2);
        return pattern(parts[0]) + (parts.length == 1 ? "" : "?" + parts[1].replaceAll("=[^&]*", ""));
    }

    private static String pattern(String path) {
        return Routes.ALL.stream()
                .filter(each -> path.matches(each.pattern().replaceAll("\\{[^}]*}", "[^/]+")))
                .map(Route::pattern)
                .findFirst()
                .orElse(path);
    }

    /** Texts and attributes with what only bundles may hold. The mailbox of the demonstration shows letters as people wrote them. */
    private static Set<String> marks(Document page) {
        Set<String> found = new TreeSet<>();
        for (Element each : page.getAllElements()) {
            if (each.closest(".letter") != null) {
                continue;
            }
            if (MARKS.matcher(each.ownText() + each.data()).find()) {
                found.add(each.tagName() + ": " + each.ownText());
            }
            for (Attribute attribute : each.attributes()) {
                if (MARKS.matcher(attribute.getValue()).find()) {
                    found.add(each.tagName() + " " + attribute);
                }
            }
        }
        return found;
    }

    /** Links and forms to pages of the portal in another language, which only the switch may have. */
    private static Set<String> waysOut(Document page) {
        Set<String> found = new TreeSet<>();
        for (Element each : page.select("a[href^=/], form[action^=/]")) {
            String path = (each.hasAttr("href") ? each.attr("href") : each.attr("action")).replaceFirst("[?#].*", "");
            boolean aPage = Routes.ALL.stream()
                    .filter(route -> route.target().endsWith(".xhtml"))
                    .anyMatch(route -> path.replaceFirst("^/en/?", "/")
                            .matches(route.pattern().replaceAll("\\{[^}]*}", "[^/]+")));
            if (aPage && each.closest(".languages") == null) {
                found.add("leads out of the language: " + each.outerHtml());
            }
        }
        return found;
    }

    /** Kanji of the portal without a reading; what somebody wrote says lang="ja" and has none. */
    private static Set<String> unread(Document page) {
        Document rest = page.clone();
        rest.body()
                .select("[lang=ja]:not(.languages a), ruby, script, option, textarea, .prose")
                .remove();
        Set<String> found = new TreeSet<>();
        rest.body().getAllElements().stream()
                .map(Element::ownText)
                .filter(text -> KANJI.matcher(text).find())
                .forEach(found::add);
        return found;
    }
}
