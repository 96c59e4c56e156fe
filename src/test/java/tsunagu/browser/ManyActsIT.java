package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Wire;

/** What is done to many rows at once is done to each as it was seen; who pressed learns of every one that could not be done. Without a browser. */
class ManyActsIT {

    private static final String ONE_OF_TWO = "1件に行いました。1件はできませんでした。";

    private static final String CONFLICT = "ほかの人が先に変更しました";

    private final TestPortal portal = TestPortal.shared();

    @Test
    void letters_are_sent_again_and_the_one_that_is_no_longer_as_it_was_seen_is_named() {
        Wire staff = signedIn("staff");
        String fair = letter("many-fair", "まとめて 送る手紙");
        String stale = letter("many-stale", "まとめて 送れない手紙");
        HttpResponse<String> page = press(
                staff,
                "/staff/mail",
                "letters",
                "allAgain:many:",
                List.of(fair + ":FAILED", stale + ":WAITING"),
                Map.of());
        assertThat(page.body()).contains(ONE_OF_TWO, "まとめて 送れない手紙：" + CONFLICT).doesNotContain("まとめて 送る手紙：");
        assertThat(Wire.parsed(page).selectFirst(".desk-picked").attr("data-did"))
                .isEqualTo(fair);
        assertThat(portal.one("select state from mail_outbox where id = " + fair))
                .isNotEqualTo("FAILED");
        assertThat(portal.one("select state from mail_outbox where id = " + stale))
                .isEqualTo("FAILED");
        page = press(
                staff, "/staff/mail?state=FAILED", "letters", "allAgain:many:", List.of(stale + ":FAILED"), Map.of());
        assertThat(page.headers().firstValue("Location").orElse("")).contains("state=FAILED", "done=all-again&count=1");
        page = press(staff, "/staff/mail", "letters", "allAgain:many:", List.of(), Map.of());
        assertThat(page.body()).contains("行を選んでください");
    }

    @Test
    void accounts_are_invited_again_and_stopped_for_one_reason() {
        Wire admin = signedIn("admin");
        String invited = account("まとめて 招く人");
        String stopped = account("まとめて 止める人");
        String chosen = portal.one("select a.id || ':' || a.version from account a join person p on p.id = a.person_id"
                + " where p.name = '見本 職員' and a.password_hash <> 'none' limit 1");
        String letters = "select count(*) from mail_outbox where once like 'password %'";
        int before = Integer.parseInt(portal.one(letters));
        HttpResponse<String> page =
                press(admin, "/accounts", "accounts", "inviteAll:all:", List.of(invited + ":1", chosen), Map.of());
        assertThat(page.body()).contains(ONE_OF_TWO, "見本 職員：もうパスワードを決めているか");
        assertThat(portal.one(letters)).isEqualTo(Integer.toString(before + 1));

        page = press(admin, "/accounts", "accounts", "stopAll:many:", List.of(stopped + ":1"), Map.of());
        assertThat(page.statusCode()).as("without a reason").isEqualTo(200);
        assertThat(portal.one("select state from account where id = " + stopped))
                .isEqualTo("ACTIVE");
        page = press(
                admin,
                "/accounts",
                "accounts",
                "stopAll:many:",
                List.of(stopped + ":1", invited + ":99"),
                Map.of("why-many", "年度末の異動"));
        assertThat(page.body()).contains(ONE_OF_TWO, "まとめて 招く人：" + CONFLICT);
        assertThat(portal.one("select state from account where id = " + stopped))
                .isEqualTo("DISABLED");
        assertThat(portal.one("select state from account where id = " + invited))
                .isEqualTo("ACTIVE");
        assertThat(portal.one("select reason from audit_entry where table_name = 'account' and row_id = '" + stopped
                        + "' order by id desc limit 1"))
                .isEqualTo("年度末の異動");
    }

    @Test
    void people_of_a_session_are_marked_present_and_cancelled_as_they_were_seen() {
        Wire staff = signedIn("staff");
        String today = portal.sessionOfToday();
        List<String> two = registrations(today);
        String path = "/staff/sessions/" + today + "/registrations";
        HttpResponse<String> page = press(
                staff, path, "registrations", "present:present:", List.of(two.get(0), two.get(1) + "9"), Map.of());
        assertThat(page.body()).contains(ONE_OF_TWO, CONFLICT);
        assertThat(present(two.get(0))).isEqualTo("1");
        assertThat(present(two.get(1))).isEqualTo("0");
        page = press(staff, path, "registrations", "present:present:", List.of(two.get(1)), Map.of());
        assertThat(page.headers().firstValue("Location").orElse("")).contains("done=all-present&count=1");
        assertThat(present(two.get(1))).isEqualTo("1");

        String later = portal.one("select s.id from event_session s join registration r on r.session_id = s.id"
                + " join event e on e.id = s.event_id and e.state = 'PUBLISHED'"
                + " where s.starts_at > now() + interval '1 day' and r.state = 'CONFIRMED'"
                + " group by s.id having count(*) > 1 order by s.id limit 1");
        two = registrations(later);
        path = "/staff/sessions/" + later + "/registrations";
        page = press(
                staff,
                path,
                "registrations",
                "cancel:cancel:",
                List.of(two.get(0), two.get(1) + "9"),
                Map.of("cancelWhy-cancel", "会場の都合"));
        assertThat(page.body()).contains(ONE_OF_TWO, CONFLICT);
        assertThat(state(two.get(0))).isEqualTo("CANCELLED");
        assertThat(state(two.get(1))).isEqualTo("CONFIRMED");
    }

