package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Wire;

/** What all desks have in common: where they lead, what waits on the first page, and the installation's settings. Without a browser. */
class DesksIT {

    private final TestPortal portal = TestPortal.shared();

    @Test
    void every_desk_says_where_one_is_and_leads_to_the_others() {
        Map.of(
                        "staff", "/staff/grants",
                        "manager", "/official",
                        "committee", "/official/trail",
                        "auditor", "/official/trail/entries",
                        "admin", "/staff/settings",
                        "company", "/company/applications")
                .forEach((role, path) -> {
                    Wire desk = signedIn(role);
                    Document page = page(desk, path);
                    assertThat(page.select("nav.desk-nav a[aria-current=page]").eachAttr("href"))
                            .as(role)
                            .containsExactly(path);
                    assertThat(page.select("nav.desk-nav details.here"))
                            .as(role)
                            .hasSize(1);
                    for (String place : page.select("nav.desk-nav a").eachAttr("href")) {
                        assertThat(desk.get(place).statusCode())
                                .as(role + " " + place)
                                .isEqualTo(200);
                    }
                    assertThat(page(desk, "/jobs").select("nav.desk-nav"))
                            .as("public pages")
                            .isEmpty();
                });
    }

    @Test
    void what_waits_is_said_with_number_and_age_where_somebody_begins() {
        String year = portal.one("select max(fiscal_year) from evaluation_sheet");
        String sheet =
                portal.one("select id from evaluation_sheet where fiscal_year = " + year + " order by id limit 1");
        String before = portal.one("select state from evaluation_sheet where id = " + sheet);
        portal.run(
                "set tsunagu.actor = 'system:test'; update evaluation_sheet set state = 'SUBMITTED', submitted_at = now() - interval '5 days'"
                        + " where id = " + sheet);
        try {
            for (String role : List.of("manager", "committee")) {
                Element work = page(signedIn(role), "/evaluations").selectFirst("section.work");
                assertThat(work.select("li a[href*=state=SUBMITTED]")).as(role).isNotEmpty();
                assertThat(work.text()).as(role).contains("5日前");
            }
        } finally {
            portal.run("set tsunagu.actor = 'system:test'; update evaluation_sheet set state = '" + before
                    + "', submitted_at = null where id = " + sheet);
        }
        Element audit = page(signedIn("auditor"), "/viewings").selectFirst("section.work");
        assertThat(audit.select("a[href^=/staff/privacy-cases]").size())
                .isEqualTo(
                        portal.one("select count(*) from privacy_case where outcome is null")
                                        .equals("0")
                                ? 0
                                : 1);
        assertThat(page(signedIn("partner"), "/monthly").selectFirst("section.work"))
                .isNotNull();
        assertThat(page(signedIn("staff"), "/evaluations").select("section.work"))
                .as("staff begin elsewhere")
                .isEmpty();
    }

    @Test
    void a_start_page_shows_the_week_the_kept_views_and_what_one_did_last_and_nobody_elses() {
        Wire staff = signedIn("staff");
        String today = portal.one("select e.title from event e join event_session s on s.event_id = e.id where s.id = "
                + portal.sessionOfToday());
        String later = portal.one(
                "select e.title from event e join event_session s on s.event_id = e.id and e.state = 'PUBLISHED'"
                        + " group by e.id, e.title having min(s.held_on) > (now() at time zone 'Asia/Tokyo')::date + 7 limit 1");
        Map<String, String> view = Wire.form(staff.get("/staff/companies?q=工業"), "v-companies");
        view.put("viewName-companies", "工業の会社");
        view.put("act", "keepView:companies:");
        staff.post("/staff/companies?q=%E5%B7%A5%E6%A5%AD", view);
        String account = "account:"
                + portal.one(
                        "select a.id from account a join account_role r on r.account_id = a.id and r.role = 'STAFF'"
                                + " join person p on p.id = a.person_id where p.name = '見本 職員' limit 1");
        portal.run("insert into audit_entry (actor, table_name, row_id, action, after) values ('" + account
                + "', 'event', 'desks-1', 'UPDATE', '{\"title\": \"自分で直した行事\"}'), ('account:1', 'event', 'desks-2', 'UPDATE',"
                + " '{\"title\": \"ほかの人の行事\"}'), ('" + account
                + "', 'grant_decision', 'desks-3', 'INSERT', '{\"name\": \"ひと 知れず\"}')");
        Document home = page(staff, "/staff");
        assertThat(home.selectFirst("section[aria-labelledby=week]").text())
                .contains(today, "今日")
                .doesNotContain(later);
        Element views = home.selectFirst("section[aria-labelledby=own-views]");
        assertThat(views.text()).contains("工業の会社");
        assertThat(staff.get(views.selectFirst("a").attr("href")).body()).contains("工業");
        assertThat(home.selectFirst("section[aria-labelledby=last-acts]").text())
                .contains("イベントを変更 自分で直した行事", "交付決定を追加")
                .doesNotContain("ほかの人の行事")
                .doesNotContain("ひと 知れず");
        assertThat(page(signedIn("manager"), "/evaluations").text())
                .contains(today)
                .doesNotContain("自分で直した行事");
        assertThat(page(signedIn("company"), "/company").select("section[aria-labelledby=week]"))
                .hasSize(1);
    }

