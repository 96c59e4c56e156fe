package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;
import tsunagu.testing.Wire;

/** What a desk does beside its lists: one review after the other, postings whose companies are silent, applications as a board, a draft as it will be. */
class DeskWorkIT {

    private static final String CITY = "set tsunagu.actor = 'system:test'; ";

    private static final String OWN_COMPANY =
            "(select m.company_id from company_member m join account a on a.id = m.account_id"
                    + " where a.email_key = testing.mark('company@demo.example') and m.left_at is null)";

    private final TestPortal portal = TestPortal.shared();

    @Test
    void what_waits_says_how_old_it_is_until_when_and_what_went_wrong() {
        portal.run(
                "insert into mail_outbox select (jsonb_populate_record(o, jsonb_build_object('id', 7000000001, 'once', 'desk-work', 'state',"
                        + " 'FAILED', 'tries', 9, 'sent_at', null, 'written_at', now() - interval '3 days'))).* from mail_outbox o order by id limit 1");
        String due = portal.one("select to_char(min(due_on), 'FMMM月FMDD日') from privacy_case where outcome is null");
        try {
            Element work = page(signedIn("staff"), "/staff").selectFirst("section.work");
            assertThat(work.selectFirst("li:has(a[href^=/staff/privacy-cases])").text())
                    .contains(due, "まで", "日前");
            assertThat(work.selectFirst("li:has(a[href=/staff/mail?state=FAILED])")
                            .text())
                    .contains("1件", "3日前");
        } finally {
            portal.run("delete from mail_outbox where once = 'desk-work'");
        }
        assertThat(page(signedIn("staff"), "/staff").select("section.work a[href=/staff/mail?state=FAILED]"))
                .as("of which nothing waits")
                .isEmpty();
    }

    @Test
    void a_conflict_at_a_door_is_told_where_staff_begin() {
        String session = portal.one(
                "select s.id from event_session s join event e on e.id = s.event_id and e.state = 'PUBLISHED'"
                        + " where e.closed_at is null order by s.id limit 1");
        portal.run(CITY
                + "insert into scan (id, session_id, scanned_at, outcome, nonce) select nextval('tsunagu_seq'), "
                + session
                + ", now(), 'ACCEPTED', 'desk-work' where not exists (select from scan where nonce = 'desk-work')");
        portal.run(CITY
                + "insert into door_conflict (id, session_id, scan_id, kind, raised_at, version) select nextval('tsunagu_seq'), "
                + session + ", id, 'CLOCK', now(), 0 from scan where nonce = 'desk-work'");
        String path = "/staff/sessions/" + session + "/door";
        Element work = page(signedIn("staff"), "/staff").selectFirst("section.work");
        assertThat(work.selectFirst("li:has(a[href=" + path + "])").text())
                .contains(
                        "受付の確認箱",
                        portal.one("select e.title from event e join event_session s on s.event_id = e.id where s.id = "
                                + session));
        portal.run(CITY + "update door_conflict set settled_at = now() where session_id = " + session);
        assertThat(page(signedIn("staff"), "/staff").select("section.work a[href=" + path + "]"))
                .isEmpty();
    }

    @Test
    void a_decision_leads_to_what_has_waited_longest() {
        String oldest = portal.one(
                "select code from posting_submission where state = 'SUBMITTED' order by submitted_at, id limit 1");
        String before = portal.one("select submitted_at from posting_submission where code = '" + oldest + "'");
        portal.run(CITY + "update posting_submission set submitted_at = now() - interval '90 days' where code = '"
                + oldest + "'");
        try {
            Wire staff = signedIn("staff");
            HttpResponse<String> next = staff.get("/staff/review/next?done=published&saved=yes");
            assertThat(next.statusCode()).isEqualTo(302);
            String to = next.headers().firstValue("location").orElseThrow();
            assertThat(to)
                    .contains("/staff/review/jobs/" + oldest + "?done=published")
                    .contains("saved=yes");
            Document page = page(staff, "/staff/review/jobs/" + oldest + "?done=published");
            assertThat(page.text()).contains("前のもの： 公開しました。", "次に古いものです");
            assertThat(page(staff, "/staff/review/jobs/" + oldest).text()).doesNotContain("前のもの");
            String strange = staff.get("/staff/review/next?done=%22%3E&saved=yes")
                    .headers()
                    .firstValue("location")
                    .orElseThrow();
            assertThat(strange).doesNotContain("done=");
        } finally {
            portal.run(CITY + "update posting_submission set submitted_at = '" + before + "' where code = '" + oldest
                    + "'");
        }
    }