    @Test
    void postings_of_a_company_end_as_they_were_seen() {
        Wire company = signedIn("company");
        List<String> two = portal.list("select p.code || ':' || p.version from posting p where p.ended_at is null"
                + " and p.opens_on <= (now() at time zone 'Asia/Tokyo')::date and p.closes_on > (now() at time zone 'Asia/Tokyo')::date"
                + " and p.company_id = (select m.company_id from company_member m join person n on n.name = '見本 企業担当'"
                + " join account a on a.person_id = n.id and a.id = m.account_id limit 1) order by p.id limit 2");
        HttpResponse<String> page = press(
                company, "/company", "own-postings", "close:many:", List.of(two.get(0), two.get(1) + "9"), Map.of());
        assertThat(page.body()).contains(ONE_OF_TWO, CONFLICT);
        assertThat(portal.one("select count(*) from posting where ended_because = 'CLOSED' and code in ('"
                        + two.get(0).split(":")[0] + "', '" + two.get(1).split(":")[0] + "')"))
                .isEqualTo("1");
        String foreign = portal.one(
                "select p.code || ':' || p.version from posting p where p.ended_at is null and p.company_id not in"
                        + " (select company_id from company_member) order by p.id limit 1");
        page = press(company, "/company", "own-postings", "close:many:", List.of(foreign), Map.of());
        assertThat(portal.one("select ended_at from posting where code = '" + foreign.split(":")[0] + "'"))
                .as("another company's")
                .isNull();
    }

    private HttpResponse<String> press(
            Wire who, String path, String list, String act, List<String> picks, Map<String, String> typed) {
        Map<String, String> fields = Wire.form(who.get(path), "l-" + list);
        fields.putAll(typed);
        fields.put("act", act);
        return who.post(path, fields, "pick", picks);
    }

    private Wire signedIn(String name) {
        Wire wire = new Wire(portal);
        wire.signIn(name + "@demo.example", TestPortal.PASSWORD);
        return wire;
    }

    /** One that could not be sent, like one that was. */
    private String letter(String once, String subject) {
        portal.run(
                "insert into mail_outbox select (jsonb_populate_record(base, jsonb_build_object('id', nextval('tsunagu_seq'), 'once', '"
                        + once + "', 'subject', '" + subject
                        + "', 'state', 'FAILED', 'sent_at', null))).* from (select o as base from mail_outbox o order by id limit 1) one");
        return portal.one("select id from mail_outbox where once = '" + once + "'");
    }

    private String account(String name) {
        String email = "many" + System.nanoTime() + "@demo.example";
        portal.run("set tsunagu.actor = 'system:test';"
                + " insert into person (id, name, created_at, version) values (nextval('tsunagu_seq'), '" + name
                + "', now(), 1); insert into account (id, person_id, email, email_key, password_hash, state, created_at, version)"
                + " select nextval('tsunagu_seq'), id, " + portal.sealed(email) + ", testing.mark('" + email
                + "'), 'none', 'ACTIVE', now(), 1 from person"
                + " where name = '" + name + "'; insert into account_role select a.id, 'DOOR' from account a"
                + " join person p on p.id = a.person_id where p.name = '" + name + "'");
        return portal.one(
                "select a.id from account a join person p on p.id = a.person_id where p.name = '" + name + "'");
    }

    /** Two of those who are to come, with what is seen of them. */
    private List<String> registrations(String session) {
        return portal.list("select r.id || ':' || r.version from registration r where r.session_id = " + session
                + " and r.state = 'CONFIRMED' and not exists (select from attendance a where a.registration_id = r.id)"
                + " order by r.id limit 2");
    }

    private String present(String picked) {
        return portal.one("select count(*) from attendance where undone_at is null and registration_id = "
                + picked.split(":")[0]);
    }

    private String state(String picked) {
        return portal.one("select state from registration where id = " + picked.split(":")[0]);
    }
}
