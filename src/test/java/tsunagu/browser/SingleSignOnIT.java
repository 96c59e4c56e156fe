package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.testing.Authenticator;
import tsunagu.testing.SignOnProvider;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** Sign-in by another house, with a real provider beside the portal: linked, used, given up; what opens nothing; and what is told when. */
class SingleSignOnIT {

    private static final String COMPANY = "企業共通ID（架空）";
    private static final String STAFF = "職員認証（架空）";

    /** At the provider; the company's person has another name and another address there than here, as long as providers' names may be. */
    private static final String TARO = "taro-0123456789abcdef0123456789abcdef0123456789abcdef@office.example";

    private static SignOnProvider provider;
    private static TestPortal portal;

    @BeforeAll
    static void start() {
        provider = SignOnProvider.start(TARO, "jiro@office.example", "company@demo.example", "staff@demo.example");
        portal = TestPortal.start(
                "sign-on",
                provider.settings(Map.of(
                        "company", COMPANY, "company_EN", "Companies’ ID", "staff", STAFF, "staff_EN", "City ID")));
        provider.awaitReady();
    }

    @AfterAll
    static void stop() {
        portal.close();
        provider.close();
    }

    @Test
    void linked_by_its_owner_it_signs_in_until_it_is_given_up() {
        try (Visitor person = Visitor.trusting(portal)) {
            person.signIn("company@demo.example");
            age("company@demo.example");
            person.open("/account");
            person.follow("連携する・やめる");
            person.sees("ありません");
            person.finds_the_page_sound();
            person.picture("sign-on-none-1280");

            // Nobody is sent away before they have shown who they are.
            person.follow(COMPANY + "と連携する");
            prove(person, "/account/sign-on");
            person.follow(COMPANY + "と連携する");
            atProvider(person, TARO);
            person.page().waitForURL(portal.url("/account/sign-on"));
            person.sees(COMPANY + "と連携しますか", TARO);
            person.finds_the_page_sound();
            person.picture("sign-on-link-1280");
            person.page().setViewportSize(390, 844);
            person.finds_the_page_sound();
            person.picture("sign-on-link-390");
            assertThat(links()).as("not before they say yes").isZero();
            // Somebody else was shown since, or it is too long ago: what is pressed is what was seen, or nothing.
            String seen = person.page().inputValue("[name=shown]");
            person.page().evaluate("document.querySelector('[name=shown]').value = 'AAAAAAAAAAAA'");
            person.press("このアカウントと連携する");
            person.sees("時間が過ぎたか");
            assertThat(links()).isZero();
            assertThat(person.page().inputValue("[name=shown]")).isEqualTo(seen);
            person.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("signed-on"));
            person.press("このアカウントと連携する");
            person.sees("時間が過ぎたか");
            assertThat(links()).isZero();
            person.follow(COMPANY + "と連携する");
            person.page().waitForURL(portal.url("/account/sign-on"));
            person.press("連携しない");
            assertThat(person.text()).doesNotContain(TARO);
            assertThat(links()).isZero();
            person.follow(COMPANY + "と連携する");
            person.page().waitForURL(portal.url("/account/sign-on"));
            person.press("このアカウントと連携する");
            person.sees("連携しました", COMPANY, "まだ使っていません");
            person.finds_the_page_sound();
            person.picture("sign-on-linked-390");
            person.page().setViewportSize(1280, 900);
            person.finds_the_page_sound();
            person.picture("sign-on-linked-1280");
            assertThat(letter("company@demo.example")).contains(COMPANY + "と連携しました", "/account/sign-on");
            assertThat(portal.one("select count(*) from audit_entry where table_name = 'provider_link' and row_id = '"
                            + account("company@demo.example") + "'"))
                    .isEqualTo("1");

            signOut(person);
            person.open("/sign-in?next=/account/devices");
            person.finds_the_page_sound();
            person.picture("sign-on-sign-in-1280");
            person.follow(COMPANY + "でサインインする");
            person.page().waitForURL(portal.url("/account/devices"));
            assertThat(portal.one("select count(*) from account_session where proved_at is null and account_id = "
                            + account("company@demo.example")))
                    .as("what the provider has asked for is no proof here")
                    .isEqualTo("1");
            signOut(person);
            person.open("/sign-in");
            person.follow(COMPANY + "でサインインする");
            person.page().waitForURL(portal.url("/company"));

            person.open("/account/sign-on");
            person.sees("最後に使った日時");
            person.press(COMPANY + "との連携をやめる");
            prove(person, "/account/sign-on");
            person.press(COMPANY + "との連携をやめる");
            person.sees("連携をやめました", "ありません");
            assertThat(letter("company@demo.example")).contains(COMPANY + "との連携をやめました");
            signOut(person);
            person.open("/sign-in");
            person.follow(COMPANY + "でサインインする");
            person.sees("まだ連携していません");
        }
    }

    /** The provider's word names somebody whose mail address is that of an account here: it opens nothing. */
    @Test
    void a_stranger_with_the_same_address_stays_outside() {
        try (Visitor stranger = Visitor.trusting(portal)) {
            stranger.open("/en/sign-in");
            stranger.follow("Sign in with Companies’ ID");
            atProvider(stranger, "company@demo.example");
            stranger.page().waitForURL(portal.url("/en/sign-in/with/company/new"));
            stranger.finds_the_page_sound();
            stranger.open("/sign-in/with/company/new");
            stranger.sees("まだ連携していません", "company@demo.example");
            stranger.finds_the_page_sound();
            stranger.picture("sign-on-unknown-1280");
            stranger.page().setViewportSize(390, 844);
            stranger.finds_the_page_sound();
            stranger.picture("sign-on-unknown-390");
            assertThat(stranger.cookies()).doesNotContainKey("sid");
            stranger.open("/company");
            assertThat(stranger.page().url()).contains("/sign-in");

            // Sign-up begins with what the provider says, and is confirmed by a letter like any other: the address has
            // an account.
            stranger.open("/sign-in/with/company/new");
            stranger.follow("アカウントを作る");
            assertThat(stranger.page().inputValue("#email")).isEqualTo("company@demo.example");
            stranger.page().check("#consent");
            stranger.press("同意して確認のメールを受け取る");
            stranger.sees("メールを送りました");
            assertThat(letter("company@demo.example")).contains("すでに");

            // The same person at the city's own provider: nobody works for the city because a provider knows them.
            stranger.page().context().clearCookies();
            stranger.open("/sign-in");
            stranger.follow(STAFF + "でサインインする");
            atProvider(stranger, "staff@demo.example");
            stranger.page().waitForURL(portal.url("/sign-in/with/staff/new"));
            stranger.sees("まだ連携していません", "管理者が開きます");
            assertThat(stranger.page().locator("main a[href*='sign-up']").count())
                    .isZero();
            stranger.open("/staff");
            assertThat(stranger.page().url()).contains("/sign-in");
        }
    }

    @Test
    void an_answer_opens_nothing_but_what_this_browser_has_asked() {
        linked("company@demo.example", "company", "jiro@office.example", () -> {
            try (Visitor person = Visitor.trusting(portal);
                    Visitor other = Visitor.trusting(portal)) {
                for (Visitor each : List.of(person, other)) {
                    each.open("/sign-in");
                    each.follow(COMPANY + "でサインインする");
                    atProvider(each, "jiro@office.example");
                    each.page().waitForURL(portal.url("/company"));
                    signOut(each);
                }
                String asked = begin(person);
                String answer = location(person, asked);
                assertThat(problem(person, answer.replaceFirst("state=", "state=x")))
                        .isEqualTo("late");
                assertThat(problem(other, answer)).as("another browser").isEqualTo("late");
                assertThat(problem(person, answer.replace("/with/company/", "/with/staff/")))
                        .as("another provider")
                        .isEqualTo("late");
                assertThat(problem(person, answer + "&iss=https://evil.example"))
                        .isEqualTo("refused");
                assertThat(problem(person, answer))
                        .as("each question has one answer")
                        .isEqualTo("late");

                assertThat(problem(person, location(person, begin(person).replaceFirst("nonce=", "nonce=x"))))
                        .as("what the provider has signed for another question")
                        .isEqualTo("refused");

                String code = location(other, begin(other)).replaceFirst(".*[?&]code=([^&]*).*", "$1");
                String mine = location(person, begin(person));
                assertThat(problem(person, mine.replaceFirst("code=[^&]*", "code=" + code)))
                        .as("a code that somebody else was given (PKCE)")
                        .isEqualTo("refused");
                assertThat(problem(
                                person,
                                location(person, begin(person)).replaceFirst("code=[^&]*", "error=access_denied")))
                        .isEqualTo("cancelled");

                // And the one that nobody has touched.
                String whole = location(person, begin(person));
                List<Cookie> kept = person.page().context().cookies();
                assertThat(location(person, whole)).endsWith("/company");
                assertThat(location(person, portal.url("/sign-in/in"))).endsWith("/company");
                person.page().context().clearCookies();
                person.page().context().addCookies(kept);
                assertThat(problem(person, whole)).as("a code that was used").isEqualTo("refused");
                assertThat(location(person, portal.url("/sign-in/in"))).contains("/sign-in?next=");
                person.open(location(person, whole));
                person.sees("時間が過ぎたか");
                person.finds_the_page_sound();
                person.picture("sign-on-late-1280");
            }
        });
    }

    /** What the portal asks of the city's people beside the password, it asks beside the provider's word; and who is stopped stays out. */
    @Test
    void the_portal_s_own_rules_stay_in_force() {
        linked("staff@demo.example", "staff", "staff@demo.example", () -> {
            try (Visitor staff = Visitor.trusting(portal)) {
                new Authenticator(staff);
                staff.signIn("staff@demo.example");
                staff.open("/account/passkeys");
                staff.press("パスキーを加える");
                staff.sees("パスキーを加えました");
                // The companies' provider opens no account of the city's.
                staff.open("/account/sign-on/company");
                staff.sees("このアカウントの使い方では");
                signOut(staff);
                staff.open("/sign-in");
                staff.follow(STAFF + "でサインインする");
                atProvider(staff, "staff@demo.example");
                staff.sees("続けて、パスキーで確かめます");
                assertThat(location(staff, portal.url("/staff"))).contains("/sign-in");
                staff.press("パスキーで確かめる");
                staff.page().waitForURL(portal.url("/staff"));
                signOut(staff);

                for (String state : List.of("DISABLED", "ASLEEP")) {
                    amend("update account set state = '" + state
                            + "' where email_key = testing.mark('staff@demo.example')");
                    assertThat(problem(staff, location(staff, begin(staff, "staff"))))
                            .isEqualTo("closed");
                }
                amend("update account set state = 'ACTIVE' where email_key = testing.mark('staff@demo.example')");
                amend("delete from account_role where account_id = " + account("staff@demo.example"));
                amend("insert into account_role (account_id, role) values (" + account("staff@demo.example")
                        + ", 'COMPANY')");
                assertThat(problem(staff, location(staff, begin(staff, "staff"))))
                        .isEqualTo("kind");
            } finally {
                amend("update account set state = 'ACTIVE' where email_key = testing.mark('staff@demo.example')");
                amend("delete from account_role where account_id = " + account("staff@demo.example"));
                amend("insert into account_role (account_id, role) values (" + account("staff@demo.example")
                        + ", 'STAFF')");
                amend("delete from passkey where account_id = " + account("staff@demo.example"));
            }
        });
    }

    @Test
    void a_provider_that_does_not_answer_leaves_the_other_way_in() {
        try (Visitor person = Visitor.onPhone(portal)) {
            person.open("/sign-in");
            person.finds_the_page_sound();
            person.picture("sign-on-sign-in-390");
            // What it said a moment ago is no longer believed.
            person.page().waitForTimeout(2_500);
            provider.hanging(() -> {
                person.follow(COMPANY + "でサインインする");
                person.sees("いまつながりません");
                person.finds_the_page_sound();
                person.picture("sign-on-away-390");
            });
            person.fill("メールアドレス", "company@demo.example");
            person.fill("パスワード", TestPortal.PASSWORD);
            person.press("サインインする");
            person.page().waitForURL(portal.url("/company"));
        }
    }

    /** {@link AccessIT} has the addresses of a portal whose city has set nothing; here is what its pages show. */
    @Test
    void a_portal_without_a_provider_shows_nothing_of_it() {
        try (Visitor visitor = Visitor.atDesk(TestPortal.shared())) {
            visitor.open("/sign-in?with=company&problem=away");
            assertThat(visitor.page().locator("a[href*='/sign-in/with/']").count())
                    .isZero();
            assertThat(visitor.text()).doesNotContain("つながりません");
            visitor.signIn("company@demo.example");
            visitor.open("/account");
            assertThat(visitor.page().locator("a[href$='/account/sign-on']").count())
                    .isZero();
        }
    }

    private static String begin(Visitor visitor) {
        return begin(visitor, "company");
    }

    /** @return where at the provider the browser is sent */
    private static String begin(Visitor visitor, String way) {
        return location(visitor, portal.url("/sign-in/with/" + way));
    }

    private static String problem(Visitor visitor, String answer) {
        return location(visitor, answer).replaceFirst(".*[?&]problem=([a-z]*).*", "$1");
    }

    /** Where an address leads, with this browser's cookies. */
    private static String location(Visitor visitor, String address) {
        APIResponse answer =
                visitor.page().request().get(address, RequestOptions.create().setMaxRedirects(0));
        assertThat(answer.status()).as(address).isEqualTo(302);
        return answer.headers().get("location");
    }

    private static void atProvider(Visitor visitor, String name) {
        visitor.page().fill("[name=j_username]", name);
        visitor.page().fill("[name=j_password]", SignOnProvider.PASSWORD);
        visitor.page().click("[type=submit]");
    }

    private static void prove(Visitor visitor, String back) {
        visitor.page().waitForURL("**/account/proof?next=*");
        visitor.fill("いまのパスワード", TestPortal.PASSWORD);
        visitor.press("パスワードで確かめる");
        visitor.page().waitForURL(portal.url(back));
    }

    /** The account is linked for as long as something is done. */
    private static void linked(String email, String way, String subject, Runnable work) {
        amend("insert into provider_link (id, account_id, issuer, subject, linked_at) values (nextval('tsunagu_seq'), "
                + account(email) + ", '" + provider.issuer(way) + "', '" + subject + "', now())");
        try {
            work.run();
        } finally {
            amend("delete from provider_link where account_id = " + account(email));
        }
    }

    private static void amend(String sql) {
        portal.run("set tsunagu.actor = 'system:test'; " + sql);
    }

    private static void age(String email) {
        portal.run("update account_session set proved_at = now() - interval '11 minutes' where account_id = "
                + account(email));
    }

    private static void signOut(Visitor visitor) {
        visitor.open("/sign-out");
        visitor.press("サインアウトする");
    }

    private static int links() {
        return Integer.parseInt(portal.one("select count(*) from provider_link"));
    }

    private static String letter(String email) {
        return portal.one("select body from mail_outbox where recipient_key = testing.mark('" + email
                + "') order by id desc limit 1");
    }

    private static String account(String email) {
        return portal.account(email);
    }
}
