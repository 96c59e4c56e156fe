package tsunagu.browser;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tsunagu.shared.FiscalYear;
import tsunagu.testing.RealPaths;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;
import tsunagu.web.Route;
import tsunagu.web.Routes;

/** Finding as people and machines do it: lists, pages, what is open, what it costs. */
class FindingIT {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String MANUFACTURING = "%E8%A3%BD%E9%80%A0";

    private static final String KEPT = "select count(*) from kept k join account a on a.person_id = k.person_id"
            + " where a.email_key = testing.mark('seeker@demo.example')";

    private final TestPortal portal = TestPortal.movable();
    private int asked;

    @AfterEach
    void the_clock_goes_again() {
        portal.clock(null);
    }

    @Test
    void a_student_searches_narrows_goes_back_and_compares() {
        try (Visitor student = Visitor.onPhone(portal)) {
            student.open("/");
            student.fill("求人を探す", "製造");
            student.press("探す");
            student.sees("「製造」", "件のうち");
            int all = total(student);
            student.page().locator(".filters > summary").click();
            student.page().locator("input[name=area][value=ICHINOSEKI]").check();
            student.press("この条件で絞り込む");
            assertThat(student.page().url()).contains("area=ICHINOSEKI").contains("q=");
            int narrowed = total(student);
            assertThat(narrowed).isPositive().isLessThan(all);
            assertThat(student.page()
                            .locator("input[name=area][value=ICHINOSEKI]")
                            .isChecked())
                    .isTrue();
            assertThat(student.page().locator("input[name=area]:checked").count())
                    .isEqualTo(1);
            student.finds_the_page_sound();
            student.picture("jobs-narrowed-390");
            student.page().goBack();
            assertThat(total(student)).isEqualTo(all);
            student.page().locator("input[name=c]").nth(0).check();
            student.page().locator("input[name=c]").nth(1).check();
            student.press("選んだものを比べる");
            assertThat(student.page().locator("table.compare thead th").count()).isEqualTo(2);
            student.finds_the_page_sound();
            student.picture("jobs-compare-390");
        }
    }

    @Test
    void no_result_names_the_condition_to_drop() {
        try (Visitor visitor = Visitor.onPhone(portal)) {
            visitor.open("/jobs?q=" + MANUFACTURING + "&q2=&area=ICHINOSEKI&occupation=04&wage=350000");
            visitor.sees("条件に合うものはありません。", "次のようにすると見つかります。");
            visitor.finds_the_page_sound();
            visitor.picture("jobs-none-390");
            String promise = visitor.page().locator(".ways a").first().innerText();
            visitor.page().locator(".ways a").first().click();
            assertThat(promise).contains("（" + total(visitor) + "件）");
        }
    }

    @Test
    void what_is_kept_stays_on_the_device_and_moves_into_the_account() {
        try (Visitor seeker = Visitor.onPhone(portal)) {
            seeker.open("/jobs");
            String title = seeker.page().locator(".hit h2").first().innerText();
            seeker.page().locator(".keep").first().click();
            PlaywrightAssertions.assertThat(seeker.page().locator(".keep").first())
                    .hasAttribute("aria-pressed", "true");
            assertThat(seeker.cookies()).isEmpty();
            seeker.open("/keep");
            seeker.page().waitForURL("**/keep?job=*");
            seeker.sees(title);
            seeker.finds_the_page_sound();
            seeker.picture("keep-390");
            seeker.signIn("seeker@demo.example");
            seeker.open("/keep");
            seeker.page().waitForURL("**/keep?job=*");
            seeker.sees(title);
            assertThat(seeker.page().evaluate("localStorage.getItem('tsunagu.keep')"))
                    .isNull();
            assertThat(portal.one(KEPT)).isEqualTo("1");
        }
        try (Visitor elsewhere = Visitor.atDesk(portal)) {
            elsewhere.signIn("seeker@demo.example");
            elsewhere.open("/keep");
            elsewhere.page().waitForURL("**/keep?job=*");
            elsewhere.page().locator(".keep").first().click();
            elsewhere.page().waitForResponse("**/my/kept", () -> elsewhere.open("/keep"));
            assertThat(portal.one(KEPT)).isEqualTo("0");
        }
    }

