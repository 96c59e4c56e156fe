package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tsunagu.shared.FiscalYear;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** Staff's list of events has every event on one of its pages, however many there are and however many sessions they have. */
class StaffEventsIT {

    private final TestPortal portal = TestPortal.shared();

    /** What is missing, what cannot be read and what contradicts itself is said in one round. */
    @Test
    void a_form_says_everything_that_is_wrong_at_once() {
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/new");
            staff.page().fill("#sessions-0-start", "15:00");
            staff.page().fill("#sessions-0-end", "14:00");
            staff.page().fill("#sessions-0-capacity", "四十");
            staff.press("下書きを保存する");
            staff.sees(
                    "入力内容に問題があります",
                    "名称を入力してください",
                    "種類を選んでください",
                    "開催日を入力してください",
                    "終了は開始より後の時刻にしてください",
                    "整数を数字だけで入力してください");
            staff.finds_the_page_sound();
            assertThat(staff.page().inputValue("#sessions-0-capacity")).isEqualTo("四十");
            staff.picture("event-errors-1280");
        }
    }

    /** Held, said so, closed, found again, and reopened with a reason. */
    @Test
    void an_event_is_closed_when_all_is_done_and_reopened_with_a_reason() {
        String day = LocalDate.now(FiscalYear.ZONE).minusDays(3).toString();
        try (Visitor staff = Visitor.atDesk(portal);
                Visitor phone = Visitor.onPhone(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/new");
            staff.page().fill("#title", "閉じるセミナー");
            staff.page().selectOption("#type", "SEMINAR");
            staff.page().fill("#sessions-0-date", day);
            staff.page().fill("#sessions-0-start", "10:00");
            staff.page().fill("#sessions-0-end", "11:00");
            staff.page().fill("#sessions-0-place", "なのはなプラザ");
            staff.page().check("#sessions-0-countedRoles input[value='EMPLOYEE']");
            staff.press("下書きを保存する");
            staff.sees("過ぎた日の日程が1件あります");
            staff.finds_the_page_sound();
            staff.page().check("#past");
            staff.press("下書きを保存する");
            staff.press("公開する");
            staff.sees("公開しました");
            String code = staff.page().url().replaceAll(".*/staff/events/([^/?]+).*", "$1");
            assertThat(staff.page().locator("summary:has-text('イベントを中止する')").count())
                    .as("what is over is not called off")
                    .isZero();
            staff.page().click("summary:has-text('イベントを閉じる')");
            staff.sees("開催したかどうかを記録していない日程（1）");
            assertThat(staff.page().locator("button:has-text('閉じて報告を確定する')").count())
                    .isZero();
            staff.finds_the_page_sound();
            staff.page().click("summary:has-text('開催の有無')");
            staff.page().fill("[id^='why-']", "予定どおり開いた");
            staff.press("開催した");
            staff.page().click("summary:has-text('イベントを閉じる')");
            staff.finds_the_page_sound();
            staff.press("閉じて報告を確定する");
            staff.sees("イベントを閉じました", "報告は確定しています");
            staff.finds_the_page_sound();
            staff.page().click("#closed a");
            staff.sees("閉じた、確定した報告です");
            staff.open("/staff/events");
            assertThat(staff.page().locator("a:text-is('閉じるセミナー')").count()).isZero();
            staff.follow("閉じたイベントを見る");
            assertThat(staff.page().locator("a:text-is('閉じるセミナー')").count()).isEqualTo(1);
            staff.finds_the_page_sound();
            phone.signIn("staff@demo.example");
            phone.open("/staff/events/" + code);
            phone.page().click("summary:has-text('開き直す')");
            phone.finds_the_page_sound();
            phone.page().click(".sure button:has-text('開き直す')");
            phone.sees("開き直す理由を500字以内で入力してください");
            phone.page().fill("input[id^='reopenWhy-']", "人数の入れまちがいを直す");
            phone.page().click(".sure button:has-text('開き直す')");
            phone.sees("イベントを開き直しました");
            // Somebody who still sees the page from before is told, and nothing is silent.
            phone.open("/staff/events/" + code);
            phone.page().click("summary:has-text('イベントを閉じる')");
            staff.open("/staff/events/" + code);
            staff.page().click("summary:has-text('イベントを閉じる')");
            staff.press("閉じて報告を確定する");
            staff.sees("イベントを閉じました");
            phone.press("閉じて報告を確定する");
            phone.sees("ほかの人が先に変更しました");
        }
    }

    /** What ends after midnight is written as people here write it, and read as such by the list, the calendar and the table. */
    @Test
    void a_session_at_night_ends_on_the_next_day() {
        // the last day of a fiscal year, so that its end lies in the next one
        LocalDate today = LocalDate.now(FiscalYear.ZONE);
        LocalDate last = FiscalYear.of(today.plusDays(1)).lastDay();
        String day = last.toString().replace("-", "");
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/new");
            staff.page().fill("#title", "夜の工場見学");
            staff.page().selectOption("#type", "SEMINAR");
            staff.page().fill("#sessions-0-date", last.toString());
            staff.page().fill("#sessions-0-start", "22:00");
            staff.page().fill("#sessions-0-end", "翌1:30");
            staff.page().fill("#sessions-0-place", "なのはなプラザ");
            staff.page().check("#sessions-0-countedRoles input[value='EMPLOYEE']");
            staff.press("下書きを保存する");
            staff.sees("夜の工場見学", "22:00–翌01:30");
            String code = staff.page().url().replaceAll(".*/staff/events/([^/?]+).*", "$1");
            staff.open("/staff/events/" + code + "/edit");
            assertThat(staff.page().inputValue("#sessions-0-end")).isEqualTo("25:30");
            staff.finds_the_page_sound();
            staff.page().fill("#sessions-0-end", "24:00");
            staff.press("変更を保存する");
            staff.sees("22:00–24:00");
            staff.press("公開する");
            staff.sees("公開しました");
            assertThat(portal.one(
                            "select to_char(s.ends_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI') || ' ' || s.fiscal_year"
                                    + " from event_session s join event e on e.id = s.event_id where e.code = '" + code
                                    + "'"))
                    .isEqualTo(last.plusDays(1) + " 00:00 " + (last.getYear() - 1));
            String feed = staff.page()
                    .request()
                    .get(portal.url("/events.ics?q=%E5%A4%9C%E3%81%AE%E5%B7%A5%E5%A0%B4%E8%A6%8B%E5%AD%A6"))
                    .text();
            assertThat(feed).contains("DTEND:" + day + "T150000Z", "SEQUENCE:0", "LAST-MODIFIED:", "URL:", "CONTACT:");
            staff.picture("event-night-1280");
            // Stamps are whole seconds: on a fast machine the next change would be of the same one.
            staff.page().waitForTimeout(1_100);
            staff.open("/staff/events/" + code + "/edit");
            // Two people have a seat: a typing mistake would be in their mail at once.
            String seats =
                    "set tsunagu.actor = 'test'; update event_session set taken = %d where event_id = (select id from event where code = '"
                            + code + "')";
            portal.run(seats.formatted(2));
            staff.page().fill("#sessions-0-start", "21:30");
            staff.press("変更を保存する");
            staff.sees("確かめて、印を付けてください", "申し込んだ方（席の数で2）に");
            staff.finds_the_page_sound();
            staff.picture("event-told-1280");
            staff.page().check("#told");
            portal.run(seats.formatted(0));
            staff.press("変更を保存する");
            staff.sees("21:30–24:00");
            String moved = staff.page()
                    .request()
                    .get(portal.url("/events.ics?q=%E5%A4%9C%E3%81%AE%E5%B7%A5%E5%A0%B4%E8%A6%8B%E5%AD%A6"))
                    .text();
            assertThat(moved).contains("DTSTART:" + day + "T123000Z", "SEQUENCE:1");
            assertThat(moved.lines().filter(line -> line.startsWith("DTSTAMP")).findFirst())
                    .as("programs keep the older of two entries with one stamp")
                    .isNotEqualTo(feed.lines()
                            .filter(line -> line.startsWith("DTSTAMP"))
                            .findFirst());
        }
    }

    /** A briefing under a programme that counts guidance only: said in the form, before publication, and on the programme's page. */
    @Test
    void what_the_programme_will_not_count_is_said() {
        String event = "uncounted";
        portal.run(
                "set tsunagu.actor = 'test'; insert into event (id, code, programme_id, type, title, state, version) values"
                        + " (nextval('tsunagu_seq'), '" + event
                        + "', 'chutohoku-guidance', 'JOINT_BRIEFING', '数えない説明会', 'DRAFT', 1);"
                        + " insert into event_session (id, event_id, number, known_to, held_on, starts_at, ends_at, fiscal_year,"
                        + " outcome, version) select nextval('tsunagu_seq'), e.id, 1, 'TIME', d, (d + time '10:00') at time zone 'Asia/Tokyo',"
                        + " (d + time '12:00') at time zone 'Asia/Tokyo', extract(year from d - interval '3 months')::int, 'PLANNED', 1"
                        + " from event e, (select cast(now() at time zone 'Asia/Tokyo' as date) + 10 as d) x where e.code = '"
                        + event + "';"
                        + " insert into session_counted_role select s.id, 'UNIVERSITY_STUDENT' from event_session s join event e on e.id = s.event_id"
                        + " where e.code = '" + event + "'");
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/new?programme=chutohoku-guidance");
            staff.press("実績にどう数えるか確かめる");
            staff.sees("種類と推進事業を選んでください");
            staff.page().selectOption("#type", "JOINT_BRIEFING");
            staff.press("実績にどう数えるか確かめる");
            staff.sees("種類「合同企業説明会」は、この事業の指標に数えません。数えるのは「就職ガイダンス」です");
            staff.finds_the_page_sound();
            staff.picture("event-counts-1280");
            staff.page().selectOption("#type", "GUIDANCE");
            staff.press("実績にどう数えるか確かめる");
            staff.sees("参加者を「参加者数（実人数）」に数えます");

            staff.open("/staff/events/" + event);
            staff.sees("数えない", "種類「合同企業説明会」は、この事業の指標に数えません", "公開する");
            staff.finds_the_page_sound();
            staff.press("公開する");
            staff.sees("公開しました");
            String year = portal.one(
                    "select 'R' || (s.fiscal_year - 2018) from event_session s join event e on e.id = s.event_id where e.code = '"
                            + event + "'");
            staff.open("/staff/programmes/chutohoku-guidance?year=" + year);
            staff.sees("実績に数えないイベント", "数えない説明会");
            staff.finds_the_page_sound();
            portal.run("set tsunagu.actor = 'test'; update event set type = 'GUIDANCE' where code = '" + event + "'");
            staff.open("/staff/programmes/chutohoku-guidance?year=" + year);
            assertThat(staff.text()).doesNotContain("数えない説明会");
            staff.open("/staff/events/" + event);
            staff.sees("参加者を「参加者数（実人数）」に数えます（区分：大学生");
        }
    }

    @Test
    void every_event_is_on_a_page_of_the_list() {
        portal.run(
                "set tsunagu.actor = 'system:test';"
                        + " insert into event (id, code, type, title, state, version) select -n, 'listed-' || n, case n % 2 when 0 then 'SEMINAR'"
                        + " else 'OTHER' end, '一覧の試し' || to_char(n, 'FM000'), 'DRAFT', 0 from generate_series(1, 230) n;"
                        + " insert into event_session (id, event_id, number, known_to, held_on, fiscal_year, outcome, version)"
                        + " select -(n * 100 + s), -n, s, 'DAY', d, extract(year from d - interval '3 months'), 'PLANNED', 0"
                        + " from generate_series(1, 4) n, generate_series(1, 60) s, lateral (select date '2030-05-01' + n + s as d) x");
        try (Visitor staff = Visitor.atDesk(portal);
                Visitor phone = Visitor.onPhone(portal)) {
            staff.signIn("staff@demo.example");
            String every = "/staff/events?state=DRAFT&state=PUBLISHED&state=OVER&state=CLOSED&state=CANCELLED";
            staff.open(every);
            int all = Integer.parseInt(portal.one("select count(*) from event"));
            int pages = (all + 19) / 20;
            assertThat(shown(staff).count()).isEqualTo(20);
            staff.open(every + "&page=" + pages);
            assertThat(shown(staff).count()).isEqualTo(all - (pages - 1) * 20);
            staff.finds_the_page_sound();

            // The search goes through all of them, in whatever width it is typed.
            staff.enter("#q-events", "一覧の 試し２０７");
            staff.sees("1件のうち1–1件目");
            assertThat(shown(staff).allInnerTexts()).containsExactly("一覧の試し207");
            staff.open("/staff/events?q=一覧の試し&sort=title");
            staff.sees("230件のうち1–20件目");
            assertThat(shown(staff).first().innerText()).isEqualTo("一覧の試し001");
            staff.open("/staff/events?q=一覧の試し&sort=-sessions");
            assertThat(shown(staff).allInnerTexts().subList(0, 4)).allMatch(each -> each.matches("一覧の試し00[1-4]"));
            staff.open("/staff/events?q=一覧の試し");
            assertThat(shown(staff).allInnerTexts().subList(0, 4))
                    .as("what comes next stands first")
                    .containsExactly("一覧の試し001", "一覧の試し002", "一覧の試し003", "一覧の試し004");
            staff.open("/staff/events?q=どこにもない題");
            staff.sees("条件に合うものがありません。");

            phone.signIn("staff@demo.example");
            phone.open("/staff/events");
            phone.finds_the_page_sound();
            phone.picture("staff-events-390");
        } finally {
            portal.run(
                    "set tsunagu.actor = 'system:test'; delete from event_session where event_id between -230 and -1;"
                            + " delete from event where id between -230 and -1");
        }
    }

    private static Locator shown(Visitor staff) {
        return staff.page().locator("#desk-events tbody th a");
    }
}
