package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tsunagu.shared.Role;
import tsunagu.testing.RealPaths;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;
import tsunagu.web.Route;
import tsunagu.web.Routes;

/** What was typed is not lost, whatever form it was typed into: every form of every page, found by the routes. */
class KeptTextIT {

    /** Types into every field of every form that is sent, and says what was typed. */
    private static final String TYPE = "() => { const all = {};"
            + "[...document.forms].filter((f) => f.dataset.keptAs).forEach((f) => { [...f.elements].forEach((e) => {"
            + " if (e.disabled || e.readOnly || !(e.name || e.id) || (!e.name && e.closest('.finder'))) return;"
            + " if (e.type === 'textarea' || e.type === 'text') e.value = '途中まで書いたこと';"
            + " else if (e.type === 'email') e.value = 'kakikake@example.jp';"
            + " else if (e.type === 'date') e.value = '2031-05-06'; else if (e.type === 'time') e.value = '07:08';"
            + " else if (e.type === 'number' || e.type === 'tel') e.value = '12';"
            + " else if (e.type === 'select-one') e.selectedIndex = e.options.length - 1;"
            + " else if (e.type === 'checkbox') e.checked = !e.checked;"
            // The last of a group that was not chosen.
            + " else if (e.type === 'radio') e.checked = e.checked || !e.defaultChecked;"
            + " else return;"
            + " e.dispatchEvent(new Event('input', { bubbles: true }));"
            // As browsers do; ticks of a list are kept by the list, which listens to this.
            + " if (e.type === 'checkbox') e.dispatchEvent(new Event('change', { bubbles: true }));"
            + " }); }); " + "return (" + values() + ")(); }";

    private static final Map<Role, String> WHO = who();

    private final TestPortal portal = TestPortal.shared();

    private static Map<Role, String> who() {
        Map<Role, String> who = new LinkedHashMap<>();
        who.put(null, null);
        for (Role role : List.of(
                Role.SEEKER,
                Role.COMPANY,
                Role.STAFF,
                Role.PARTNER,
                Role.MANAGER,
                Role.COMMITTEE,
                Role.AUDITOR,
                Role.ADMINISTRATOR)) {
            who.put(
                    role,
                    role == Role.ADMINISTRATOR
                            ? "admin@demo.example"
                            : role.name().toLowerCase() + "@demo.example");
        }
        return who;
    }

    private static String values() {
        return "() => Object.fromEntries([...document.forms].filter((f) => f.dataset.keptAs).flatMap((f) => [...f.elements]"
                + ".filter((e) => (e.name || e.id) && !e.disabled && !e.readOnly && (e.name || !e.closest('.finder'))"
                + " && /^(textarea|text|email|date|time|number|tel|select-one|checkbox|radio)$/.test(e.type))"
                + ".map((e) => [f.dataset.keptAs + ' ' + (e.name || e.id) + '=' + (/checkbox|radio/.test(e.type) ? e.value : ''),"
                + " /checkbox|radio/.test(e.type) ? e.checked : e.value])))";
    }

    /** Back from what was saved to the form, after a mistake: the browser shows the form and does not ask whether to send it again. */
    @Test
    void going_back_after_a_mistake_leads_to_the_form() {
        try (Visitor visitor = Visitor.onPhone(portal);
                Visitor seeker = Visitor.atDesk(portal)) {
            visitor.open("/sign-up");
            visitor.press("同意して確認のメールを受け取る");
            visitor.sees("お名前を入力してください");
            visitor.page().fill("#name", "戻る 人");
            visitor.page().fill("#email", "back" + System.nanoTime() + "@example.jp");
            visitor.page().check("#consent");
            visitor.press("同意して確認のメールを受け取る");
            visitor.sees("メールを送りました");
            visitor.page().goBack();
            visitor.sees("アカウントを作る");
            assertThat(visitor.page().url()).endsWith("/sign-up");

            seeker.signIn("seeker@demo.example");
            seeker.open("/account");
            seeker.press("パスワードを変える");
            seeker.sees("いまのパスワードを入力してください");
            seeker.press("お名前を変える");
            seeker.sees("お名前を変えました");
            seeker.page().goBack();
            seeker.sees("お名前を変える");
            assertThat(seeker.text()).doesNotContain("いまのパスワードを入力してください");
        }
    }

