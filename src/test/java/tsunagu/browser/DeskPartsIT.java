package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;
import tsunagu.testing.Wire;

/** What desks are made of beside lists: fields that find, the month, histories, charts, the plan folded together; and what pages cost. */
class DeskPartsIT {

    private static final String STAFF = "staff@demo.example";

    private static final String OPEN = ".finder-list:not([hidden]) [role=option]";

    private final TestPortal portal = TestPortal.shared();

    @Test
    void one_of_many_is_found_by_keyboard_and_sent_by_its_value() {
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn(STAFF);
            staff.open("/staff/style");
            Page page = staff.page();
            Locator field = page.locator("#one-of-many");
            assertThat(field.getAttribute("role")).isEqualTo("combobox");
            // The width of what is typed says nothing.
            field.fill("選択肢　１７");
            assertThat(page.locator(OPEN).allInnerTexts()).containsExactly("見本の選択肢 17");
            staff.finds_the_page_sound();
            field.press("ArrowDown");
            assertThat(field.getAttribute("aria-activedescendant")).isNotBlank();
            staff.finds_the_page_sound();
            field.press("Enter");
            assertThat(page.locator(OPEN).count()).isZero();
            assertThat(field.inputValue()).isEqualTo("見本の選択肢 17");
            field.fill("ありません");
            assertThat(page.locator(OPEN).allInnerTexts()).containsExactly("合うものがありません");
            staff.finds_the_page_sound();
            field.press("Escape");
            // Who leaves without choosing has what they had.
            page.locator("#some-of-many").click();
            assertThat(field.inputValue()).isEqualTo("見本の選択肢 17");

            page.locator("#some-of-many").fill("肢 3");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.locator("#some-of-many").fill("肢 40");
            page.keyboard().press("Enter");
            assertThat(page.locator(".finder-chosen li").count()).isEqualTo(2);
            page.getByLabel("見本の選択肢 40 を外す").click();
            staff.finds_the_page_sound();
            page.locator("#finders button[type=submit]").click();
            page.waitForURL(address -> address.contains("one="));
            assertThat(page.url()).contains("one=17&some=3&register=");
        }
    }

    @Test
    void a_company_is_found_in_the_register_and_its_number_goes_along() {
        String name = portal.one(
                "select c.name from company c where c.merged_into is null and (select count(*) from company o where o.name = c.name) = 1"
                        + " and not exists (select from company_leaving l where l.company_id = c.id) order by c.id limit 1");
        String id = portal.one("select id from company where name = '" + name + "'");
        String reading = portal.one("select reading from company where id = " + id);
        try (Visitor staff = Visitor.atDesk(portal);
                Visitor company = Visitor.atDesk(portal)) {
            staff.signIn(STAFF);
            staff.open("/staff/grants");
            Page page = staff.page();
            page.selectOption("#recipient", "PERSON");
            page.locator("#name").pressSequentially(name.substring(0, 3));
            page.waitForTimeout(600);
            assertThat(page.locator(OPEN).count())
                    .as("of people there is no register")
                    .isZero();
            page.selectOption("#recipient", "COMPANY");
            page.fill("#name", reading);
            page.locator(OPEN)
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .first()
                    .click();
            assertThat(page.inputValue("#name")).isEqualTo(name);
            assertThat(page.inputValue("[id='name-id']")).isEqualTo(id);
            page.fill("#name", name + "ほか");
            assertThat(page.inputValue("[id='name-id']"))
                    .as("another name is another company")
                    .isEmpty();
            page.fill("#name", reading);
            page.locator(OPEN)
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .first()
                    .click();
            String programme = page.locator("#programmeId-choice option").nth(5).getAttribute("value");
            Visitor.pick(page, "programmeId", programme);
            page.fill("#adults", "0");
            page.fill("#amount", "10000");
            page.fill("#decidedOn", "2026-10-01");
            page.fill("#despite", "見本のため");
            page.locator("#decide").click();
            page.waitForURL(address -> address.contains("done=granted"));
            assertThat(portal.one(
                            "select company_id from grant_decision where name = '" + name + "' and amount = 10000"))
                    .isEqualTo(id);

            company.signIn("company@demo.example");
            assertThat(company.page()
                            .request()
                            .get(portal.url("/staff/company-finder?q=a"))
                            .status())
                    .isEqualTo(403);
            assertThat(staff.page()
                            .request()
                            .get(portal.url("/staff/company-finder"))
                            .text())
                    .isEqualTo("[]");
        }
    }

    @Test
    void without_scripts_a_list_of_many_is_a_list_and_a_name_is_looked_up() {
        try (Visitor plain = Visitor.withoutJavaScript(portal)) {
            plain.signIn(STAFF);
            plain.open("/staff/style");
            plain.page().selectOption("#one-of-many", "17");
            plain.page().fill("#of-register", "会社");
            plain.page().locator("#finders button[type=submit]").click();
            assertThat(plain.page().url()).contains("one=17");
        }
    }

    @Test
    void a_month_shows_what_is_prepared_for_and_each_only_their_own() {
        String month = portal.one(
                "select to_char(min(s.held_on), 'YYYY-MM') from event_session s join event e on e.id = s.event_id"
                        + " where s.held_on > (now() at time zone 'Asia/Tokyo')::date and s.outcome <> 'NOT_HELD' and e.state = 'PUBLISHED'");
        String title = portal.one("select e.title from event_session s join event e on e.id = s.event_id"
                + " where to_char(s.held_on, 'YYYY-MM') = '" + month
                + "' and s.outcome <> 'NOT_HELD' and e.state = 'PUBLISHED' order by s.id limit 1");
        try (Visitor staff = Visitor.atDesk(portal);
                Visitor phone = Visitor.onPhone(portal);
                Visitor company = Visitor.atDesk(portal)) {
            staff.signIn(STAFF);
            staff.open("/calendar?month=" + month);
            staff.sees(title);
            staff.finds_the_page_sound();
            assertThat(staff.page().locator(".month thead th").allInnerTexts())
                    .containsExactly("日", "月", "火", "水", "木", "金", "土");
            int days = staff.page().locator(".month td time").count();
            assertThat(days).isEqualTo(YearMonth.parse(month).lengthOfMonth());
            staff.page().locator(".month-kinds [data-kind=event]").click();
            staff.page().waitForURL(address -> address.contains("kind=event"));
            assertThat(staff.page().locator(".month td li[data-kind]").all())
                    .isNotEmpty()
                    .allMatch(each -> each.getAttribute("data-kind").equals("event"));
            staff.page().locator(".month-nav a[rel=next]").click();
            staff.page()
                    .waitForURL(address ->
                            address.contains("month=" + YearMonth.parse(month).plusMonths(1))
                                    && address.contains("kind=event"));
            for (String nonsense : List.of("2026-13", "9999-01", "x", "2026-1")) {
                staff.open("/calendar?month=" + nonsense);
                assertThat(staff.page()
                                .locator(".month td time[aria-current=date]")
                                .count())
                        .as(nonsense)
                        .isEqualTo(1);
            }
            phone.signIn(STAFF);
            phone.open("/calendar?month=" + month);
            phone.sees(title);
            phone.finds_the_page_sound();
            company.signIn("company@demo.example");
            company.open("/calendar?month=" + month);
            company.finds_the_page_sound();
            assertThat(company.page()
                            .locator(".month td li[data-kind=event], .month td li[data-kind=consultation]")
                            .count())
                    .isZero();
        }
    }

    @Test
    void what_became_of_a_company_and_of_a_posting_stands_with_those_who_did_it() {
        String code = portal.one(
                "select c.code from company c join company_member m on m.company_id = c.id join account a on a.id = m.account_id"
                        + " where a.email_key = testing.mark('company@demo.example')");
        String submission =
                portal.one("select code from posting_submission where state = 'SUBMITTED' order by id limit 1");
        String account = portal.one("select id from account where email_key = testing.mark('" + STAFF + "')");
        String row = portal.one("select id from posting_submission where code = '" + submission + "'");
        portal.run(
                "insert into audit_entry (actor, reason, table_name, row_id, action, before, after) values ('account:"
                        + account
                        + "', '勤務地がないため', 'posting_submission', '" + row
                        + "', 'UPDATE', '{\"state\": \"SUBMITTED\"}', '{\"state\": \"SENT_BACK\"}')");
        Wire staff = signedIn("staff");
        Document company = page(staff, "/staff/companies/" + code + "/history");
        assertThat(company.select("ol.timeline > li")).isNotEmpty();
        Document posting = page(staff, "/staff/review/jobs/" + submission);
        assertThat(posting.select("ol.timeline > li").first().text()).contains("見本 職員", "市が確認中 → 差戻し", "勤務地がないため");
        assertThat(signedIn("company")
                        .get("/staff/companies/" + code + "/history")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_view_of_one_name_is_another_on_the_page_of_another_event() {
        Wire staff = signedIn("staff");
        List<String> sessions = portal.list(
                "select distinct session_id from registration where state = 'CONFIRMED' order by session_id limit 2");
        for (String session : sessions) {
            String page = "/staff/sessions/" + session + "/registrations";
            Map<String, String> form = Wire.form(staff.get(page + "?sort=name"), "v-registrations");
            form.put("viewName-registrations", "名前の順");
            form.put("act", "keepView:registrations:" + session);
            staff.post(page + "?sort=name", form);
        }
        assertThat(portal.list("select path from desk_view where name = '名前の順' order by path"))
                .containsExactlyElementsOf(sessions.stream()
                        .map(each -> "/staff/sessions/" + each + "/registrations")
                        .sorted()
                        .toList());
        assertThat(page(staff, "/staff/sessions/" + sessions.get(0) + "/registrations")
                        .select(".desk-views a"))
                .hasSize(1);
        Document home = page(staff, "/staff");
        assertThat(home.select("section[aria-labelledby=own-views] li").eachText())
                .filteredOn(each -> each.startsWith("名前の順"))
                .as("of one name and one list: each says when it was kept")
                .hasSize(2)
                .allMatch(each -> each.contains("に保存"));

        // Sixty are kept: another one is too many, and one of the sixty can still be another.
        String page = "/staff/sessions/" + sessions.get(0) + "/registrations";
        portal.run("insert into desk_view (id, account_id, list, name, path, query, made_at)"
                + " select nextval('tsunagu_seq'), account_id, list, 'さらに ' || n, path, query, made_at from desk_view,"
                + " generate_series(1, 60 - (select count(*)::int from desk_view d where d.account_id = (select account_id"
                + " from desk_view where name = '名前の順' limit 1))) n where name = '名前の順' and path = '" + page + "'");
        for (String name : List.of("もう一つ", "名前の順")) {
            Map<String, String> form = Wire.form(staff.get(page + "?sort=-name"), "v-registrations");
            form.put("viewName-registrations", name);
            form.put("act", "keepView:registrations:" + sessions.get(0));
            staff.post(page + "?sort=-name", form);
        }
        assertThat(portal.list("select query from desk_view where name = 'もう一つ'"))
                .isEmpty();
        assertThat(portal.one("select query from desk_view where name = '名前の順' and path = '" + page + "'"))
                .contains("-name");
    }

    /** Measured, and not to be exceeded: who asks, the kept views, one for the list; what is more is said beside it. */
    @Test
    void every_page_with_a_list_costs_no_more_statements_than_it_did() {
        String session = portal.one("select min(session_id) from registration");
        String fair = portal.one(
                "select e.code from event e join meeting_round r on r.event_id = e.id order by e.id limit 1");
        Map<String, Integer> most = new LinkedHashMap<>();
        Stream.of(
                        "staff /staff/events 3",
                        "staff /staff/companies 3",
                        "staff /staff/companies/duplicates 3",
                        "staff /staff/review 3",
                        "staff /staff/mail 4",
                        "staff /staff/long-work 3",
                        "staff /staff/privacy-cases 3",
                        "staff /staff/privacy-incidents 3",
                        "auditor /official/trail/entries 3",
                        // The list's pages before and beside it, and that people's records were seen.
                        "staff /calendar 5",
                        "staff /staff/search-words 4",
                        "staff /staff/placements 6",
                        "staff /staff/grants 7",
                        "auditor /viewings 6",
                        "admin /accounts 5",
                        "company /company/participants 5",
                        "company /company/applications 5",
                        "company /company/meetings 4",
                        "company /company/booths 5",
                        "company /company/recruitable 4",
                        // Pages with forms and several lists.
                        "staff /official 8",
                        "staff /staff/survey 6",
                        "staff /consultation-desk 10",
                        "company /company/scout 11",
                        "company /company/members 14",
                        "staff /evaluations 16",
                        "staff /staff/sessions/" + session + "/registrations 18",
                        "staff /staff/events/" + fair + "/exhibitors 17",
                        "staff /staff/events/" + fair + "/meetings 18",
                        "company /company 30")
                .forEach(each -> most.put(
                        each.substring(0, each.lastIndexOf(' ')),
                        Integer.valueOf(each.substring(each.lastIndexOf(' ') + 1))));
        Map<String, Wire> people = new LinkedHashMap<>();
        Map<String, List<String>> beyond = new LinkedHashMap<>();
        most.forEach((page, number) -> {
            String[] who = page.split(" ");
            Wire wire = people.computeIfAbsent(who[0], DeskPartsIT.this::signedIn);
            assertThat(wire.get(who[1]).statusCode()).as(page).isEqualTo(200);
            List<String> statements = portal.fewestStatements(() -> wire.get(who[1]));
            // Figures are counted again in the background for seconds after they were changed.
            for (int again = 0; again < 5 && statements.size() > number; again++) {
                statements = portal.fewestStatements(() -> wire.get(who[1]));
            }
            System.out.println(page + ": " + statements.size());
            if (statements.size() > number) {
                beyond.put(page + " (" + number + ")", statements);
            }
        });
        assertThat(beyond).isEmpty();
    }

    private Wire signedIn(String name) {
        Wire wire = new Wire(portal);
        wire.signIn(name + "@demo.example", TestPortal.PASSWORD);
        return wire;
    }

    private static Document page(Wire wire, String path) {
        java.net.http.HttpResponse<String> page = wire.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return Wire.parsed(page);
    }
}