    @Test
    void pages_of_one_thing_are_sound() {
        List<String> pages = List.of(
                "/companies/"
                        + portal.one("select c.code from company c join posting p on p.company_id = c.id"
                                + " where p.closes_on > now() + interval '1 day' order by c.id limit 1"),
                "/companies/"
                        + portal.one("select code from company where id <= " + portal.loaded()
                                + " order by char_length(name) desc, id limit 1"),
                "/companies/"
                        + portal.one("select code from company c where not exists"
                                + " (select 1 from company_picture p where p.company_id = c.id) and id <= "
                                + portal.loaded()
                                + " order by id limit 1"),
                "/jobs/" + open("posting"),
                "/jobs/" + portal.one("select code from posting order by char_length(title) desc, id limit 1"),
                "/jobs/"
                        + portal.one(
                                "select p.code from posting p join posting_edition e on e.posting_id = p.id"
                                        + " and e.edition = 2 where p.opens_on < now() - interval '1 day' order by p.id limit 1"),
                "/jobs/"
                        + portal.one(
                                "select code from posting where closes_on < now() - interval '2 days' order by id limit 1"),
                "/internships/" + open("internship"),
                "/internships/"
                        + portal.one("select code from internship where type = 3"
                                + " and opens_on < now() - interval '1 day' order by id limit 1"),
                "/events/"
                        + portal.one(
                                "select e.code from event e join event_exhibitor x on x.event_id = e.id order by e.id limit 1"),
                "/class/" + portal.one("select code from company order by id limit 1"));
        try (Visitor phone = Visitor.onPhone(portal);
                Visitor desk = Visitor.atDesk(portal)) {
            for (Visitor visitor : List.of(phone, desk)) {
                for (String page : pages) {
                    visitor.open(page);
                    visitor.finds_the_page_sound();
                    visitor.open("/en" + page);
                    visitor.finds_the_page_sound();
                }
            }
        }
    }

    /** One predicate for every surface: a posting whose last day is today is open until midnight in Japan, not in UTC. */
    @Test
    void every_surface_closes_at_the_same_midnight() {
        LocalDate last = LocalDate.now(FiscalYear.ZONE).plusDays(3);
        String code = portal.one("select code from posting where opens_on < now() - interval '5 days'"
                + " and closes_on > now() and ended_at is null order by id limit 1");
        portal.run("select set_config('tsunagu.actor', 'system:test', false);"
                + " update posting set closes_on = '" + last + "' where code = '" + code + "';"
                + " update search_entry set closes_at = ('" + last.plusDays(1) + " 00:00+09')::timestamptz,"
                + " changed = pg_current_xact_id(), edition = edition + 1 where code = '" + code + "'");
        String company = portal.one(
                "select c.code from company c join posting p on p.company_id = c.id where p.code = '" + code + "'");
        Instant midnight = last.plusDays(1)
                .atTime(LocalTime.MIDNIGHT)
                .atZone(FiscalYear.ZONE)
                .toInstant();
        portal.clock(midnight.minusSeconds(1));
        Map<String, Boolean> before = surfaces(code, company, midnight.minusSeconds(1));
        portal.clock(midnight);
        Map<String, Boolean> after = surfaces(code, company, midnight);
        assertThat(before)
                .as("one second before")
                .allSatisfy((surface, open) -> assertThat(open).as(surface).isTrue());
        assertThat(after)
                .as("at midnight")
                .allSatisfy((surface, open) -> assertThat(open).as(surface).isFalse());
        try (Visitor visitor = Visitor.onPhone(portal)) {
            visitor.open("/jobs/" + code);
            visitor.sees("募集は終わりました。", "いま募集中の、似ている求人");
            visitor.finds_the_page_sound();
            visitor.picture("job-closed-390");
        }
    }

