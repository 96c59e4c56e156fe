package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** Staff's pages at both widths; pages without JavaScript, and with input nobody wished for. */
class EverydayIT {

    private static final List<String> STAFF = List.of(
            "/staff",
            "/staff/events",
            "/staff/events/new",
            "/staff/programmes/company-charm?year=R5",
            "/staff/programmes/company-charm/measures/tour?year=R5",
            "/door",
            "/evaluations",
            "/evaluations/company-info-guidance?year=R5",
            "/staff/evaluations/ichinoseki-guidance?year=R5",
            "/official",
            "/papers/2?year=R5",
            "/papers/3?year=R5",
            "/papers/4?year=R5",
            "/papers/2?year=R8",
            "/staff/indicators/plan-2",
            "/staff/programmes/it-talent/measures/participants/definition",
            "/staff/partners",
            "/staff/next-year?year=R5",
            "/monthly?programme=job-cafe",
            "/evaluations?year=R8");

    private final TestPortal portal = TestPortal.shared();

    @Test
    void staff_pages_are_sound_on_a_phone_and_at_a_desk() {
        try (Visitor phone = Visitor.onPhone(portal);
                Visitor desk = Visitor.atDesk(portal)) {
            for (Visitor visitor : List.of(phone, desk)) {
                visitor.signIn("staff@demo.example");
                for (String path : STAFF) {
                    visitor.open(path);
                    visitor.finds_the_page_sound();
                }
            }
            desk.open("/staff/events");
            desk.picture("staff-events-1280");
            desk.open("/evaluations");
            desk.picture("evaluations-1280");
        }
    }

    @Test
    void a_figure_says_what_it_is_made_of_and_what_is_doubtful_about_it() {
        try (Visitor visitor = Visitor.atDesk(portal)) {
            visitor.open("/plan/programmes/ichijob?year=R5");
            visitor.sees("手で入力", "資料の記載に疑義", "167が累計なら新規は44", "資料2");
            visitor.open("/plan/programmes/settlement-rent-subsidy?year=R5");
            visitor.sees("訂正あり", "印字は0件", "12.7%");
            visitor.open("/plan/programmes/sdgs-seminar?year=R8");
            visitor.sees("未記録", "0 とは違います");
            visitor.open("/plan/programmes/sdgs-seminar?year=R5");
            visitor.sees("0回", "0.0%");
        }
    }

    @Test
    void a_seeker_registers_and_cancels_without_JavaScript() {
        try (Visitor visitor = Visitor.withoutJavaScript(portal)) {
            visitor.open("/events?q=起業応援講座");
            visitor.page().getByText("いちのせき起業応援講座（体験版）").first().click();
            visitor.page().locator("a[href$='/register']").nth(1).click();
            visitor.follow("アカウントで申し込む");
            visitor.follow("アカウントを作る");
            visitor.signUp("無線 次郎", "jiro" + System.nanoTime() + "@example.jp");
            visitor.choose("どなたとして参加しますか", "一般");
            visitor.press("申し込む");
            visitor.sees("申し込みました。", "https://example.jp/meeting");
            String ticket = visitor.page().url();
            visitor.open(
                    "/events/" + portal.one("select code from event where title like '%いちのせき起業応援講座（体験版）%' limit 1"));
            visitor.sees("この日程に申し込んでいます。");
            visitor.page().navigate(ticket);
            visitor.page().click("#give-back summary");
            visitor.press("はい、取り消します");
            visitor.sees("申込みを取り消しました。", "いま、することはありません。予定もありません。");
        }
    }