    /** Before a session ends the page says so, and goes on when asked to; afterwards it says that, and where to go on. */
    @Test
    void the_end_of_a_session_is_announced() {
        try (Visitor seeker = Visitor.onPhone(portal)) {
            seeker.signIn("seeker@demo.example");
            seeker.page().clock().install();
            seeker.open("/account");
            var note = seeker.page().locator(".session-note");
            seeker.page().clock().fastForward(24 * 60_000L);
            PlaywrightAssertions.assertThat(note).hasCount(0);
            seeker.page().clock().fastForward(2 * 60_000L);
            PlaywrightAssertions.assertThat(note).containsText("まもなくサインアウトされます");
            seeker.finds_the_page_sound();
            seeker.picture("session-ends-390");
            note.locator("button").click();
            seeker.page().clock().runFor(1_000);
            PlaywrightAssertions.assertThat(note).hasCount(0);
            seeker.page().clock().fastForward(26 * 60_000L);
            PlaywrightAssertions.assertThat(note).containsText("まもなくサインアウトされます");
            // Another tab was used meanwhile.
            seeker.page().evaluate("localStorage.setItem('session-seen', String(Date.now()))");
            seeker.page().clock().runFor(11_000);
            PlaywrightAssertions.assertThat(note).hasCount(0);
            seeker.page().clock().fastForward(31 * 60_000L);
            PlaywrightAssertions.assertThat(note).containsText("サインアウトされました");
            PlaywrightAssertions.assertThat(note.locator("a")).hasAttribute("href", "/sign-in?next=%2Faccount");
        }
    }