    /** Whether each surface treats the posting as open. */
    private Map<String, Boolean> surfaces(String code, String company, Instant now) {
        Map<String, Boolean> open = new LinkedHashMap<>();
        String word = java.net.URLEncoder.encode(
                portal.one("select c.name from company c where code = '" + company + "'"), StandardCharsets.UTF_8);
        open.put("list", pagesOf("/jobs?sort=new").contains("/jobs/" + code + "\""));
        open.put("search", get("/jobs?q=" + word).contains("/jobs/" + code + "\""));
        JsonObject api = json(get("/api/v1/jobs?q=" + word));
        open.put("api list", api.toString().contains(code));
        long withArea = Long.parseLong(portal.one("select count(*) from search_entry where kind = 'JOB' and not removed"
                + " and opens_at <= '" + now + "' and closes_at > '" + now + "'"));
        int counted = json(get("/api/v1/jobs")).getJsonObject("facets").getJsonObject("employment").values().stream()
                .mapToInt(count -> Integer.parseInt(count.toString()))
                .sum();
        assertThat(counted).as("facet counts").isEqualTo((int) withArea);
        open.put("company page", get("/companies/" + company).contains("/jobs/" + code + "\""));
        open.put("sitemap", get("/sitemaps/job-0.xml").contains("/jobs/" + code + "<"));
        open.put("structured data", get("/jobs/" + code).contains("JobPosting"));
        open.put("address", !get("/jobs/" + code).contains("id=\"closed\""));
        open.put("api record", json(get("/api/v1/jobs/" + code)).getBoolean("open"));
        return open;
    }