    @Test
    void postings_that_are_hidden_or_soon_will_be_are_found_and_their_companies_asked_once_a_day() {
        List<String> own = portal.list("select id from posting where company_id = " + OWN_COMPANY
                + " and ended_at is null and closes_on > now() and opens_on <= now() order by id limit 2");
        String hidden = own.get(0);
        String soon = own.get(1);
        String days =
                "update posting set confirmed_at = now() - interval '%s days', opens_on = (now() at time zone 'Asia/Tokyo')::date - 200 where id = %s; ";
        List<String> before = portal.list("select confirmed_at || '|' || opens_on from posting where id in (" + hidden
                + ", " + soon + ") order by id");
        portal.run(CITY + String.format(days, 91, hidden) + String.format(days, 85, soon));
        try {
            Wire staff = signedIn("staff");
            assertThat(page(staff, "/staff/postings?state=HIDDEN&rows=100")
                            .select("tbody th a")
                            .eachText())
                    .contains(title(hidden))
                    .doesNotContain(title(soon));
            Document page = page(staff, "/staff/postings?state=SOON&rows=100");
            assertThat(page.select("tbody th a").eachText())
                    .contains(title(soon))
                    .doesNotContain(title(hidden));
            Map<String, String> form = Wire.form(staff.get("/staff/postings?state=SOON"), "l-postings");
            form.put("act", "ask:many:");
            String code = portal.one("select code from posting where id = " + soon);
            String pick = code + ":" + portal.one("select version from posting where id = " + soon);
            for (int twice = 0; twice < 2; twice++) {
                HttpResponse<String> asked = staff.post("/staff/postings?state=SOON", form, "pick", List.of(pick));
                assertThat(after(staff, asked)).contains("1件について、会社にメールで確認を頼みました。");
            }
            assertThat(portal.one("select count(*) from mail_outbox where once like '%asked-correct " + code + "%'"))
                    .isEqualTo(portal.one("select count(*) from company_member where left_at is null and company_id = "
                            + OWN_COMPANY));
            HttpResponse<String> stale = staff.post("/staff/postings?state=SOON", form, "pick", List.of(code + ":999"));
            assertThat(Wire.parsed(stale).text()).contains("ほかの人が先に変更しました");
            assertThat(signedIn("company").get("/staff/postings").statusCode()).isEqualTo(403);
        } finally {
            for (int i = 0; i < 2; i++) {
                String[] was = before.get(i).split("\\|");
                portal.run(CITY + "update posting set confirmed_at = '" + was[0] + "', opens_on = '" + was[1]
                        + "' where id = " + own.get(i));
            }
        }
    }

    @Test
    void applications_stand_in_lanes_and_are_moved_on_from_there() {
        String application = portal.one("select code from job_application where company_id = " + OWN_COMPANY
                + " and state in ('RECEIVED', 'IN_PROGRESS') order by id limit 1");
        String state = portal.one("select state from job_application where code = '" + application + "'");
        portal.run(CITY + "update job_application set state = 'RECEIVED' where code = '" + application + "'");
        String name = portal.one("select name from job_application where code = '" + application + "'");
        try (Visitor company = Visitor.atDesk(portal);
                Visitor phone = Visitor.onPhone(portal)) {
            company.signIn("company@demo.example");
            company.open("/company/applications");
            company.follow("状態ごとに並べる");
            assertThat(company.page().url()).contains("view=board");
            assertThat(company.page().locator(".lane[aria-label=受付]").innerText())
                    .contains(name);
            company.finds_the_page_sound();
            company.press(name + " 面接に進める");
            company.sees("状態を変えました。");
            assertThat(company.page().url()).contains("view=board");
            assertThat(company.page().locator(".lane[aria-label=面接]").innerText())
                    .contains(name, "内定を出す");
            assertThat(company.page().locator(".lane[aria-label=受付]").innerText())
                    .doesNotContain(name);
            assertThat(portal.one("select state from job_application where code = '" + application + "'"))
                    .isEqualTo("INTERVIEW");
            company.open("/company/applications?view=board&q=ありません");
            company.sees("条件に合うものがありません。");
            company.finds_the_page_sound();
            phone.signIn("company@demo.example");
            phone.open("/company/applications?view=board");
            phone.finds_the_page_sound();
        } finally {
            portal.run(CITY + "update job_application set state = '" + state + "' where code = '" + application + "'");
        }
        Wire company = signedIn("company");
        Map<String, String> form = Wire.form(company.get("/company/applications?view=board"), "l-applications");
        form.put("act", "OFFER:" + application + ":0");
        assertThat(Wire.parsed(company.post("/company/applications?view=board", form))
                        .text())
                .as("as it was seen, and not as it is")
                .contains("ほかの人が先に変更しました");
    }

