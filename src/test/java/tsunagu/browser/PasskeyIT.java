package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.testing.Authenticator;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** Passkeys with the authenticator Chromium plays: added, used, copied, locked, answered twice, removed; and as the second factor. */
class PasskeyIT {

    private static final String SHOW = "パスキーでサインインする";

    private final TestPortal portal = TestPortal.shared();

    @Test
    void a_passkey_signs_its_owner_in_until_it_is_removed() {
        String email = "passkey" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.onPhone(portal)) {
            Authenticator phone = signUp(person, email);
            person.open("/account");
            person.follow("パスキーを加える・外す");
            person.finds_the_page_sound();
            person.picture("passkeys-empty-390");
            person.page().fill("#name", " ");
            person.press("パスキーを加える");
            person.sees("パスキーの名前を入力してください");
            assertThat(phone.passkeys()).as("nothing is left on the device").isEmpty();
            person.finds_the_page_sound();
            person.picture("passkeys-error-390");
            person.page().fill("#name", "わたしの とても長い名前のスマートフォン（仕事でも家でも使う、青いカバーのもの）");
            person.press("パスキーを加える");
            person.sees("パスキーを加えました", "青いカバー", "まだ使っていません");
            person.finds_the_page_sound();
            person.picture("passkeys-390");
            assertThat(phone.passkeys()).hasSize(1);
            assertThat(portal.one("select body from mail_outbox where recipient_key = testing.mark('" + email
                            + "') order by id desc limit 1"))
                    .contains("パスキー「わたしの", "/account/passkeys");
            assertThat(portal.one("select count(*) from audit_entry where table_name = 'passkey' and row_id = '"
                            + account(email) + "'"))
                    .isEqualTo("1");

            // The same authenticator is not added twice.
            person.press("パスキーを加える");
            person.sees("パスキーを確かめられませんでした");

            signOut(person);
            person.open("/sign-in?next=/account/devices");
            person.finds_the_page_sound();
            person.picture("sign-in-passkey-390");
            person.press(SHOW);
            person.page().waitForURL(portal.url("/account/devices"));
            person.sees("いまのサインイン");

            // Its owner's finger is not the right one: the authenticator shows nothing.
            signOut(person);
            phone.unlocks(false);
            person.open("/sign-in");
            person.press(SHOW);
            person.sees("パスキーを確かめられませんでした");
            phone.unlocks(true);
            person.press(SHOW);
            person.page().waitForURL(portal.url("/my"));

            person.open("/account/passkeys");
            person.page().click("details.sure > summary");
            person.finds_the_page_sound();
            person.page().locator("button[value^='remove:']").click();
            person.sees("パスキーを外しました", "ありません");
            signOut(person);
            person.open("/sign-in");
            person.press(SHOW);
            person.sees("このパスキーは使えません");
            person.finds_the_page_sound();
            person.signIn(email);
        }
    }

    /** Who took the private key out of an authenticator that counts is found, whichever of the two comes second. */
    @Test
    void a_copy_that_counts_otherwise_is_refused() {
        String email = "copied" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.onPhone(portal);
                Visitor thief = Visitor.atDesk(portal)) {
            Authenticator phone = signUp(person, email);
            add(person);
            JsonObject early = phone.passkeys().get(0).getAsJsonObject();
            Authenticator stolen = new Authenticator(thief);
            signOut(person);
            person.open("/sign-in");
            person.press(SHOW);
            person.page().waitForURL(portal.url("/my"));
            assertThat(Long.parseLong(
                            portal.one("select sign_count from passkey where account_id = " + account(email))))
                    .isPositive();
            early.addProperty("signCount", 0);
            stolen.copy(early);
            thief.open("/sign-in");
            thief.press(SHOW);
            thief.sees("このパスキーは使えません");
            thief.open("/my");
            assertThat(thief.page().url()).contains("/sign-in");
        }
    }

    /** What was signed once opens nothing a second time, nor another form, nor made up. */
    @Test
    void an_answer_is_good_once_and_for_what_was_asked() {
        String email = "answer" + System.nanoTime() + "@example.jp";
        try (Visitor person = Visitor.atDesk(portal)) {
            signUp(person, email);
            add(person);
            signOut(person);
            person.open("/sign-in");
            person.page().evaluate("HTMLFormElement.prototype.requestSubmit = () => {}");
            person.page()
                    .getByText(SHOW)
                    .or(person.page().locator("#withPasskey"))
                    .first()
                    .click();
            person.page().waitForFunction("document.querySelector('[name=passkey]').value !== ''");
            @SuppressWarnings("unchecked")
            Map<String, String> form = (Map<String, String>) person.page()
                    .evaluate("Object.fromEntries(new FormData(document.querySelector('#keyForm')).entries())");
            form.put("withPasskey", "x");
            assertThat(form.get("challenge")).isNotBlank();
            String visitor = "form=" + person.cookies().get("form");
            Map<String, String> forged = new java.util.HashMap<>(form);
            forged.put(
                    "challenge",
                    form.get("challenge")
                            .replaceFirst("^.", form.get("challenge").startsWith("A") ? "B" : "A"));
            assertThat(post(person, visitor, forged).text()).contains("このパスキーは使えません");
            APIResponse first = post(person, visitor, form);
            assertThat(first.status()).isEqualTo(302);
            assertThat(first.headers().get("set-cookie")).contains("sid=");
            APIResponse second = post(person, visitor, form);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.text()).contains("時間がたちました");
            assertThat(second.headers().getOrDefault("set-cookie", "")).doesNotContain("sid=");
        }
    }

    /** Who works for the city and has a passkey: the password alone opens nothing, on no device. */
    @Test
    void for_the_citys_roles_it_is_the_second_factor() {
        String email = "staffkey" + System.nanoTime() + "@demo.example";
        try (Visitor admin = Visitor.atDesk(portal);
                Visitor staff = Visitor.atDesk(portal);
                Visitor elsewhere = Visitor.onPhone(portal)) {
            admin.signIn("admin@demo.example");
            admin.open("/accounts");
            admin.page().fill("#name", "鍵 もちまえ");
            admin.page().fill("#email", email);
            admin.tick("市の職員");
            admin.press("アカウントを開く");
            admin.sees("本人にメールで知らせました");
            new Authenticator(staff);
            staff.open(portal.link(email, "/password/"));
            staff.page().fill("#password", TestPortal.PASSWORD);
            staff.press("このパスワードにする");
            add(staff);
            staff.picture("passkeys-1280");
            signOut(staff);
            staff.open("/sign-in");
            staff.picture("sign-in-passkey-1280");

            password(staff, email);
            staff.sees("続けて、パスキーで確かめます");
            staff.finds_the_page_sound();
            staff.picture("sign-in-code-passkey-1280");
            assertThat(staff.page().locator("#code").count()).isZero();
            assertThat(staff.page()
                            .request()
                            .get(portal.url("/staff"), RequestOptions.create().setMaxRedirects(0))
                            .status())
                    .isEqualTo(302);
            staff.press("パスキーで確かめる");
            staff.page().waitForURL(portal.url("/staff"));
            signOut(staff);
            staff.open("/sign-in");
            staff.press(SHOW);
            staff.page().waitForURL(portal.url("/staff"));

            new Authenticator(elsewhere);
            password(elsewhere, email);
            elsewhere.press("パスキーで確かめる");
            elsewhere.sees("パスキーを確かめられませんでした");
            elsewhere.finds_the_page_sound();
            elsewhere.picture("sign-in-code-failed-390");
            elsewhere.open("/staff");
            assertThat(elsewhere.page().url()).contains("/sign-in");

            // All lost: two people take it away, as they do with an app.
            admin.open("/accounts/" + account(email));
            admin.sees("この人は二段階認証を使っています");
        }
    }

    /** Without the script the password is the way, and nothing else is shown. */
    @Test
    void without_a_script_the_password_is_the_way() {
        try (Visitor visitor = Visitor.withoutJavaScript(portal)) {
            visitor.open("/sign-in");
            assertThat(visitor.page().locator("#withPasskey").isVisible()).isFalse();
            visitor.signIn("seeker@demo.example");
            visitor.open("/account/passkeys");
            visitor.sees("このブラウザーではパスキーを使えません");
        }
    }

    /** As a city has it. @param portal where a second factor is required */
    static void opensTheRolesThatWait(TestPortal portal, Visitor manager) {
        new Authenticator(manager);
        manager.signIn("manager@demo.example");
        manager.sees("アプリの代わりに、パスキーでも構いません");
        assertThat(manager.page().request().get(portal.url("/evaluations")).status())
                .isEqualTo(403);
        add(manager);
        manager.open("/evaluations");
        assertThat(manager.page().url()).endsWith("/evaluations");
        signOut(manager);
        password(manager, "manager@demo.example");
        manager.press("パスキーで確かめる");
        manager.page().waitForURL(portal.url("/evaluations"));
    }

    private static Authenticator signUp(Visitor person, String email) {
        Authenticator phone = new Authenticator(person);
        person.open("/sign-up");
        person.signUp("鍵 もつひと", email);
        return phone;
    }

    private static void add(Visitor person) {
        person.open("/account/passkeys");
        person.press("パスキーを加える");
        person.sees("パスキーを加えました");
    }

    private APIResponse post(Visitor person, String cookie, Map<String, String> fields) {
        FormData form = FormData.create();
        fields.forEach(form::set);
        person.page().context().clearCookies();
        return person.page()
                .request()
                .post(
                        portal.url("/sign-in"),
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setHeader("Origin", portal.url("").replaceFirst("/$", ""))
                                .setHeader("Cookie", cookie)
                                .setForm(form));
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
