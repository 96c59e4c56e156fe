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
                assertThat(work.select("li a[href*=show=SUBMITTED]")).as(role).isNotEmpty();
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