    @Test
    void a_draft_is_seen_by_staff_as_the_public_will_see_it_and_by_nobody_else() {
        String code = portal.one(
                "select code from event where state = 'PUBLISHED' and closed_at is null order by id desc limit 1");
        portal.run(CITY + "update event set state = 'DRAFT' where code = '" + code + "'");
        String title = portal.one("select title from event where code = '" + code + "'");
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/" + code);
            staff.follow("公開したときの画面を見る");
            staff.sees(title, "公開したときに見える画面です", "日程");
            staff.finds_the_page_sound();
            assertThat(staff.page().locator("main a[href*='/register']").count())
                    .isZero();
            assertThat(staff.page()
                            .locator("script[type='application/ld+json']")
                            .count())
                    .isZero();
            assertThat(signedIn("company")
                            .get("/staff/events/" + code + "/preview")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(signedIn("staff").get("/events/" + code).statusCode()).isEqualTo(404);
        } finally {
            portal.run(CITY + "update event set state = 'PUBLISHED' where code = '" + code + "'");
        }
    }

    @Test
    void whoever_of_the_staff_takes_charge_of_an_event_is_found_by_name() {
        String code = portal.one(
                "select code from event where state = 'PUBLISHED' and closed_at is null order by id desc limit 1");
        Wire staff = signedIn("staff");
        Map<String, String> form = new HashMap<>(Wire.form(staff.get("/staff/events/" + code), "form"));
        form.put("take", "x");
        assertThat(after(staff, staff.post("/staff/events/" + code, form))).contains("担当：見本 職員");
        assertThat(page(staff, "/staff/events?keeper=" + "%E8%A6%8B%E6%9C%AC&rows=100")
                        .select("tbody th a")
                        .eachText())
                .contains(portal.one("select title from event where code = '" + code + "'"));
        form = new HashMap<>(Wire.form(staff.get("/staff/events/" + code), "form"));
        form.put("step-back", "x");
        assertThat(after(staff, staff.post("/staff/events/" + code, form))).contains("担当：まだ決まっていません");
    }

    @Test
    void what_was_answered_is_told_for_each_session_with_the_rate() {
        String code = portal.one(
                "select e.code from event e join event_session s on s.event_id = e.id"
                        + " where e.state = 'PUBLISHED' and not e.course and e.closed_at is null group by e.id having count(*) > 1 order by e.id limit 1");
        String event = portal.one("select id from event where code = '" + code + "'");
        List<String> sessions =
                portal.list("select id from event_session where event_id = " + event + " order by number limit 2");
        portal.run(CITY
                + "insert into event_question (id, event_id, number, moment, kind, text, required, version) values (nextval('tsunagu_seq'), "
                + event + ", 90, 'AFTERWARDS', 'TEXT', '会場はいかがでしたか', false, 0)");
        for (int i = 0; i < 2; i++) {
            String token = "deskwork" + i + System.nanoTime();
            portal.run(CITY
                    + "insert into registration (id, session_id, person_id, role, state, ticket_token, short_code, companions, created_at, version)"
                    + " select nextval('tsunagu_seq'), " + sessions.get(i) + ", p.id, 'EMPLOYEE', 'CONFIRMED', '"
                    + token + "', '" + i
                    + token.substring(token.length() - 7)
                    + "', 0, now(), 0 from person p where not exists (select from registration r"
                    + " where r.person_id = p.id) order by p.id limit 1");
            portal.run(CITY
                    + "insert into event_answer (id, question_id, registration_id, value, answered_at, version) select nextval('tsunagu_seq'),"
                    + " q.id, r.id, '答え" + i + "', now(), 0 from event_question q, registration r where q.event_id = "
                    + event
                    + " and q.number = 90 and r.ticket_token = '" + token + "'");
        }
        Wire staff = signedIn("staff");
        String path = "/staff/events/" + code + "/results";
        assertThat(page(staff, path).text()).contains("答え0", "答え1", "全部の日程");
        assertThat(page(staff, path + "?session=" + sessions.get(0)).text())
                .contains("答え0")
                .doesNotContain("答え1");
        assertThat(staff.get(path + ".csv?session=" + sessions.get(1)).body())
                .contains("答え1")
                .doesNotContain("答え0");
        assertThat(staff.get(path + "?session=1").statusCode()).isEqualTo(404);
    }