    private String pagesOf(String path) {
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= 40; page++) {
            all.append(get(path + "&page=" + page));
        }
        return all.toString();
    }

    /** The same with an event's last session: gone from list, feed, open data and API when it has ended. */
    @Test
    void an_event_leaves_every_surface_when_its_last_session_ends() {
        String code = portal.one("select e.code from event e join event_session s on s.event_id = e.id where e.state ="
                + " 'PUBLISHED' and e.id <= " + portal.loaded()
                + " group by e.code having count(*) = 1 and min(s.starts_at) > now() + interval '3 days'"
                + " order by min(s.starts_at) limit 1");
        Instant end = Instant.ofEpochSecond(Long.parseLong(portal.one("select extract(epoch from s.ends_at)::bigint"
                + " from event_session s join event e on e.id = s.event_id where e.code = '" + code + "'")));
        for (boolean open : List.of(true, false)) {
            portal.clock(open ? end.minusSeconds(1) : end);
            assertThat(get("/events").contains("/events/" + code + "\""))
                    .as("list")
                    .isEqualTo(open);
            assertThat(get("/events.ics").replace("\r\n ", "").contains("/events/" + code))
                    .as("feed")
                    .isEqualTo(open);
            assertThat(get("/opendata/events.csv").contains("/events/" + code))
                    .as("open data")
                    .isEqualTo(open);
            assertThat(get("/api/v1/events").contains(code)).as("api").isEqualTo(open);
            assertThat(get("/sitemaps/event-0.xml").contains(code))
                    .as("sitemap")
                    .isEqualTo(open);
            assertThat(get("/events/" + code).contains("application/ld+json"))
                    .as("structured data")
                    .isEqualTo(open);
            assertThat(get("/events/" + code).contains("id=\"closed\""))
                    .as("page")
                    .isEqualTo(!open);
        }
    }

    /** When it takes place is what students look for first. */
    @Test
    void an_internship_is_found_by_the_time_of_year() {
        String open = "select code from internship where opens_on < now() and closes_on > now() + interval '1 day'"
                + " and starts_on is not null";
        // In autumn the last summer is over and the next one is not planned yet.
        String inSummer = portal.one(open
                + " and to_char(starts_on, 'MM-DD') >= '07-20' and to_char(ends_on, 'MM-DD') <= '09-30' and starts_on <= ends_on"
                + " and extract(year from starts_on) = extract(year from ends_on) order by id limit 1");
        String summer = inSummer == null ? portal.one(open + " order by id limit 1") : inSummer;
        String month = portal.one("select to_char(starts_on, 'YYYY-MM') from internship where code = '" + summer + "'");
        try (Visitor student = Visitor.onPhone(portal)) {
            student.open("/internships?month=" + month);
            assertThat(student.page().content()).contains("/internships/" + summer);
            assertThat(student.page().content()).contains("name=\"month\"");
            student.finds_the_page_sound();
            String inMonth = Integer.parseInt(month.substring(5)) + "月";
            for (String words : inSummer == null ? List.of(inMonth) : List.of("夏休み", inMonth)) {
                student.open(
                        "/internships?q=" + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8));
                assertThat(student.text()).as(words).doesNotContain("条件に合うものはありません");
            }
        }
    }

    @Test
    void a_page_costs_at_most_four_statements_whatever_it_shows() {
        String job = open("posting");
        String internship = open("internship");
        String company = portal.one("select c.code from company c join posting p on p.company_id = c.id"
                + " where p.closes_on > now() + interval '1 day' order by c.id limit 1");
        String event = portal.one(
                "select e.code from event e join event_exhibitor x on x.event_id = e.id order by e.id limit 1");
        get("/jobs");
        for (String path : List.of(
                "/jobs",
                "/jobs?q=%E9%9B%BB%E5%AD%90+%E6%A4%9C%E6%9F%BB&area=ICHINOSEKI",
                "/jobs?page=5",
                "/companies",
                "/companies?q=%E5%A3%BD%E5%8F%B8",
                "/internships?q=%E9%AB%98%E5%B0%82",
                "/events?q=%E7%A0%94%E4%BF%AE",
                "/companies/" + company,
                "/jobs/" + job,
                "/internships/" + internship,
                "/events/" + event,
                "/",
                "/jobs/compare?c=" + job)) {
            // Another address is another page to make.
            Iterator<String> again = List.of("", "again=1", "again=2").iterator();
            List<String> sent = portal.fewestStatements(() -> {
                String more = again.next();
                get(path + (more.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + more));
            });
            assertThat(sent).as(path).isNotEmpty().hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void a_first_visit_is_light_and_keeps_nothing() throws Exception {
        for (String path : List.of(
                "/jobs",
                "/jobs?q=" + MANUFACTURING,
                "/companies",
                "/events",
                "/jobs/" + open("posting"),
                "/events/" + portal.someSession().get("code"))) {
            HttpResponse<byte[]> page = compressed(path);
            assertThat(page.headers().firstValue("content-encoding")).as(path).contains("gzip");
            int html = page.body().length;
            String text = get(path);
            assertThat(text).as(path).doesNotContain("primefaces");
            int total = html;
            var links = java.util.regex.Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
                    .matcher(text);
            while (links.find()) {
                total += compressed(links.group(1).replace("&amp;", "&")).body().length;
            }
            assertThat(html).as(path + " HTML").isLessThan(15 * 1024);
            assertThat(total).as(path + " all without pictures").isLessThan(60 * 1024);
            assertThat(page.headers().firstValue("set-cookie")).as(path).isEmpty();
            assertThat(page.headers().firstValue("cache-control"))
                    .as(path)
                    .hasValueSatisfying(value -> assertThat(value).contains("public"));
            String tag = page.headers().firstValue("etag").orElseThrow();
            HttpResponse<byte[]> again = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(portal.url("/") + path.substring(1)))
                            .header("If-None-Match", tag)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void bad_input_gets_a_page_or_a_sentence_and_never_a_500() throws Exception {
        List<String> values = List.of(
                "-1",
                "0",
                "1e9",
                "1000000000",
                "%00",
                "%FF%FE",
                "%ED%A0%80",
                "'%20or%201=1%20--",
                "%3Cscript%3E",
                "%E3%81%82".repeat(1500),
                "a+b+c+d+e+f+g+h+i",
                "%E3%82%AB%CC%88%E2%80%8B",
                "%25",
                "%5C%5C_%25",
                "%27%27%27",
                "%F0%A0%AE%B7",
                "%EF%BF%BF",
                "..%5C..%5C",
                "null",
                "[]",
                "%7B%7D");
        List<String> parameters = List.of(
                "job", "company", "event", "q", "page", "sort", "area", "industry", "wage", "when", "month", "c");
        List<String> wrong = new ArrayList<>();
        for (String list : List.of(
                "/jobs",
                "/companies",
                "/internships",
                "/events",
                "/class",
                "/api/v1/jobs",
                "/events.ics",
                "/keep",
                "/jobs/compare",
                "/companies/compare")) {
            for (String value : values) {
                // All at once; one by one where one of them is refused, because nobody has looked at the others then.
                String all = parameters.stream()
                        .map(parameter -> parameter + "=" + value)
                        .collect(joining("&"));
                if (value.length() < 100 && status(list + "?" + all) == 200) {
                    continue;
                }
                for (String parameter : parameters) {
                    String path = list + "?" + parameter + "=" + value;
                    int status = status(path);
                    if (status != 200 && status != 400) {
                        wrong.add(status + " " + path.substring(0, Math.min(80, path.length())));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(status("/jobs?q=" + "%E3%81%82".repeat(1500))).isEqualTo(400);
        assertThat(get("/jobs?area=ATLANTIS")).contains("分からない条件が含まれていたため");
        assertThat(get("/jobs?q=%3Cscript%3Ealert(1)%3C/script%3E")).doesNotContain("<script>alert");
        for (String path : List.of(
                "/jobs/nothing",
                "/companies/nothing",
                "/internships/x",
                "/class/x",
                "/api/v1/jobs/x",
                "/api/v1/nothing",
                "/companies/x/pictures/0",
                "/companies/x/pictures/abc",
                "/sitemaps/x.xml")) {
            assertThat(status(path)).as(path).isEqualTo(404);
        }
    }

    @Test
    void machines_get_what_they_ask_for() throws Exception {
        try (Visitor visitor = Visitor.atDesk(portal)) {
            String path = "/jobs/" + open("posting");
            visitor.open(path);
            JsonObject job = json(
                    visitor.page().locator("script[type='application/ld+json']").textContent());
            assertThat(job.getString("@type")).isEqualTo("JobPosting");
            for (String required : List.of("title", "description", "datePosted", "hiringOrganization", "jobLocation")) {
                assertThat(job.containsKey(required)).as(required).isTrue();
            }
            assertThat(job.getString("validThrough")).endsWith("23:59:59+09:00");
            assertThat(job.getJsonObject("baseSalary").getString("currency")).isEqualTo("JPY");
            assertThat(visitor.page().locator("link[rel=canonical]").getAttribute("href"))
                    .endsWith(path);
        }
        JsonObject description = json(get("/openapi"));
        assertThat(description.getString("openapi")).startsWith("3.1");
        for (String kind : List.of("companies", "jobs", "internships", "events")) {
            var parameters = description
                    .getJsonObject("paths")
                    .getJsonObject("/api/v1/" + kind)
                    .getJsonObject("get")
                    .getJsonArray("parameters");
            for (JsonObject parameter : parameters.getValuesAs(JsonObject.class)) {
                JsonObject items = parameter.getJsonObject("schema").getJsonObject("items");
                if (items != null && items.containsKey("enum")) {
                    String value = items.getJsonArray("enum").getString(0);
                    assertThat(status("/api/v1/" + kind + "?" + parameter.getString("name") + "=" + value))
                            .as(kind + " " + parameter.getString("name"))
                            .isEqualTo(200);
                }
            }
        }
        for (String kind : List.of("companies", "jobs", "internships", "events")) {
            String list = "/api/v1/" + kind;
            assertAsDescribed(description, list, json(get(list)));
            for (JsonObject item : json(get(list)).getJsonArray("items").getValuesAs(JsonObject.class)) {
                String code = item.getString("code");
                assertAsDescribed(description, list + "/{code}", json(get(list + "/" + code)));
            }
        }
        assertAsDescribed(description, "/api/v1/plan", json(get("/api/v1/plan?year=R5")));
        for (String accepted : List.of("text/html", "nonsense")) {
            HttpResponse<String> answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(portal.url("/api/v1/jobs")))
                            .header("Accept", accepted)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as("one format, whatever is accepted: " + accepted)
                    .isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/json;charset=UTF-8");
        }
        assertThat(status("/api/v1/jobs?are=SENMAYA")).as("a misspelt filter").isEqualTo(400);
        JsonObject problem = json(get("/api/v1/jobs?area=ATLANTIS"));
        assertThat(problem.getInt("status")).isEqualTo(400);
        String feed = get("/events.ics?type=SEMINAR");
        assertThat(feed)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("UID:session-")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(feed.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
        assertThat(feed).doesNotContain("https://example.jp/meeting");
        assertThat(get("/opendata/events.csv").lines().findFirst().orElseThrow())
                .contains("イベント名")
                .contains("参加申込方法");
    }

    /** Every property of the answer is described, in its order and its type, and everything that is required is there. */
    private static void assertAsDescribed(JsonObject description, String path, JsonObject answer) {
        JsonObject schema = description
                .getJsonObject("paths")
                .getJsonObject(path)
                .getJsonObject("get")
                .getJsonObject("responses")
                .getJsonObject("200")
                .getJsonObject("content")
                .getJsonObject("application/json")
                .getJsonObject("schema");
        assertAsDescribed(description, schema, answer, path);
    }

    private static void assertAsDescribed(JsonObject description, JsonObject given, JsonValue value, String where) {
        JsonObject schema = given.containsKey("$ref")
                ? (JsonObject)
                        Json.createPointer(given.getString("$ref").substring(1)).getValue(description)
                : given;
        String type =
                switch (value.getValueType()) {
                    case OBJECT -> "object";
                    case ARRAY -> "array";
                    case STRING -> "string";
                    case NUMBER ->
                        schema.get("type").toString().contains("integer") && ((JsonNumber) value).isIntegral()
                                ? "integer"
                                : "number";
                    case TRUE, FALSE -> "boolean";
                    case NULL -> "null";
                };
        assertThat(schema.get("type").toString()).as(where).contains("\"" + type + "\"");
        if (value instanceof JsonArray array) {
            array.forEach(each -> assertAsDescribed(description, schema.getJsonObject("items"), each, where + "[]"));
        } else if (value instanceof JsonObject object && schema.containsKey("properties")) {
            JsonObject properties = schema.getJsonObject("properties");
            assertThat(object.keySet())
                    .as(where)
                    .containsExactlyElementsOf(properties.keySet().stream()
                            .filter(object::containsKey)
                            .toList());
            assertThat(object.keySet())
                    .as(where)
                    .containsAll(schema.getJsonArray("required").getValuesAs(JsonString::getString));
            object.forEach((name, each) ->
                    assertAsDescribed(description, properties.getJsonObject(name), each, where + "." + name));
        } else if (value instanceof JsonObject object) {
            object.forEach((name, each) -> assertAsDescribed(
                    description, schema.getJsonObject("additionalProperties"), each, where + "." + name));
        } else if (schema.containsKey("enum")) {
            assertThat(schema.getJsonArray("enum")).as(where).contains(value);
        }
    }

    /** What the sitemap lists may be read, and nothing that needs an account; asked of a parser that crawlers use. */
    @Test
    void crawlers_may_read_what_the_sitemap_lists_and_nothing_that_needs_an_account() {
        String text = get("/robots.txt");
        assertThat(text).contains("Sitemap: http");
        SimpleRobotRules rules = new SimpleRobotRulesParser()
                .parseContent(
                        portal.url("/robots.txt"),
                        text.getBytes(StandardCharsets.UTF_8),
                        "text/plain",
                        List.of("googlebot"));
        List<String> parts = locations(get("/sitemap.xml"));
        assertThat(parts).hasSizeGreaterThan(3);
        List<String> listed = parts.stream()
                .flatMap(part -> locations(get(URI.create(part).getPath())).stream())
                .toList();
        assertThat(listed).hasSizeGreaterThan(500).allMatch(rules::isAllowed);
        RealPaths paths = new RealPaths(portal);
        for (Route route : Routes.ALL) {
            String url = portal.url(paths.of(route.pattern()));
            if (route.signedIn()) {
                assertThat(rules.isAllowed(url)).as(url).isFalse();
            }
        }
        for (String path : List.of(
                "/jobs",
                "/internships",
                "/companies",
                "/events",
                "/plan",
                "/class",
                "/consultations",
                "/for-companies")) {
            assertThat(rules.isAllowed(portal.url(path))).as(path).isTrue();
        }
    }

    private static List<String> locations(String xml) {
        return Pattern.compile("<loc>([^<]*)</loc>")
                .matcher(xml)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private String open(String table) {
        return portal.one("select code from " + table + " where opens_on < now() - interval '2 days'"
                + " and closes_on > now() + interval '2 days' order by id limit 1");
    }

    private static int total(Visitor visitor) {
        return Integer.parseInt(visitor.page()
                .locator(".total")
                .innerText()
                .replaceAll("件のうち.*", "")
                .replace(",", ""));
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private String get(String path) {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create(portal.url("/") + path.substring(1)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> compressed(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(portal.url("/") + path.substring(1)))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** From many networks, as the proxy in front says it: one alone may not ask that often. */
    private int status(String path) throws Exception {
        asked++;
        return CLIENT.send(
                        HttpRequest.newBuilder(URI.create(portal.url("/") + path.substring(1)))
                                .header("X-Forwarded-For", "198.18." + asked / 500 + ".1")
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
