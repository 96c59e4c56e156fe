package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tsunagu.shared.Role;
import tsunagu.shared.Words;
import tsunagu.testing.RealPaths;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Wire;
import tsunagu.web.Route;
import tsunagu.web.Routes;

/**
 * Under /en every word of the portal is English. What companies, staff and other people wrote stays Japanese and says so to screen readers
 * by {@code lang="ja"} (WCAG 3.1.2), so Japanese letters outside of such an element are a fault; and so is a text of a Japanese bundle
 * inside of one.
 */
class EnglishIT {

    private static final Pattern JAPANESE = Pattern.compile("[\\u3040-\\u30ff\\u3400-\\u9fff]+");

    /** Attributes that are shown or read aloud. */
    private static final List<String> SPOKEN = List.of(
            "aria-label",
            "title",
            "alt",
            "placeholder",
            "data-restore",
            "data-restore-lead",
            "data-restore-no",
            "data-restore-rest");

    /** It explains the Japanese sign for "fictional", which stands in names. */
    private static final String LEGEND = Words.of("web.footer.fictional", Locale.ENGLISH);

    /** Addresses of one route that are looked at, so that no list is walked to its end. */
    private static final int EACH = 2;

    /** Shorter ones are words that anybody may write: "なし". */
    private static final int SENTENCE = 7;

    private final TestPortal portal = TestPortal.shared();
    private final RealPaths paths = new RealPaths(portal);
    private final Set<String> ownTexts = ownTexts();

    @Test
    void a_visitor_meets_no_Japanese_word_of_the_portal() {
        assertThat(walk(new Wire(portal, "198.18.40.1"), starts(false), "/en.*", ""))
                .isEmpty();
    }

    @Test
    void a_seeker_meets_no_Japanese_word_of_the_portal() {
        Wire seeker = new Wire(portal, "198.18.40.2");
        seeker.signIn("seeker@demo.example", TestPortal.PASSWORD);
        String name = portal.one(
                "select p.name from person p join account a on a.person_id = p.id where a.email_key = testing.mark('seeker@demo.example')");
        assertThat(walk(seeker, starts(true), "/en.*", name)).isEmpty();
    }

    /** From signing up to an application: the forms, what they say when something is wrong, and the pages that come of them. */
    @Test
    void what_forms_answer_and_lead_to_is_English() {
        String email = "english" + System.nanoTime() + "@demo.example";
        Wire person = new Wire(portal, "198.18.40.3");
        Set<String> faults = new TreeSet<>();
        faults.addAll(refused(person, "/en/sign-up", Map.of(), "submit"));
        HttpResponse<String> asked =
                sent(person, "/en/sign-up", Map.of("name", "Hana Eigo", "email", email, "consent", "true"), "submit");
        assertThat(asked.headers().firstValue("location").orElse("")).contains("/en/sign-up/sent");
        // How the city's office is called is the city's to say.
        assertThat(portal.one("select subject || body from mail_outbox where recipient_key = testing.mark('" + email
                                + "')")
                        .replaceFirst("Questions to the city:.*", ""))
                .doesNotContainPattern(JAPANESE);
        String link = portal.link(email, "/en/sign-up/");
        faults.addAll(refused(person, link, Map.of("password", "short"), "submit"));
        assertThat(sent(person, link, Map.of("password", TestPortal.PASSWORD), "submit")
                        .statusCode())
                .isEqualTo(302);
        faults.addAll(refused(
                new Wire(portal, "198.18.40.4"),
                "/en/sign-in",
                Map.of("email", email, "password", "another one"),
                "submit"));

        faults.addAll(refused(person, "/en/my/profile/about", Map.of("born", "Heisei 16"), "about"));
        sent(person, "/en/my/profile/about", Map.of("born", "2000-04", "stage", "UNIVERSITY"), "about");
        sent(
                person,
                "/en/my/profile/wishes",
                Map.of("areas", "SENMAYA", "employments", "REGULAR", "daysoff", "115"),
                "wishes");
        faults.addAll(refused(person, "/en/my/data", Map.of("password", "another one"), "delete"));

        String job = "/en/jobs/"
                + portal.one(
                        "select p.code from posting p where p.ended_at is null and p.opens_on < now()"
                                + " and p.closes_on > now() and p.company_id not in (select company_id from company_member) order by p.id limit 1")
                + "/apply";
        faults.addAll(refused(person, job, Map.of(), "apply"));
        Map<String, String> answers =
                new HashMap<>(Map.of("atHighSchool", "no", "email", email, "phone", "0191-00-0000", "agreed", "true"));
        Wire.parsed(person.get(job))
                .select("#form textarea")
                .forEach(each -> answers.put(each.attr("name"), "I like it."));
        faults.addAll(reached(person, job, answers, "apply"));

        String internship = "/en/internships/"
                + portal.one(
                        "select i.code from internship i where opens_on <= cast(now() at time zone 'Asia/Tokyo' as date)"
                                + " and closes_on >= cast(now() at time zone 'Asia/Tokyo' as date) and starts_on > cast(now() at time zone 'Asia/Tokyo' as date) order by i.id limit 1")
                + "/apply";
        faults.addAll(refused(person, internship, Map.of(), "apply"));
        String run = Wire.parsed(person.get(internship))
                .select("#session option[value~=.+]")
                .attr("value");
        faults.addAll(reached(
                person,
                internship,
                Map.of(
                        "session",
                        run,
                        "atHighSchool",
                        "no",
                        "school",
                        "UNIVERSITY",
                        "email",
                        email,
                        "phone",
                        "0191-00-0000",
                        "message",
                        "I like it.",
                        "agreed",
                        "true"),
                "apply"));

        String time = Wire.parsed(person.get("/en/consultations/job-cafe"))
                .select(".slots a")
                .last()
                .attr("href");
        faults.addAll(reached(person, time, Map.of(), "book"));
        String session = paths.of("/en/events/{event}/sessions/{session}/register");
        faults.addAll(refused(person, session, Map.of("role", ""), "act=ask:seat:"));
        faults.addAll(reached(person, session, Map.of("role", "GENERAL"), "act=ask:seat:"));
        faults.addAll(walk(person, List.of("/my", "/my/data", "/my/matches"), "/en/(my|tickets)\\b.*", ""));

        Wire guest = new Wire(portal, "198.18.40.5");
        faults.addAll(refused(guest, session, Map.of(), "act=ask:seat:"));
        String address = "guest" + System.nanoTime() + "@demo.example";
        faults.addAll(reached(
                guest,
                session,
                Map.of("name", "Guest", "email", address, "role", "GENERAL", "agreed", "true"),
                "act=ask:seat:"));
        faults.addAll(walk(guest, List.of(portal.link(address, "/en/tickets/")), "/en/tickets/.*", ""));
        assertThat(faults).isEmpty();
    }