    @Test
    void every_form_of_every_page_gives_back_what_was_typed() {
        RealPaths paths = new RealPaths(portal);
        List<String> lost = new ArrayList<>();
        // What several roles may open is the same form for all of them.
        Set<Route> looked = new HashSet<>();
        int forms = 0;
        int visitors = 0;
        int grown = 0;
        int radios = 0;
        for (Map.Entry<Role, String> person : WHO.entrySet()) {
            try (Visitor visitor = Visitor.atDesk(portal)) {
                if (person.getKey() != null) {
                    visitor.signIn(person.getValue());
                }
                for (Route route : Routes.ALL) {
                    boolean theirs = route.posts()
                            && route.target().endsWith(".xhtml")
                            && route.signedIn() == (person.getKey() != null)
                            && (person.getKey() == null
                                    || route.roles().contains(person.getKey())
                                    || route.roles().isEmpty());
                    if (!theirs || !looked.add(route)) {
                        continue;
                    }
                    String path = paths.theirs(route.pattern());
                    visitor.open(path);
                    Page page = visitor.page();
                    for (int i = 0; i < 2 && page.locator("[data-adds]").count() > 0; i++) {
                        page.locator("[data-adds]").click();
                        page.waitForLoadState();
                        grown++;
                    }
                    Map<?, ?> typed = (Map<?, ?>) page.evaluate(TYPE);
                    if (typed.isEmpty()) {
                        continue;
                    }
                    forms++;
                    visitors += person.getKey() == null ? 1 : 0;
                    radios += (int)
                            page.evaluate("() => document.querySelectorAll('[data-kept-as] [type=radio]').length");
                    visitor.open(path);
                    for (int i = page.locator("[data-act=restore-draft]").count(); i > 0; i--) {
                        page.locator("[data-act=restore-draft]").first().click();
                        // Rows are added again, each by a page of its own.
                        page.waitForFunction(
                                "() => document.readyState === 'complete' && !sessionStorage.getItem('draft-more')");
                    }
                    Map<?, ?> back = (Map<?, ?>) page.evaluate(values());
                    typed.forEach((field, value) -> {
                        if (!value.equals(back.get(field))) {
                            lost.add(route.pattern() + " " + field + ": " + value + " -> " + back.get(field));
                        }
                    });
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(forms).as("pages with forms").isGreaterThan(42);
        assertThat(visitors).as("forms of people who are not signed in").isGreaterThan(3);
        assertThat(grown).as("rows added").isGreaterThan(3);
        assertThat(radios).as("radios").isPositive();
    }

    /** Who begins as a visitor and then signs in goes on where they were, with what they had typed. */
    @Test
    void what_a_visitor_typed_comes_back_after_signing_in_from_that_page() {
        Map<String, String> session = portal.someSession();
        String form = "/events/" + session.get("code") + "/sessions/" + session.get("id") + "/register";
        try (Visitor visitor = Visitor.onPhone(portal)) {
            visitor.open(form);
            visitor.page().fill("#name", "途中まで 書子");
            visitor.page().selectOption("#role", new SelectOption().setIndex(2));
            String role = visitor.page().inputValue("#role");
            visitor.page().click("main a[href*='/sign-in?next=']");
            visitor.fill("メールアドレス", "seeker@demo.example");
            visitor.fill("パスワード", "ちがうパスワードです、これは");
            visitor.press("サインインする");
            visitor.sees("メールアドレスかパスワードが違います");
            visitor.fill("パスワード", TestPortal.PASSWORD);
            visitor.press("サインインする");
            visitor.page().click("#restore-draft");
            assertThat(visitor.page().inputValue("#role")).isEqualTo(role);
            visitor.finds_the_page_sound();
            visitor.picture("visitor-signed-in-390");
        }
        // Who signs in from elsewhere is somebody else.
        try (Visitor desk = Visitor.onPhone(portal)) {
            desk.open(form);
            desk.page().fill("#name", "見られたくない 人");
            desk.page().click("main a[href*='/sign-in?next=']");
            desk.open("/");
            desk.signIn("seeker@demo.example");
            assertThat(desk.page()
                            .evaluate("() => JSON.stringify(sessionStorage)")
                            .toString())
                    .doesNotContain("見られたくない");
        }
    }

    /** The careful user, who saved in between, was the one who lost: the address said "saved" after signing in again. */
    @Test
    void who_saved_in_between_loses_nothing_when_the_session_ends() {
        try (Visitor company = Visitor.atDesk(portal)) {
            company.signIn("company@demo.example");
            company.open("/company/jobs/new");
            company.page().fill("#title", "一度目の題名");
            company.press("下書きを保存");
            company.sees("下書きを保存しました。");
            assertThat(company.page().url()).contains("done=kept").doesNotContain("saved=");
            assertThat(company.page().locator("#restore-draft").count()).isZero();
            company.page().fill("#title", "二度目の題名");
            endOfSession(company, "下書きを保存", "company@demo.example");
            assertThat(company.page().url()).doesNotContain("done=");
            assertThat(company.text()).doesNotContain("下書きを保存しました。");
            assertThat(company.page().inputValue("#title")).isEqualTo("一度目の題名");
            company.page().click("#restore-draft");
            assertThat(company.page().inputValue("#title")).isEqualTo("二度目の題名");
            company.press("下書きを保存");
            company.sees("下書きを保存しました。");
            company.page().reload();
            assertThat(company.page().locator("#restore-draft").count()).isZero();
        }
    }

    /** Staff's event form promised it and gave nothing back. */
    @Test
    void staffs_event_form_comes_back_after_the_session_ended_and_is_forgotten_by_signing_out() {
        try (Visitor staff = Visitor.onPhone(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/new");
            staff.page().fill("#title", "書きかけの催し");
            endOfSession(staff, "下書きを保存する", "staff@demo.example");
            staff.finds_the_page_sound();
            staff.page().click("#restore-draft");
            assertThat(staff.page().inputValue("#title")).isEqualTo("書きかけの催し");

            staff.page().fill("#title", "もう要らない催し");
            staff.open("/sign-out");
            staff.press("サインアウトする");
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/new");
            assertThat(staff.page().locator("#restore-draft").count()).isZero();
        }
    }

    /** A shared machine: what one person typed is offered to nobody else. */
    @Test
    void what_was_typed_is_offered_to_nobody_else() {
        try (Visitor desk = Visitor.atDesk(portal)) {
            desk.signIn("staff@demo.example");
            desk.open("/staff/events/new");
            desk.page().fill("#title", "見られたくない催し");
            desk.page().context().clearCookies();
            desk.signIn("company@demo.example");
            desk.open("/company/jobs/new");
            assertThat(desk.page().locator("#restore-draft").count()).isZero();
            assertThat(desk.page()
                            .evaluate("() => JSON.stringify(sessionStorage)")
                            .toString())
                    .doesNotContain("見られたくない催し");
        }
    }

    private static void endOfSession(Visitor visitor, String button, String email) {
        visitor.page().context().clearCookies();
        visitor.press(button);
        visitor.sees("まだ何も送られていません");
        visitor.fill("メールアドレス", email);
        visitor.fill("パスワード", TestPortal.PASSWORD);
        visitor.press("サインインする");
    }
}
