package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;
import tsunagu.testing.Authenticator;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** What is grave asks again who is there when nobody has shown it for ten minutes; nothing that was typed is lost. */
class ProofIT {

    private final TestPortal portal = TestPortal.shared();

    @Test
    void roles_are_given_by_somebody_who_has_just_shown_who_they_are() {
        String email = "proof" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.onPhone(portal);
                Visitor admin = Visitor.atDesk(portal)) {
            person.open("/sign-up");
            person.signUp("役割 まちます", email);
            String id = portal.one("select id from account where email_key = testing.mark('" + email + "')");
            admin.signIn("admin@demo.example");
            age("admin@demo.example", "11 minutes");
            choose(admin, id, "窓口で頼まれたため");
            assertThat(admin.page().url()).contains("/account/proof");
            admin.sees("ご本人の確認", "まだ何も変わっていません");
            admin.finds_the_page_sound();
            admin.picture("proof-1280");
            assertThat(roles(id)).isEqualTo("SEEKER");
            admin.fill("いまのパスワード", "ちがう ちがう ちがう ちがう");
            admin.press("パスワードで確かめる");
            admin.sees("パスワードが違います");
            admin.finds_the_page_sound();
            admin.fill("いまのパスワード", TestPortal.PASSWORD);
            admin.press("パスワードで確かめる");
            assertThat(admin.page().url()).endsWith("/accounts/" + id);
            admin.page().click("#restore-draft");
            assertThat(admin.page().inputValue("#reason"))
                    .as("nothing that was typed is lost")
                    .isEqualTo("窓口で頼まれたため");
            choose(admin, id, "窓口で頼まれたため");
            admin.sees("役割を変えました");
            assertThat(roles(id)).isEqualTo("DOOR SEEKER");

            // Within ten minutes of it nothing more is asked.
            age("admin@demo.example", "9 minutes");
            choose(admin, id, "また頼まれたため");
            admin.sees("役割を変えました");
            assertThat(roles(id)).isEqualTo("SEEKER");
        }
    }

    @Test
    void a_list_of_people_is_taken_away_only_after_it() {
        String session = portal.one("select min(session_id) from registration");
        try (Visitor staff = Visitor.onPhone(portal)) {
            staff.signIn("staff@demo.example");
            String path = "/staff/sessions/" + session + "/registrations.csv?why=test";
            assertThat(staff.page().request().get(portal.url(path)).status()).isEqualTo(200);
            age("staff@demo.example", "11 minutes");
            var asked = staff.page()
                    .request()
                    .get(portal.url(path), RequestOptions.create().setMaxRedirects(0));
            assertThat(asked.status()).isEqualTo(302);
            assertThat(asked.headers().get("location")).startsWith("/account/proof?next=%2Fstaff");
            staff.open("/staff/sessions/" + session + "/registrations");
            assertThat(staff.page().url()).as("looking asks for nothing").endsWith("/registrations");
            staff.page().locator("details:has(#why-roster) > summary").click();
            staff.page().fill("#why-roster", "受付の名簿を刷る");
            staff.page().locator("button[formaction$='registrations.csv']").click();
            staff.page().waitForURL("**/account/proof?next=*");
            staff.fill("いまのパスワード", TestPortal.PASSWORD);
            staff.press("パスワードで確かめる");
            assertThat(staff.page().url())
                    .as("back on the page whose link it was")
                    .endsWith(session + "/registrations");
            assertThat(staff.page().request().get(portal.url(path)).status()).isEqualTo(200);
            staff.open("/account/proof?next=/staff");
            staff.finds_the_page_sound();
            staff.picture("proof-390");
        }
    }

    /** A passkey shows it, too; adding or removing one asks for it. */
    @Test
    void a_passkey_is_shown_instead_of_the_password() {
        String email = "shown" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.onPhone(portal)) {
            new Authenticator(person);
            person.open("/sign-up");
            person.signUp("鍵 しめすひと", email);
            age(email, "11 minutes");
            person.open("/account/passkeys");
            person.press("パスキーを加える");
            person.page().waitForURL("**/account/proof?next=*");
            assertThat(portal.one(
                            "select count(*) from passkey k join account a on a.id = k.account_id where email_key = testing.mark('"
                                    + email + "')"))
                    .isEqualTo("0");
            assertThat(person.page().locator("#withPasskey").count())
                    .as("there is none yet")
                    .isZero();
            person.fill("いまのパスワード", TestPortal.PASSWORD);
            person.press("パスワードで確かめる");
            person.page().waitForURL(portal.url("/account/passkeys"));
            person.press("パスキーを加える");
            person.sees("パスキーを加えました");

            age(email, "11 minutes");
            person.open("/account/proof?next=/account/devices");
            person.finds_the_page_sound();
            person.picture("proof-passkey-390");
            person.press("パスキーで確かめる");
            person.page().waitForURL(portal.url("/account/devices"));
            person.open("/account/passkeys");
            person.page().click("details.sure > summary");
            person.page().locator("button[value^='remove:']").click();
            person.sees("パスキーを外しました");
        }
    }

    private void choose(Visitor admin, String id, String why) {
        admin.open("/accounts/" + id);
        var door = admin.page().getByLabel("受付", new Page.GetByLabelOptions().setExact(true));
        if (roles(id).contains("DOOR")) {
            door.uncheck();
        } else {
            door.check();
        }
        admin.page().fill("#reason", why);
        admin.press("変更の内容を確かめる");
        admin.press("この内容で変える");
    }

    private void age(String email, String by) {
        portal.run("update account_session set proved_at = now() - interval '" + by + "' where account_id ="
                + " (select id from account where email_key = testing.mark('" + email + "'))");
    }

    private String roles(String account) {
        return portal.one("select string_agg(role, ' ' order by role) from account_role where account_id = " + account);
    }
}
