package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;
import tsunagu.testing.Wire;

/** Own sessions and known browsers: seen, ended and forgotten by their owner; a sign-in from a new browser is told by letter. */
class DevicesIT {

    private static final String NEW_DEVICE = "【つなぐ】新しい端末からサインインがありました";

    private final TestPortal portal = TestPortal.shared();

    @Test
    void sessions_are_listed_and_ended_by_their_owner() {
        String email = "devices" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.onPhone(portal);
                Visitor desk = Visitor.atDesk(portal);
                Visitor third = Visitor.atDesk(portal);
                Visitor stranger = Visitor.atDesk(portal)) {
            person.open("/sign-up");
            person.signUp("端末 みはる", email);
            assertThat(letters(email))
                    .as("the first sign-in follows the letter")
                    .isEqualTo("0");
            person.open("/account");
            person.follow("端末を確かめる・サインアウトさせる");
            person.sees("いまのサインイン", "この画面", "このブラウザー", "Linux");
            assertThat(person.page().locator("button[value^='end:']").count()).isZero();
            person.finds_the_page_sound();
            desk.signIn(email);
            third.signIn(email);
            assertThat(letters(email)).isEqualTo("2");
            assertThat(portal.one("select body from mail_outbox where recipient_key = testing.mark('" + email
                            + "') order by id desc limit 1"))
                    .contains("端末 みはる さん", "ブラウザー: Chrome, Linux", "/account/devices", "心当たりがない場合");
            person.open("/account/devices");
            assertThat(person.page().locator("button[value^='end:']").count()).isEqualTo(2);
            assertThat(person.page().locator("button[value^='forget:']").count())
                    .isEqualTo(3);
            person.finds_the_page_sound();
            person.picture("devices-390");
            desk.open("/account/devices");
            desk.finds_the_page_sound();
            desk.picture("devices-1280");

            // The third was the last one used before the page was opened: the first button is its.
            person.page()
                    .locator("button[value='end:"
                            + portal.one("select max(id) from account_session where account_id = " + account(email))
                            + ":']")
                    .click();
            person.sees("その端末をサインアウトさせました");
            third.open("/my");
            assertThat(third.page().url()).contains("/sign-in");
            desk.open("/my");
            assertThat(desk.page().url()).endsWith("/my");
            person.press("この画面のほかを、すべてサインアウトさせる");
            person.sees("すべてサインアウトさせました");
            desk.open("/my");
            assertThat(desk.page().url()).contains("/sign-in");
            assertThat(person.page().locator("#endOthers").count()).isZero();

            // Another's number in the button ends nothing.
            stranger.signIn("seeker@demo.example");
            String own = portal.one(
                    "select id from account_session where ended_at is null and account_id = " + account(email));
            stranger.open("/account/devices");
            stranger.page()
                    .evaluate(
                            "id => { const form = document.querySelector('#form'); const act = document.createElement('input');"
                                    + " act.type = 'hidden'; act.name = 'act'; act.value = 'end:' + id + ':'; form.append(act); form.submit(); }",
                            own);
            stranger.page().waitForLoadState();
            assertThat(portal.one("select count(*) from account_session where ended_at is null and id = " + own))
                    .isEqualTo("1");
            person.open("/my");
            assertThat(person.page().url()).endsWith("/my");

            // Known: no letter. Forgotten: told again.
            desk.signIn(email);
            assertThat(letters(email)).isEqualTo("2");
            person.open("/account/devices");
            person.page()
                    .locator("li:not(:has-text('このブラウザー')) > p > button[value^='forget:']")
                    .first()
                    .click();
            person.sees("その端末を忘れました");
            person.page()
                    .locator("li:not(:has-text('このブラウザー')) > p > button[value^='forget:']")
                    .first()
                    .click();
            person.sees("その端末を忘れました");
            desk.open("/sign-out");
            desk.press("サインアウトする");
            assertThat(portal.one("select count(*) from account_session where ended_at is null and account_id = "
                            + account(email)))
                    .as("signed out")
                    .isEqualTo("1");
            desk.signIn(email);
            assertThat(letters(email)).isEqualTo("3");
        }
    }

    /** One machine, two people: neither is told of the other, nor of a new device at every change. */
    @Test
    void a_browser_is_known_to_each_account_that_was_used_in_it() {
        String one = "one" + System.nanoTime() + "@example.jp";
        String other = "other" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.onPhone(portal)) {
            for (String email : new String[] {one, other}) {
                person.open("/sign-up");
                person.signUp("同じ 端末", email);
                person.open("/sign-out");
                person.press("サインアウトする");
            }
            String before = person.cookies().get("device");
            for (String email : new String[] {one, other, one}) {
                person.signIn(email);
                person.open("/sign-out");
                person.press("サインアウトする");
            }
            assertThat(letters(one) + letters(other)).isEqualTo("00");
            assertThat(person.cookies().get("device"))
                    .as("a copy of the cookie is worth nothing after the next sign-in")
                    .isNotEqualTo(before);
        }
    }

    /** However much it is used: twelve hours for work, thirty days for others. */
    @Test
    void a_session_ends_for_good() {
        String seeker = "ends" + System.nanoTime() + "@example.jp";
        String company = "works" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.onPhone(portal);
                Visitor worker = Visitor.atDesk(portal)) {
            person.open("/sign-up");
            person.signUp("長く つかう", seeker);
            worker.open("/for-companies/sign-up");
            worker.signUp("長く はたらく", company);
            age(seeker, "13 hours");
            age(company, "11 hours");
            person.open("/account");
            assertThat(person.page().url()).endsWith("/account");
            worker.open("/account");
            assertThat(worker.page().url()).endsWith("/account");
            age(seeker, "31 days");
            age(company, "13 hours");
            person.open("/account");
            assertThat(person.page().url()).contains("/sign-in");
            worker.open("/account");
            assertThat(worker.page().url()).contains("/sign-in");
        }
    }

    /** That a session is used is written from time to time only. */
    @Test
    void a_request_asks_once_who_is_there() {
        String email = "asks" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.onPhone(portal)) {
            person.open("/sign-up");
            person.signUp("軽く ひらく", email);
            portal.run("update account_session set seen_at = now() - interval '6 minutes' where account_id = "
                    + account(email));
            Wire wire = new Wire(portal);
            HttpResponse<String> answer = wire.signIn(email, TestPortal.PASSWORD);
            assertThat(answer.statusCode()).isEqualTo(302);
            person.open("/account");
            assertThat(portal.one(
                            "select count(*) from account_session where seen_at > now() - interval '1 minute' and account_id = "
                                    + account(email)))
                    .isEqualTo("2");
            String seen = portal.one(
                    "select string_agg(seen_at::text, ' ' order by id) from account_session where account_id = "
                            + account(email));
            person.open("/account");
            assertThat(portal.one(
                            "select string_agg(seen_at::text, ' ' order by id) from account_session where account_id = "
                                    + account(email)))
                    .isEqualTo(seen);
        }
    }

    private void age(String email, String by) {
        portal.run("update account_session set opened_at = now() - interval '" + by + "' where account_id = "
                + account(email));
    }

    private String letters(String email) {
        return portal.one("select count(*) from mail_outbox where recipient_key = testing.mark('" + email
                + "') and subject = '" + NEW_DEVICE + "'");
    }

    private String account(String email) {
        return portal.account(email);
    }
}
