package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.time.Instant;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/**
 * Two-step sign-in: set up by its owner, asked for, lost, and taken away by two; where it is required, see {@link DatabaseAwayIT}, which has a
 * portal of its own anyway. The test is the authenticator app.
 */
class SecondFactorIT {

    private final TestPortal portal = TestPortal.shared();

    @Test
    void set_up_asked_for_used_once_and_given_up() {
        String email = "factor" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.onPhone(portal);
                Visitor elsewhere = Visitor.atDesk(portal)) {
            person.open("/sign-up");
            person.signUp("二段 まもる", email);
            person.open("/account");
            person.follow("二段階認証を設定する・変える");
            person.finds_the_page_sound();
            person.press("設定を始める");
            person.sees("パスワードが違います");
            person.fill("いまのパスワード", TestPortal.PASSWORD);
            person.press("設定を始める");
            person.sees("二次元コードを読み取ってください");
            person.finds_the_page_sound();
            person.picture("factor-set-390");
            assertThat((Boolean) person.page().evaluate("document.querySelector('.factor-code').naturalWidth > 0"))
                    .isTrue();
            byte[] secret = secret(person);
            assertThat(portal.one("select position(decode('"
                            + java.util.HexFormat.of().formatHex(secret) + "', 'hex') in secret) from second_factor"
                            + " where account_id = " + account(email)))
                    .as("nobody reads it in the database")
                    .isEqualTo("0");
            person.page().fill("#first", "000000");
            person.press("二段階認証を使い始める");
            person.sees("番号か回復コードが違います");
            String used = number(secret, 0);
            person.page().fill("#first", used);
            person.press("二段階認証を使い始める");
            person.sees("回復コードを保管してください");
            person.finds_the_page_sound();
            person.picture("factor-codes-390");
            List<String> codes = person.page().locator(".recovery-codes code").allInnerTexts();
            assertThat(codes).hasSize(10).doesNotHaveDuplicates();
            person.open("/account/second-factor");
            person.sees("使っていない回復コードは 10 個です");

            // Elsewhere the password alone opens nothing, not even an address that is known.
            password(elsewhere, email);
            elsewhere.sees("続けて、認証アプリの番号を入力してください");
            elsewhere.finds_the_page_sound();
            elsewhere.picture("factor-asked-1280");
            elsewhere.open("/my");
            assertThat(elsewhere.page().url()).contains("/sign-in");
            elsewhere.open("/sign-in/code");
            elsewhere.page().fill("#code", used);
            elsewhere.page().dispatchEvent("#code", "change");
            assertThat((String) elsewhere.page().evaluate("Object.values(sessionStorage).join(' ')"))
                    .as("a code is not kept on the device")
                    .doesNotContain(used);
            elsewhere.press("サインインする");
            elsewhere.sees("1回だけ使えます");
            elsewhere.page().fill("#code", number(secret, 1).replaceAll("(...)(...)", "$1 $2"));
            elsewhere.page().check("#trusted");
            elsewhere.press("サインインする");
            assertThat(elsewhere.page().url()).endsWith("/my");

            // That device is not asked again; another one takes a recovery code, once.
            signOut(elsewhere);
            password(elsewhere, email);
            assertThat(elsewhere.page().url()).endsWith("/my");
            signOut(person);
            password(person, email);
            person.page()
                    .fill(
                            "#code",
                            codes.get(3).toUpperCase(java.util.Locale.ROOT).replace('-', ' '));
            person.press("サインインする");
            assertThat(person.page().url()).endsWith("/my");
            assertThat(portal.one("select body from mail_outbox where recipient_key = testing.mark('" + email
                            + "') order by id desc limit 1"))
                    .contains("回復コードを使ってサインインしました");
            signOut(person);
            password(person, email);
            person.page().fill("#code", codes.get(3));
            person.press("サインインする");
            person.sees("番号か回復コードが違います");
            person.page().fill("#code", codes.get(4));
            person.press("サインインする");
            person.open("/account/second-factor");
            person.sees("使っていない回復コードは 8 個です");

            // One number was used for each thirty seconds that are near; the next one has to be waited for.
            portal.run("set tsunagu.actor = 'system:test'; update second_factor set last_step = 0 where account_id = "
                    + account(email));
            person.page().fill("#code", number(secret, 0));
            person.page().locator("details.sure > summary").last().click();
            person.finds_the_page_sound();
            person.press("はい、二段階認証をやめる");
            person.sees("二段階認証をやめました");
            signOut(elsewhere);
            password(elsewhere, email);
            assertThat(elsewhere.page().url()).endsWith("/my");
        }
    }

    /** Six wrong ones, and the right one has to wait: a million numbers are not tried. */
    @Test
    void guessing_is_slowed_down() {
        String email = "guessed" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.onPhone(portal);
                Visitor stranger = Visitor.atDesk(portal)) {
            byte[] secret = setUp(person, email);
            password(stranger, email);
            for (int i = 0; i < 5; i++) {
                stranger.page().fill("#code", "00000" + i);
                stranger.press("サインインする");
                stranger.sees("番号か回復コードが違います");
            }
            stranger.page().fill("#code", number(secret, 1));
            stranger.press("サインインする");
            assertThat(stranger.page().url()).contains("/sign-in/code");
            stranger.sees("1分ほどたってから");
        }
    }

    @Test
    void a_lost_phone_is_taken_away_by_two() {
        String email = "lost" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.onPhone(portal);
                Visitor administrator = Visitor.atDesk(portal);
                Visitor manager = Visitor.atDesk(portal)) {
            setUp(person, email);
            administrator.signIn("admin@demo.example");
            administrator.open("/accounts/" + account(email));
            administrator.sees("この人は二段階認証を使っています");
            administrator.press("外すことを求める");
            administrator.sees("理由を入力してください");
            administrator.page().fill("#lost", "窓口で免許証を確かめた");
            administrator.press("外すことを求める");
            administrator.sees("外すことを求めました");
            administrator.sees("求めた人と本人は、外せません");
            administrator.finds_the_page_sound();
            String reset = portal.one("select id from factor_reset where account_id = " + account(email));
            administrator
                    .page()
                    .evaluate(
                            "id => { const form = document.querySelector('#form'); const act = document.createElement('input');"
                                    + " act.type = 'hidden'; act.name = 'act'; act.value = 'agree:' + id + ':'; form.append(act); form.submit(); }",
                            reset);
            administrator.sees("求めた人と、アカウントの本人は、外せません");

            assertThat(portal.letters("recipient_key = testing.mark('manager@demo.example')", "/factor-resets"))
                    .as("whoever may answer is told")
                    .isPositive();
            assertThat(portal.letters(
                            "recipient_key in (testing.mark('admin@demo.example'), testing.mark('" + email + "'))",
                            "/factor-resets"))
                    .as("who asked, and whom it is about, is not")
                    .isZero();
            manager.signIn("manager@demo.example");
            manager.open("/account");
            manager.follow("二段階認証を外す求め");
            manager.sees("窓口で免許証を確かめた");
            manager.finds_the_page_sound();
            manager.picture("factor-resets-1280");
            manager.page().click("article:has-text('" + email + "') details.sure > summary");
            manager.press("はい、二段 はじめ さんの二段階認証を外す");
            manager.sees("二段階認証を外し、本人にメールで知らせました");
            assertThat(portal.one("select body from mail_outbox where recipient_key = testing.mark('" + email
                            + "') order by id desc limit 1"))
                    .contains("担当者2人が");
            person.open("/my");
            assertThat(person.page().url()).as("sessions have ended").contains("/sign-in");
            person.signIn(email);
            assertThat(portal.one("select count(*) from audit_entry where table_name = 'factor_reset' and row_id = '"
                            + reset + "'"))
                    .isEqualTo("2");
        }
    }

    /** As a city has it: who works for it has its pages only with the second factor. @param portal where it is required */
    static void signInWhereItIsRequired(TestPortal portal, Visitor staff) {
        staff.signIn("staff@demo.example");
        assertThat(staff.page().url()).endsWith("/account/second-factor");
        staff.sees("二段階認証が必要です");
        staff.finds_the_page_sound();
        staff.picture("factor-needed-1280");
        assertThat(staff.page().request().get(portal.url("/staff")).status()).isEqualTo(403);
        assertThat(staff.page().request().get(portal.url("/staff/events")).status())
                .isEqualTo(403);
        staff.open("/account/second-factor");
        staff.fill("いまのパスワード", TestPortal.PASSWORD);
        staff.press("設定を始める");
        staff.page().fill("#first", number(secret(staff), 0));
        staff.press("二段階認証を使い始める");
        staff.follow("保管しました。先へ進む");
        assertThat(staff.page().url()).endsWith("/staff");
    }

    private byte[] setUp(Visitor person, String email) {
        person.open("/sign-up");
        person.signUp("二段 はじめ", email);
        person.open("/account/second-factor");
        person.fill("いまのパスワード", TestPortal.PASSWORD);
        person.press("設定を始める");
        byte[] secret = secret(person);
        person.page().fill("#first", number(secret, 0));
        person.press("二段階認証を使い始める");
        person.sees("回復コードを保管してください");
        return secret;
    }

    /** As somebody reads it who types it into the app. */
    private static byte[] secret(Visitor person) {
        return new Base32()
                .decode(person.page().locator(".steps code").innerText().replace(" ", ""));
    }

    /** What the app shows. @param later steps of thirty seconds from now */
    private static String number(byte[] secret, int later) {
        try {
            var generator = new TimeBasedOneTimePasswordGenerator();
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()),
                    Instant.now().plus(generator.getTimeStep().multipliedBy(later)));
        } catch (java.security.InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void password(Visitor visitor, String email) {
        visitor.open("/sign-in");
        visitor.fill("メールアドレス", email);
        visitor.fill("パスワード", TestPortal.PASSWORD);
        visitor.press("サインインする");
    }

    private static void signOut(Visitor visitor) {
        visitor.open("/sign-out");
        visitor.press("サインアウトする");
    }

    private String account(String email) {
        return portal.account(email);
    }
}
