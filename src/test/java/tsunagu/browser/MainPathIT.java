package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.shared.FiscalYear;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** One person goes from an event to the plan's figure, in a real browser, against a real server and database. */
class MainPathIT {

    private static final String TITLE = "新入社員向けセミナー（髙﨑 𠮷さんと学ぶ、はじめての現場改善と報告・連絡・相談の基礎）";

    private final TestPortal portal = TestPortal.movable();

    /**
     * Tomorrow, so that the session is open for registration and the door at whatever hour the test runs; the plan's last day once that is
     * over. The clock is moved to it.
     */
    private final LocalDate day = Collections.min(List.of(
            LocalDate.now(Clock.system(FiscalYear.ZONE)).plusDays(1), lastYear().lastDay()));

    private final FiscalYear year = FiscalYear.of(day);

    private FiscalYear lastYear() {
        return new FiscalYear(Integer.parseInt(portal.one("select max(last_year) from plan")));
    }

    @Test
    void one_person_becomes_one_figure() {
        String programme = "/staff/programmes/youth-job-retention?year=" + year.code();
        String code;
        String spoken;
        int heldBefore;
        try (Visitor staff = Visitor.atDesk(portal);
                Visitor seeker = Visitor.onPhone(portal);
                Visitor door = Visitor.onPhone(portal)) {
            portal.clock(day.minusDays(1).atTime(12, 0).atZone(FiscalYear.ZONE).toInstant());
            staff.signIn("staff@demo.example");
            staff.open(programme);
            staff.finds_the_page_sound();
            heldBefore = held(staff);

            // 1. Staff create an event of the programme with two sessions, and publish it.
            staff.follow("この事業のイベントを作る");
            staff.press("下書きを保存する");
            staff.sees("入力内容に問題があります", "名称を入力してください。", "対象を1つ以上選んでください。");
            staff.finds_the_page_sound();
            staff.picture("event-edit-errors-1280");
            staff.fill("名称", TITLE);
            staff.choose("種類", "セミナー・研修");
            staff.fill("説明", "持ち物は筆記用具です。\n駐車場があります。");
            session(staff, 0, "午前の部", "10:00", "12:00", "なのはなプラザ", "2");
            staff.press("日程を追加する");
            assertThat(staff.page().inputValue("#title")).isEqualTo(TITLE);
            session(staff, 1, "オンラインの部", "14:00", "16:00", "", "");
            staff.page().fill("#sessions-1-onlineUrl", "https://example.jp/room");
            staff.finds_the_page_sound();
            staff.press("下書きを保存する");
            staff.sees("下書きを保存しました", "下書き", TITLE);
            code = staff.page().url().replaceAll(".*/staff/events/([^?]+).*", "$1");

            // A draft is nobody else's business.
            assertThat(seeker.page()
                            .request()
                            .get(portal.url("/events/" + code))
                            .status())
                    .isEqualTo(404);
            staff.press("公開する");
            staff.sees("公開しました。", "公開中");
            staff.finds_the_page_sound();
            staff.picture("staff-event-1280");

            // 2. A visitor finds it, signs up, registers, and holds a ticket.
            seeker.open("/");
            seeker.finds_the_page_sound();
            seeker.sees(TITLE);
            seeker.picture("home-390");
            seeker.follow("すべて見る");
            seeker.finds_the_page_sound();
            seeker.page().getByText(TITLE).first().click();
            seeker.sees("なのはなプラザ", "残り2席", "オンライン（参加先は申込者のチケットに表示）");
            assertThat(seeker.text()).doesNotContain("https://example.jp/room");
            seeker.finds_the_page_sound();
            assertThat(seeker.cookies()).as("a visitor who only reads").isEmpty();
            seeker.picture("event-390");
            seeker.follow("この日程に申し込む");
            seeker.follow("アカウントで申し込む");
            seeker.follow("アカウントを作る");
            seeker.press("同意して確認のメールを受け取る");
            seeker.sees("お名前を入力してください。", "同意がないとアカウントを作れません");
            seeker.finds_the_page_sound();
            seeker.picture("sign-up-errors-390");
            seeker.signUp("試験 花子", "hanako" + System.nanoTime() + "@example.jp");
            seeker.sees("申込み", TITLE);
            seeker.press("申し込む");
            seeker.sees("どなたとして参加するかを選んでください。");
            assertThat(seeker.page().locator("#error-summary a").getAttribute("href"))
                    .isEqualTo("#role");
            seeker.choose("どなたとして参加しますか", "企業の社員");
            seeker.finds_the_page_sound();
            seeker.picture("register-390");
            seeker.press("申し込む");
            seeker.sees("申し込みました。", "試験 花子", "企業の社員");
            seeker.finds_the_page_sound();
            seeker.picture("ticket-390");
            spoken = seeker.page().locator(".spoken").innerText();
            assertThat(spoken).matches("[0-9]{4}-[0-9]{4}");
            String calendar = seeker.page()
                    .waitForDownload(() -> seeker.follow("カレンダーに入れる（.ics）"))
                    .path()
                    .toString();
            assertThat(java.nio.file.Path.of(calendar)).content().contains("BEGIN:VEVENT", "STATUS:CONFIRMED");

            // 3. At the door the code is read aloud and typed, here in full width; the second reading says so.
            portal.clock(day.atTime(9, 0).atZone(FiscalYear.ZONE).toInstant());
            door.signIn("door@demo.example");
            door.open("/door");
            door.finds_the_page_sound();
            door.page().locator("li.card:has-text('" + TITLE + "') a").first().click();
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                            door.page().locator("#door"))
                    .hasAttribute("data-ready", "yes");
            door.fill("受付番号", "00000001");
            door.press("受付する");
            door.sees("番号の読み違いです");
            door.fill("受付番号", fullWidth(spoken));
            door.press("受付する");
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                            door.page().locator("#result-title"))
                    .hasText("受付しました");
            door.sees("試験 花子", "企業の社員");
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                            door.page().locator("#present"))
                    .hasText("1");
            door.finds_the_page_sound();
            door.picture("check-in-ok-390");
            door.fill("受付番号", spoken);
            door.press("受付する");
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                            door.page().locator("#result-title"))
                    .hasText("受付済みです");
            door.sees("受付済みです", "試験 花子", "最初の受付", "なのはなプラザ");
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                            door.page().locator("#result-when"))
                    .containsText("担当: 見本 受付");
            assertThat(door.page().locator("#present").innerText()).isEqualTo("1");
            door.finds_the_page_sound();
            door.picture("check-in-already-390");
            seeker.page().reload();
            seeker.sees("に受付済みです。");

            // 4. Staff enter head counts by role.
            staff.open("/staff/events/" + code);
            staff.follow("頭数を入力する");
            staff.fill("高専学生", "１２");
            staff.fill("保護者", "3");
            staff.press("頭数を記録する");
            staff.sees("だれが、どう数えたかを入力してください。");
            assertThat(staff.page().inputValue("#persons-KOSEN_STUDENT")).isEqualTo("１２");
            staff.fill("だれが、どう数えたか", "受付でのカウンター計数");
            staff.finds_the_page_sound();
            staff.picture("head-counts-1280");
            staff.press("頭数を記録する");
            staff.sees("頭数を記録しました。", "15人");

            // 5. The programme's page shows the figure, and the figure opens to exactly its rows.
            staff.open(programme);
            assertThat(held(staff)).isEqualTo(heldBefore + 1);
            staff.sees("記録から計算", "達成率");
            staff.picture("staff-programme-1280");
            staff.page().locator(".figure-card .numbers a").first().click();
            staff.sees(TITLE + " 午前の部");
            assertThat(Integer.parseInt(staff.page().locator("#total").innerText()))
                    .isEqualTo(heldBefore + 1);
            assertThat(staff.page().locator("tbody tr td.number").allInnerTexts().stream()
                            .mapToInt(Integer::parseInt)
                            .sum())
                    .isEqualTo(heldBefore + 1);
            staff.finds_the_page_sound();

            // 6. The public plan shows the same, once a night has put it together.
            portal.clock(day.plusDays(1).atTime(9, 0).atZone(FiscalYear.ZONE).toInstant());
            portal.until("select 1 from public_figure where as_of = '" + day.plusDays(1) + "'");
            seeker.open("/plan?year=" + year.code() + "&q=若者地元就業");
            seeker.sees("若者地元就業定着支援事業", "セミナーの開催回数");
            seeker.page().click("summary:has-text('すべての指標を一つの表で見る')");
            seeker.finds_the_page_sound();
            assertThat(seeker.page()
                            .locator("table tr", new Page.LocatorOptions().setHasText("セミナーの開催回数"))
                            .last()
                            .innerText())
                    .contains((heldBefore + 1) + "回");
        } finally {
            portal.clock(null);
        }
    }

    private static int held(Visitor staff) {
        String shown =
                staff.page().locator(".figure-card .numbers strong").first().innerText();
        return Integer.parseInt(shown.replace("回", ""));
    }

    private void session(
            Visitor staff, int index, String title, String start, String end, String place, String capacity) {
        String id = "#sessions-" + index + "-";
        staff.page().fill(id + "title", title);
        staff.page().fill(id + "date", day.toString());
        staff.page().fill(id + "start", start);
        staff.page().fill(id + "end", end);
        staff.page().fill(id + "place", place);
        staff.page().fill(id + "capacity", capacity);
        staff.page().locator(id + "countedRoles").getByLabel("企業の社員").check();
    }

    private static String fullWidth(String text) {
        return text.chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '０' : 'ー')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