    @Test
    void an_auditors_number_of_incidents_opens_to_the_open_ones() {
        Wire auditor = signedIn("auditor");
        Element work = page(auditor, "/viewings").selectFirst("section.work");
        String path = work.select("a[href^=/staff/privacy-incidents]").attr("href");
        String open = portal.one("select count(*) from privacy_incident where closed_on is null");
        assertThat(path).endsWith("?state=OPEN");
        assertThat(page(auditor, path).select(".desk-table tbody tr").size()).isEqualTo(Integer.parseInt(open));
        assertThat(page(signedIn("staff"), "/staff").select("section.work a[href=" + path + "]"))
                .hasSize(1);
    }

    /** A form's field is called like a column: the list stays whole when the form comes back with a mistake. */
    @Test
    void a_list_is_asked_by_its_address_and_not_by_a_form_of_its_page() {
        Wire company = signedIn("company");
        Map<String, String> form = Wire.form(company.get("/company/members"), "form");
        form.put("role", "EDITOR");
        form.put("note", "");
        form.put("email", "nobody@example.jp");
        form.put("invite", "x");
        Document answer = Wire.parsed(company.post("/company/members", form));
        assertThat(answer.text()).contains("だれを招待するのか");
        assertThat(answer.select("#desk-members .desk-table tbody tr")).isNotEmpty();
    }

    /** Twice: each press is a letter of its own. */
    @Test
    void an_administrator_tries_the_mail_and_reads_the_settings() {
        Wire admin = signedIn("admin");
        String letters = "select count(*) from mail_outbox where once like 'mail-test %' and state = 'SENT'";
        int before = Integer.parseInt(portal.one(letters));
        for (int i = 1; i <= 2; i++) {
            HttpResponse<String> page = admin.get("/staff/settings");
            Element form = Wire.parsed(page).selectFirst("form:has(#mailTest)");
            Map<String, String> fields = Wire.fields(form);
            fields.put("mailTest", form.selectFirst("#mailTest").val());
            Document answer = Wire.parsed(admin.post("/staff/settings", fields));
            assertThat(answer.selectFirst("#mail-answer").text()).contains("admin@demo.example", "郵便受け");
            assertThat(portal.one(letters)).isEqualTo(Integer.toString(before + i));
        }
        Document page = page(admin, "/staff/settings");
        assertThat(page.select("dl.settings > div").size()).isGreaterThan(20);
        assertThat(page.text()).contains("TSUNAGU_SMTP_HOST", "一関市", "BIZUDPGothic");
        assertThat(page.html()).doesNotContain("jdbc:").doesNotContain(System.getProperty("user.dir"));
        assertThat(signedIn("staff").get("/staff/settings").statusCode()).isNotEqualTo(200);
    }

    private Wire signedIn(String name) {
        Wire wire = new Wire(portal);
        wire.signIn(name + "@demo.example", TestPortal.PASSWORD);
        return wire;
    }

    private static Document page(Wire wire, String path) {
        HttpResponse<String> page = wire.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return Wire.parsed(page);
    }
}
