package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** Staff take a registration on the telephone and work with it on its own page. */
class RegistrationDeskIT {

    private final TestPortal portal = TestPortal.shared();

    @Test
    void a_registration_by_telephone_is_entered_changed_moved_and_cancelled() {
        String session = RegistrationIT.someday(portal, "電話で申し込む講座", 2);
        String other = second(session, "午後の部", 3);
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/sessions/" + session + "/registrations");
            staff.follow("申込みを加える");
            staff.finds_the_page_sound();
            staff.press("登録する");
            staff.sees("どこで受けた申込みかを選んでください", "お名前は1文字から", "どなたとして参加するかを選んでください");
            staff.finds_the_page_sound();
            staff.page().selectOption("#channel", "TELEPHONE");
            staff.fill("お名前", "電話 一子");
            staff.page().selectOption("#role", "GENERAL");
            staff.fill("メモ", "0191-00-0000");
            staff.press("登録する");
            staff.sees("申込みを登録しました", "電話 一子", "（電話で受付）", "0191-00-0000");
            staff.finds_the_page_sound();
            staff.picture("desk-1280");
            String page = staff.page().url().replaceFirst("[?].*", "").replace(portal.url(""), "/");

            staff.page().click("summary:has-text('申込みの内容を変える')");
            staff.page().selectOption("#role", "TEACHER");
            staff.page().click("summary:has-text('いっしょに来る人')");
            staff.page().fill("#companions", "2");
            staff.page().selectOption("#companionRole", "PUPIL");
            staff.press("変更する");
            staff.sees("残り1席に対して、あと2人です");
            staff.finds_the_page_sound();
            staff.page().fill("#beyondWhy-change", "学校からの依頼のため");
            staff.press("変更する");
            staff.sees("申込みの内容を変更しました", "定員外の席", "学校からの依頼のため", "教職員", "小学生 2名", "一般 → 教職員");
            assertThat(portal.one("select taken || ' ' || beyond from event_session where id = " + session))
                    .isEqualTo("3 1");

            staff.page().fill("#tags-tag", "引率、要連絡");
            staff.press("タグを変える");
            staff.sees("タグを変えました", "引率", "要連絡");
            staff.page().fill("#note-note", "折り返し電話する");
            staff.press("メモを残す");
            staff.sees("メモを残しました", "折り返し電話する");
            staff.page().setViewportSize(390, 844);
            staff.page().reload();
            staff.finds_the_page_sound();
            staff.picture("desk-390");
            staff.page().setViewportSize(1280, 900);

            staff.open("/staff/sessions/" + session + "/registrations?q=要連絡");
            staff.sees("電話 一子", "定員外の席");
            staff.finds_the_page_sound();
            staff.picture("desk-roster-1280");
            staff.open(page);
            staff.page().click("summary:has-text('別の日程に移す')");
            staff.press("移して知らせる");
            staff.sees("移す先の日程を選んでください");
            staff.page().selectOption("#target-move", other);
            staff.press("移して知らせる");
            staff.sees("別の日程に移し、知らせを送信箱に入れました", "電話 一子");
            assertThat(portal.one(
                            "select string_agg(taken || ' ' || beyond, ', ' order by number) from event_session where id in ("
                                    + session + ", " + other + ")"))
                    .isEqualTo("0 0, 3 0");
            staff.follow("電話 一子");
            staff.page().click("summary:has-text('申込みを取り消す')");
            staff.press("取り消して知らせる");
            staff.sees("申込みを取り消しました", "取消し", "申込み → 取消し");
            staff.finds_the_page_sound();
            assertThat(portal.one("select taken from event_session where id = " + other))
                    .isEqualTo("0");
        }
    }

    /** From the line to a seat by hand; and several people to the other session, all or none. */
    @Test
    void somebody_is_promoted_and_several_are_moved_together() {
        String session = RegistrationIT.someday(portal, "繰り上げる講座", 3);
        String other = second(session, "翌週の部", 2);
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            for (int i = 1; i <= 4; i++) {
                staff.open("/staff/sessions/" + session + "/registrations/new");
                staff.page().selectOption("#channel", "COUNTER");
                staff.fill("お名前", "窓口 " + i + "子");
                staff.fill("メールアドレス", "desk" + i + "@guest.example");
                staff.page().selectOption("#role", "GENERAL");
                staff.page().check("#line");
                staff.press("登録する");
                staff.sees("申込みを登録しました");
            }
            staff.sees("待ち 1番目", "席を用意する（繰上げ）");
            staff.finds_the_page_sound();
            staff.press("席を用意する");
            staff.sees("満席のため");
            staff.page().fill("#beyondWhy-promote", "補助いすを出す");
            staff.press("席を用意する");
            staff.sees("席を用意し、知らせを送信箱に入れました", "補助いすを出す");
            staff.press("チケットをもう一度送る");
            staff.sees("もう一度送りました");
            assertThat(
                            portal.one(
                                    "select string_agg(distinct subject, ' ') from mail_outbox where recipient_key = testing.mark('desk4@guest.example')"))
                    .contains("キャンセル待ちに入りました", "席を用意しました", "あなたのチケット");

            staff.open("/staff/sessions/" + session + "/registrations");
            for (int i = 1; i <= 3; i++) {
                staff.page().check("input[aria-label='窓口 " + i + "子 を選ぶ']");
            }
            staff.page().click("summary:has-text('選んだ人を別の日程に移す')");
            staff.page().selectOption("#target-move", other);
            staff.press("移して知らせる");
            staff.sees("この日程の定員は2席です");
            assertThat(portal.one("select taken from event_session where id = " + other))
                    .isEqualTo("0");
            assertThat(staff.page().isChecked("input[aria-label='窓口 3子 を選ぶ']"))
                    .as("what was ticked stays")
                    .isTrue();
            staff.finds_the_page_sound();
            staff.page().uncheck("input[aria-label='窓口 3子 を選ぶ']");
            staff.press("移して知らせる");
            staff.sees("別の日程に移し");
            assertThat(portal.one(
                            "select string_agg(taken || ' ' || beyond, ', ' order by number) from event_session where id in ("
                                    + session + ", " + other + ")"))
                    .isEqualTo("2 0, 2 0");
            assertThat(portal.one("select count(*) from mail_outbox where subject like '%別の日程に移しました：繰り上げる講座%'"))
                    .isEqualTo("2");
        }
    }

    /** Another session of the same event, three hours later. */
    private String second(String session, String title, int seats) {
        portal.run(
                "set tsunagu.actor = 'test'; insert into event_session (id, event_id, number, title, known_to, held_on, starts_at, ends_at,"
                        + " fiscal_year, outcome, capacity, version) select nextval('tsunagu_seq'), event_id, 2, '"
                        + title + "', known_to, held_on,"
                        + " starts_at + interval '3 hours', ends_at + interval '3 hours', fiscal_year, 'PLANNED', "
                        + seats
                        + ", 1 from event_session where id = " + session);
        return portal.one("select id from event_session where title = '" + title
                + "' and event_id = (select event_id from event_session" + " where id = " + session + ")");
    }
}