    /** A list of people as a file says what it is for, and is written down with who was in it. */
    @Test
    void who_asks_to_join_is_taken_as_a_file_with_a_reason_only() {
        String number = "9000000000074";
        String was = portal.one("select coalesce(corporate_number, '') from company where id = " + OWN_COMPANY);
        String asker = portal.one("select id from account where email_key = testing.mark('seeker@demo.example')");
        portal.run(CITY + "update company set corporate_number = '" + number + "' where id = " + OWN_COMPANY);
        portal.run(CITY
                + "insert into company_admission select (jsonb_populate_record(a, jsonb_build_object('id', nextval('tsunagu_seq'), 'code',"
                + " 'deskwork', 'applicant_id', " + asker + ", 'corporate_number', '" + number
                + "'))).* from company_admission a"
                + " where a.state = 'SUBMITTED' order by a.id limit 1");
        try {
            Wire owner = signedIn("company");
            Document members = page(owner, "/company/members");
            Element form = members.selectFirst("#desk-joining form[data-file]");
            assertThat(form.attr("action")).isEqualTo("/lists/joining/table.xlsx");
            assertThat(members.selectFirst("#desk-joining").text()).contains("seeker@demo.example");
            assertThat(owner.get("/lists/joining/table.csv").body()).doesNotContain("seeker@demo.example");
            HttpResponse<String> file =
                    owner.get("/lists/joining/table.csv?why=%E9%9B%BB%E8%A9%B1%E3%81%AE%E3%81%9F%E3%82%81");
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.body()).contains("seeker@demo.example");
            assertThat(portal.one(
                            "select count(*) from person_viewing v where v.what = 'JOINING_FILE' and v.why = '電話のため'"))
                    .isEqualTo("1");
            assertThat(signedIn("staff").get("/lists/joining/table.csv?why=x").statusCode())
                    .isEqualTo(404);
        } finally {
            portal.run(CITY
                    + "delete from company_admission where code = 'deskwork'; update company set corporate_number = nullif('"
                    + was + "', '') where id = " + OWN_COMPANY);
        }
    }

    @Test
    void a_day_that_is_chosen_is_said_in_its_era_too() {
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/new");
            Locator said = staff.page().locator("#sessions-0-date + output.era");
            assertThat(said.textContent()).isEmpty();
            staff.page().fill("#sessions-0-date", "2027-04-01");
            assertThat(said.textContent()).isEqualTo("令和9年4月1日(木)");
            staff.page().fill("#sessions-0-date", "2019-04-30");
            assertThat(said.textContent()).isEqualTo("平成31年4月30日(火)");
            staff.finds_the_page_sound();
        }
    }

    /** The navigation is of the sheet of lists; pages without a form have it too. */
    @Test
    void each_page_that_has_the_navigation_of_the_desks_has_its_sheet() {
        String event = portal.one("select code from event where state = 'PUBLISHED' order by id desc limit 1");
        Wire staff = signedIn("staff");
        for (String path : List.of("/results", "/report", "/booth-cards", "/preview", "")) {
            Document page = page(staff, "/staff/events/" + event + path);
            assertThat(page.select("nav.desk-nav")).as(path).hasSize(1);
            assertThat(page.select("link[href*=/lists.css], link[href*=lists]"))
                    .as(path)
                    .hasSize(1);
        }
        assertThat(page(staff, "/events").select("link[href*=lists]"))
                .as("public pages")
                .isEmpty();
    }

    private String title(String posting) {
        return portal.one("select title from posting where id = " + posting);
    }

    private Wire signedIn(String name) {
        Wire wire = new Wire(portal);
        wire.signIn(name + "@demo.example", TestPortal.PASSWORD);
        return wire;
    }

    /** What is said where a form leads. */
    private static String after(Wire wire, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        URI to = URI.create(answer.headers().firstValue("location").orElseThrow());
        return page(wire, to.getRawPath() + "?" + to.getRawQuery()).text();
    }

    private static Document page(Wire wire, String path) {
        HttpResponse<String> page = wire.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return Wire.parsed(page);
    }
}