    /** The rule bites. */
    @Test
    void a_Japanese_word_of_the_portal_is_seen_and_what_somebody_wrote_is_not() {
        String text = ownTexts.iterator().next();
        assertThat(faults("<p>申込み済み</p>")).hasSize(1);
        assertThat(faults("<img alt='申込み'>")).hasSize(1);
        assertThat(faults("<input type=submit value='送る'>")).hasSize(1);
        assertThat(faults("<p lang=ja>" + text + "</p>")).hasSize(1);
        assertThat(faults("<select><option>" + text + "</option></select>")).hasSize(1);
        assertThat(faults("<p lang=ja>工場見学</p><button aria-label='工場見学 Remove'>Remove</button>"))
                .isEmpty();
        assertThat(faults("<textarea>申込み</textarea>")).isEmpty();
    }

    private List<String> faults(String html) {
        return japanese(org.jsoup.Jsoup.parse(html), "");
    }

    /** Every page of theirs, and pages that only a choice leads to. */
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
                "/jobs?area=SENMAYA&employment=REGULAR&daysoff=120",
                "/companies?q=zzzz",
                "/events?when=past",
                "/internships?q=zzzz",
                "/nothing",
                "/staff",
                "/plan?year=R5",
                "/uij?lives=TOKYO23&years=FIVE&household=ALONE&status=WORKING"));
        for (String kind : List.of(
                "posting where opens_on < now() - interval '2 days' and closes_on > now()",
                "company where merged_into is null")) {
            starts.add((kind.startsWith("posting") ? "/jobs" : "/companies") + "/compare?c="
                    + portal.one("select string_agg(code, '&c=') from (select code from " + kind
                            + " order by id limit 2) as first"));
        }
        return starts;
    }

    /**
     * Looks at pages and at those they lead to.
     *
     * @param within addresses that are followed
     * @param name of the person, who may be called as they like
     */
    private Set<String> walk(Wire person, List<String> starts, String within, String name) {
        Set<String> faults = new TreeSet<>();
        Map<String, Integer> seen = new HashMap<>();
        Set<String> known = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(starts.stream()
                .map(path -> "/en" + (path.equals("/") ? "" : path))
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
            faults.addAll(faults(path, page, name));
            for (Element link : page.select("a[href^=/en]")) {
                String next = link.attr("href").replaceFirst("#.*", "");
                if (next.matches(within)
                        && !next.contains("/sign-out")
                        && known.add(next)
                        && seen.merge(shape(next), 1, Integer::sum) <= EACH) {
                    waiting.add(next);
                }
            }
        }
        return faults;
    }

    /** What a form says that is not accepted as it was filled in. */
    private Set<String> refused(Wire person, String path, Map<String, String> typed, String button) {
        HttpResponse<String> answer = sent(person, path, typed, button);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(Wire.parsed(answer).select("#error-summary li")).as(path).isNotEmpty();
        return faults(path, Wire.parsed(answer), "");
    }

    /** The page a form leads to that is accepted. */
    private Set<String> reached(Wire person, String path, Map<String, String> typed, String button) {
        HttpResponse<String> answer = sent(person, path, typed, button);
        assertThat(answer.statusCode())
                .as(path + " " + Wire.parsed(answer).select("#error-summary").text())
                .isEqualTo(302);
        String next = answer.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(next).startsWith("/en/");
        return faults(next, Wire.parsed(person.get(next)), "");
    }

    private static HttpResponse<String> sent(Wire person, String path, Map<String, String> typed, String button) {
        Map<String, String> form = Wire.form(person.get(path), "form");
        form.putAll(typed);
        String[] pressed = button.split("=", 2);
        form.put(pressed[0], pressed.length == 2 ? pressed[1] : "x");
        return person.post(path, form);
    }

    private Set<String> faults(String path, Document page, String name) {
        return japanese(page, name).stream()
                .map(each -> shape(path) + "  " + each)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The route of an address, and which parameters it has. */
    private static String shape(String path) {
        String[] parts = path.replaceFirst("^/en/?", "/").split("\\?", 2);
        String pattern = Routes.ALL.stream()
                .map(Route::pattern)
                .filter(each -> parts[0].matches(each.replaceAll("\\{[^}]*}", "[^/]+")))
                .findFirst()
                .orElse(parts[0]);
        return parts.length == 1 ? pattern : pattern + "?" + parts[1].replaceAll("=[^&]*", "");
    }

    /** What is Japanese on a page and does not say so, and the portal's own words where they do. */
    private List<String> japanese(Document page, String name) {
        List<String> found = new ArrayList<>();
        // the demonstration's mailbox shows letters as they were sent
        page.select(".letter").remove();
        page.select("[lang=ja], [lang=ja] *, option").stream()
                .filter(each -> ownTexts.contains(each.ownText()))
                .forEach(each -> found.add(said(each, each.ownText())));
        String content = page.select("[lang=ja]").stream().map(Element::text).collect(Collectors.joining("\n"));
        Document rest = page.clone();
        // an option says no language; a company or a place may be chosen
        rest.select("[lang=ja], script, style, textarea, option").remove();
        for (Element each : rest.getAllElements()) {
            // neither can a title or a name for screen readers, and they may hold what stands on the page
            boolean mixed = each.tagName().equals("title") || each.hasClass("visually-hidden");
            add(found, each, mixed ? without(each.ownText(), content) : each.ownText(), name);
            SPOKEN.forEach(attribute -> add(found, each, without(each.attr(attribute), content), name));
            if (each.is("input[type=submit], input[type=button]")) {
                add(found, each, each.attr("value"), name);
            }
        }
        return found;
    }

    private static void add(List<String> found, Element each, String words, String name) {
        String said = name.isEmpty() ? words : words.replace(name, "");
        if (JAPANESE.matcher(said).find() && !said.equals(LEGEND)) {
            found.add(said(each, said));
        }
    }

    private static String said(Element each, String words) {
        return each.cssSelector().replaceAll("^.*(>[^>]*>[^>]*)$", "$1") + ": " + words.strip();
    }

    private static String without(String words, String content) {
        return JAPANESE.matcher(words)
                .replaceAll(run -> content.contains(run.group()) ? "" : Matcher.quoteReplacement(run.group()));
    }

    private static Set<String> ownTexts() {
        Set<String> texts = new TreeSet<>();
        try (Stream<Path> bundles = Files.list(Path.of("src/main/resources/i18n"))) {
            for (Path bundle : bundles.filter(
                            file -> !file.getFileName().toString().contains("_"))
                    .toList()) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(bundle)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().stream()
                        // letters are kept as they were sent, the demonstration writes as people would, a language has
                        // its own name
                        .filter(key -> !key.contains(".letter.")
                                && !key.startsWith("web.language.")
                                && !key.equals("notification.stop")
                                && !key.contains(".sample"))
                        .map(properties::getProperty)
                        .filter(text -> text.length() >= SENTENCE
                                && !text.contains("{")
                                && JAPANESE.matcher(text).find())
                        .forEach(texts::add);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts;
    }
}