    @Test
    void somebody_elses_ticket_does_not_exist() {
        try (Visitor owner = Visitor.onPhone(portal);
                Visitor other = Visitor.onPhone(portal)) {
            owner.signIn("seeker@demo.example");
            owner.open("/events?q=BCPセミナー");
            owner.page().getByText("はじめてのBCPセミナー").first().click();
            owner.follow("この日程に申し込む");
            owner.choose("どなたとして参加しますか", "一般");
            owner.press("申し込む");
            String ticket = owner.page().url().replaceAll("\\?.*", "");
            other.open("/sign-up");
            other.signUp("別 人", "other" + System.nanoTime() + "@example.jp");
            for (String part : List.of("", "/code.svg", "/calendar.ics")) {
                assertThat(owner.page().request().get(ticket + part).status())
                        .as(part)
                        .isEqualTo(200);
                assertThat(other.page().request().get(ticket + part).status())
                        .as(part)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void strange_addresses_get_a_page_and_never_a_500() {
        try (Visitor visitor = Visitor.atDesk(portal)) {
            visitor.signIn("seeker@demo.example");
            for (String path : List.of(
                    "/plan?year=R99",
                    "/plan?year=%E4%BB%A4%E5%92%8C5",
                    "/plan?year=' or 1=1 --",
                    "/plan/programmes/nothing",
                    "/plan/programmes/youth-job-retention/measures/nothing",
                    "/plan/programmes/youth-job-retention?year=R5&year=R6",
                    "/events?when=" + "あ".repeat(500),
                    "/events/%00",
                    "/events/%FF%FE",
                    "/events/<script>alert(1)</script>",
                    "/events/x/sessions/99999999999999999999/register",
                    "/sign-in?next=" + "%2F".repeat(300),
                    "/my?done=<b>",
                    "/my?done=unknown-word",
                    "/?done=unknown-word")) {
                APIResponse response =
                        visitor.page().request().get(portal.url("/") + path.substring(1), RequestOptions.create());
                assertThat(response.status()).as(path).isLessThan(500);
            }
        }
    }

    @Test
    void a_form_that_waited_too_long_is_explained() {
        try (Visitor visitor = Visitor.atDesk(portal)) {
            visitor.open("/sign-up");
            visitor.page().evaluate("document.querySelector('[name=form-token]').value = '1.x'");
            visitor.fill("お名前", "遅い 人");
            visitor.page().locator("#submit").click();
            visitor.page().waitForLoadState();
            visitor.sees("時間がたったため、送信できませんでした", "何も変更されていません");
        }
    }

    /** Not that too much time had passed, as it was said before. */
    @Test
    void a_browser_that_keeps_no_cookies_is_told_so() {
        try (Visitor visitor = Visitor.atDesk(portal)) {
            for (String path : List.of("/sign-up", "/sign-in")) {
                visitor.open(path);
                visitor.page().context().clearCookies();
                visitor.page().fill("#email", "no-cookies@example.jp");
                visitor.page().locator("#submit").click();
                visitor.page().waitForLoadState();
                visitor.sees("Cookieを受け取っていないため、送信できませんでした", "何も変更されていません");
            }
        }
    }

    /** A teacher prints what a class needs; the pupils' pages lead neither to a sign-in nor to the plan. */
    @Test
    void a_class_compares_companies_on_one_sheet() {
        try (Visitor teacher = Visitor.onPhone(portal);
                Visitor printer = Visitor.atDesk(portal)) {
            teacher.open("/class");
            assertThat(teacher.page().locator("header").innerText()).doesNotContain("サインイン", "計画と実績");
            teacher.page().locator("#sheets button[value=one]").click();
            teacher.sees("1つ");
            teacher.page().goBack();
            for (int i = 0; i < 4; i++) {
                teacher.page().locator("#sheets input[name=c]").nth(i).check();
            }
            String first = teacher.page().locator("#sheets h3").nth(0).innerText();
            String fourth = teacher.page().locator("#sheets h3").nth(3).innerText();
            teacher.page().locator("#sheets button[value=one]").click();
            teacher.sees(first, "はじめの3社");
            assertThat(teacher.text()).doesNotContain(fourth);
            teacher.finds_the_page_sound();
            teacher.picture("class-compare-390");
            printer.open(
                    teacher.page().url().replaceFirst("^https?://[^/]+", "").replace("how=one", "how=each"));
            printer.sees(first, fourth);
            assertThat(printer.page().locator(".class-sheet").count()).isEqualTo(4);
            printer.finds_the_page_sound();
            // One sheet of three companies is one page of A4.
            printer.open(teacher.page().url().replaceFirst("^https?://[^/]+", ""));
            printer.picture("class-compare-1280");
            byte[] pdf =
                    printer.page().pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
            assertThat(pages(pdf)).isEqualTo(1);
            teacher.open("/class/teachers");
            teacher.sees("50分の授業の例", "白いシートを印刷する");
            teacher.finds_the_page_sound();
            teacher.picture("class-teachers-390");
            teacher.follow("白いシートを印刷する");
            teacher.sees("くらべてみよう");
            teacher.finds_the_page_sound();
        }
    }

    /** One by one from several pages of the list and kinds of work, with script and without. */
    @Test
    void what_is_ticked_for_the_sheets_of_a_class_survives_its_next_page() {
        try (Visitor teacher = Visitor.onPhone(portal);
                Visitor plain = Visitor.withoutJavaScript(portal)) {
            String ticked = "#sheets input[name=c]:checked";
            teacher.open("/class");
            teacher.page().locator("#sheets .hit input[name=c]").first().check();
            teacher.page().locator(".pager a").nth(1).click();
            PlaywrightAssertions.assertThat(teacher.page().locator(ticked)).hasCount(1);
            teacher.page().locator("#sheets .hit input[name=c]").first().check();
            teacher.page().locator(".plain-doors a").first().click();
            PlaywrightAssertions.assertThat(teacher.page().locator(ticked)).hasCount(2);
            teacher.page()
                    .locator("#sheets .hit input[name=c]:not(:checked)")
                    .first()
                    .check();
            teacher.page().locator(".search-bar button").click();
            PlaywrightAssertions.assertThat(teacher.page().locator(ticked)).hasCount(3);
            teacher.finds_the_page_sound();
            teacher.picture("class-ticked-390");
            teacher.page().locator("#sheets button[value=one]").click();
            assertThat(teacher.text()).doesNotContain("はじめの3社");

            plain.open("/class");
            plain.page().locator("#sheets .hit input[name=c]").nth(1).check();
            plain.page().locator("#sheets button[formaction]").click();
            PlaywrightAssertions.assertThat(plain.page().locator(ticked)).hasCount(1);
            plain.page().locator(".pager a").nth(1).click();
            PlaywrightAssertions.assertThat(plain.page().locator(ticked)).hasCount(1);
        }
    }

    private static int pages(byte[] pdf) {
        String text = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.split("/Type\\s*/Page[^s]", -1).length - 1;
    }

    @Test
    void health_answers_at_its_own_door_only() {
        try (Visitor visitor = Visitor.atDesk(portal)) {
            APIResponse ready = visitor.page().request().get(portal.operationsUrl("/health/ready"));
            assertThat(ready.status()).isEqualTo(200);
            assertThat(ready.text()).contains("\"database\"").contains("\"prepared\":true");
            assertThat(visitor.page().request().get(portal.url("/health/ready")).status())
                    .isEqualTo(404);
        }
    }
}
