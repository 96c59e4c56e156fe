package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** People register without an account, wait for a seat, and are told when an event is called off. */
class RegistrationIT {

    private final TestPortal portal = TestPortal.movable();

    @Test
    void a_guest_registers_another_waits_and_gets_the_seat() {
        String session = someday("満員になるセミナー", 1);
        String event = portal.one(
                "select e.code from event e join event_session s on s.event_id = e.id where s.id = " + session);
        String path = "/events/" + event + "/sessions/" + session + "/register";
        try (Visitor guest = Visitor.onPhone(portal);
                Visitor other = Visitor.onPhone(portal)) {
            guest.open(path);
            guest.finds_the_page_sound();
            guest.press("申し込む");
            guest.sees("お名前は1文字から", "メールアドレスの形", "同意の欄に");
            guest.finds_the_page_sound();
            guest.fill("お名前", "来客 一子");
            guest.fill("メールアドレス", "kazuko@guest.example");
            guest.page().selectOption("#role", "GUARDIAN");
            guest.page().check("#agreed");
            guest.press("申し込む");
            guest.confirm("kazuko@guest.example");
            guest.sees("来客 一子", "満員になるセミナー", "あなたのチケットです");
            guest.finds_the_page_sound();
            String ticket = guest.page()
                    .url()
                    .replaceFirst("[?].*", "")
                    .replace(portal.url("").replaceFirst("/$", ""), "");

            other.open(path);
            other.sees("キャンセル待ち");
            other.fill("お名前", "来客 二郎");
            other.fill("メールアドレス", "jiro@guest.example");
            other.page().selectOption("#role", "GENERAL");
            other.page().check("#agreed");
            other.press("キャンセル待ちに入る");
            other.confirm("jiro@guest.example");
            other.sees("キャンセル待ち 1番目です");
            other.finds_the_page_sound();

            guest.open("/mailbox?to=kazuko@guest.example");
            guest.sees("申込みを受け付けました：満員になるセミナー", "tsunagu.ics");
            assertThat(guest.text()).contains(ticket);
            guest.open(ticket);
            guest.page().click("#give-back summary");
            guest.press("はい、取り消します");
            guest.sees("取り消");
            other.page().reload();
            other.sees("席があきました");
            other.finds_the_page_sound();
            other.press("参加する");
            other.sees("来客 二郎", "あなたのチケットです");
            assertThat(portal.one("select taken from event_session where id = " + session))
                    .isEqualTo("1");
            assertThat(
                            portal.one(
                                    "select calendar from mail_outbox where recipient_key = testing.mark('kazuko@guest.example') and subject like '%取り消し%'"))
                    .contains("STATUS:CANCELLED", "METHOD:CANCEL");
        }
    }

    /** Too large for what is left, a role that is full, a free seat for which a group waits: each is said, and the line can be had. */
    @Test
    void whoever_finds_no_seat_learns_why_and_can_wait() {
        String session = someday("三つの待ち方のある講座", 5);
        String path = register(session);
        try (Visitor guest = Visitor.onPhone(portal)) {
            for (int i = 0; i < 2; i++) {
                guest.open(path);
                fill(guest, "先の 人", "before" + i + "@guest.example", "GENERAL");
                guest.press("申し込む");
                guest.sees("メールを送りました");
            }
            guest.open(path);
            fill(guest, "多い 一子", "large1@guest.example", "TEACHER");
            guest.page().click("summary:has-text('いっしょに来る人')");
            guest.page().fill("#companions", "5");
            guest.page().selectOption("#companionRole", "PUPIL");
            guest.press("申し込む");
            guest.sees("この日程の定員は5席です");
            assertThat(guest.page().locator("button:text-is('キャンセル待ちに入る')").count())
                    .as("they would wait for ever")
                    .isZero();
            guest.page().fill("#companions", "4");
            guest.press("申し込む");
            guest.sees("残り3席に対して5人です", "キャンセル待ちに入ると");
            guest.finds_the_page_sound();
            guest.picture("register-too-many");
            guest.press("キャンセル待ちに入る");
            guest.confirm("large1@guest.example");
            guest.sees("キャンセル待ち 1番目です");

            guest.open(path);
            guest.sees("席はあいていますが、先に1組がキャンセル待ちをしています");
            assertThat(guest.page().locator("button:text-is('申し込む')").count())
                    .as("what is offered, works")
                    .isZero();
            guest.finds_the_page_sound();
            guest.picture("register-queue");
            fill(guest, "後から 二子", "large2@guest.example", "GENERAL");
            guest.press("キャンセル待ちに入る");
            guest.confirm("large2@guest.example");
            guest.sees("キャンセル待ち 2番目です");

            String limited = someday("区分が満席の講座", 9);
            portal.run("set tsunagu.actor = 'test'; insert into session_limit values (" + limited + ", 'PUPIL', 1)");
            guest.open(register(limited));
            guest.sees("小学生：残り1席");
            fill(guest, "先の 小学生", "pupil1@guest.example", "PUPIL");
            guest.press("申し込む");
            guest.sees("メールを送りました");
            guest.open(register(limited));
            guest.sees("小学生：満席");
            fill(guest, "区分 三子", "large3@guest.example", "PUPIL");
            guest.press("申し込む");
            guest.sees("小学生は満席です");
            guest.press("キャンセル待ちに入る");
            guest.confirm("large3@guest.example");
            guest.sees("キャンセル待ち 1番目です");
            // Whoever wants a seat that can be had still gets it by the other button.
            guest.open(register(limited));
            fill(guest, "別の 四子", "large4@guest.example", "GENERAL");
            guest.press("申し込む");
            guest.confirm("large4@guest.example");
            guest.sees("あなたのチケットです");
        }
    }

    /** The last seat goes while somebody fills in the form: the page says so with the numbers of now, and the line works at once. */
    @Test
    void who_loses_the_last_seat_is_not_left_with_a_button_that_does_nothing() {
        String session = someday("取り合いのある講座", 1);
        try (Visitor slow = Visitor.onPhone(portal);
                Visitor quick = Visitor.onPhone(portal)) {
            slow.open(register(session));
            slow.sees("残り1席");
            quick.open(register(session));
            fill(quick, "速い 一子", "quick@guest.example", "GENERAL");
            quick.press("申し込む");
            quick.sees("メールを送りました");
            fill(slow, "遅い 二子", "slow@guest.example", "GENERAL");
            slow.press("申し込む");
            slow.sees("満席のため、申し込めませんでした");
            assertThat(slow.text()).doesNotContain("残り1席");
            slow.press("キャンセル待ちに入る");
            slow.confirm("slow@guest.example");
            slow.sees("キャンセル待ち 1番目です");
        }
    }

    /** An hour before the beginning: the pages of whoever waits, of a newcomer and of staff say what holds now. */
    @Test
    void near_the_beginning_the_pages_say_how_the_line_is_served() {
        String session = someday("もうすぐ始まる講座", 1);
        try (Visitor seated = Visitor.onPhone(portal);
                Visitor waits = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            seated.open(register(session));
            fill(seated, "席の ある人", "near1@guest.example", "GENERAL");
            seated.press("申し込む");
            seated.confirm("near1@guest.example");
            waits.open(register(session));
            fill(waits, "先頭 の人", "near2@guest.example", "GENERAL");
            waits.press("キャンセル待ちに入る");
            waits.confirm("near2@guest.example");
            waits.sees("キャンセル待ち 1番目です。席があいたらメールで", "開始の1時間前まで");
            String ticket = waits.page().url();
            portal.clock(java.time.Instant.parse(
                    portal.one("select to_char((starts_at - interval '70 minutes') at time zone 'UTC',"
                            + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from event_session where id = " + session)));
            seated.page().reload();
            seated.page().click("#give-back summary");
            seated.press("はい、取り消します");
            waits.page().navigate(ticket);
            waits.sees("キャンセル待ち 1番目です。開始が近いため", "会場の受付で、キャンセル待ちの順に");
            waits.finds_the_page_sound();
            waits.open(register(session));
            waits.sees("先に1組がキャンセル待ちをしています", "会場の受付で順番にお呼びします");
            staff.signIn("staff@demo.example");
            staff.open("/staff/sessions/" + session + "/registrations");
            staff.sees("残り1席", "開始が近いため", "先頭：先頭 の人 さん（1人）");
            staff.finds_the_page_sound();
            staff.picture("roster-near-1280");
            staff.follow("先頭：先頭 の人 さん（1人）");
            staff.press("席を用意する");
            staff.sees("席を用意し、知らせを送信箱に入れました");
            waits.page().navigate(ticket);
            waits.sees("あなたのチケットです");
        } finally {
            portal.clock(null);
        }
    }

    /** Others than the audience: told that they are not counted or, where the organiser says so, asked to come with somebody of it. */
    @Test
    void the_form_says_who_is_counted_and_who_may_come() {
        String session = someday("対象のある講座", 5);
        String event = register(session).replaceFirst("^/events/([^/]+)/.*$", "$1");
        try (Visitor guest = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            guest.open(register(session));
            guest.sees("対象: 一般", "対象でない方も申し込めますが、参加者数の実績には数えません");
            guest.finds_the_page_sound();
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/" + event + "/rules");
            staff.page().check("#audienceOnly");
            staff.finds_the_page_sound();
            staff.press("この受け方にする");
            staff.sees("申込みの受け方を変えました");
            guest.page().reload();
            guest.sees("対象の方と、対象の方といっしょに来る方が申し込めます");
            fill(guest, "対象 でない", "outsider@guest.example", "TEACHER");
            guest.press("申し込む");
            guest.sees("教職員の方は、この日程の対象ではありません");
            guest.finds_the_page_sound();
            guest.picture("register-not-audience");
            guest.page().locator("details:has(#companions)").evaluate("each => { each.open = true; }");
            guest.page().fill("#companions", "1");
            guest.page().selectOption("#companionRole", "GENERAL");
            guest.press("申し込む");
            guest.confirm("outsider@guest.example");
            guest.sees("あなたのチケットです");
        }
    }

    private String register(String session) {
        return "/events/"
                + portal.one(
                        "select e.code from event e join event_session s on s.event_id = e.id where s.id = " + session)
                + "/sessions/" + session + "/register";
    }

    private static void fill(Visitor guest, String name, String email, String role) {
        guest.fill("お名前", name);
        guest.fill("メールアドレス", email);
        guest.page().selectOption("#role", role);
        guest.page().check("#agreed");
    }

    /** A family shares an address: nobody learns anything on the page, and the letter says whose ticket there is and what to do. */
    @Test
    void a_second_person_of_an_address_is_told_in_the_letter() {
        String session = someday("家族で来る見学会", 10);
        String event = portal.one(
                "select e.code from event e join event_session s on s.event_id = e.id where s.id = " + session);
        try (Visitor guest = Visitor.onPhone(portal)) {
            for (String name : List.of("家族 一子", "家族 二郎")) {
                guest.open("/events/" + event + "/sessions/" + session + "/register");
                fill(guest, name, "kazoku@guest.example", "GENERAL");
                guest.press("申し込む");
            }
            assertThat(portal.one("select count(*) from registration where session_id = " + session))
                    .isEqualTo("1");
            assertThat(
                            portal.one(
                                    "select body from mail_outbox where recipient_key = testing.mark('kazoku@guest.example') and subject like '%あなたのチケット%'"))
                    .contains("家族 一子 さんがすでに申し込まれています", "「いっしょに来る人」の人数を足してください")
                    .doesNotContain("家族 二郎");
        }
    }

    @Test
    void an_event_is_called_off_and_everybody_is_told() {
        String session = someday("中止になる見学会", 10);
        String event = portal.one(
                "select e.code from event e join event_session s on s.event_id = e.id where s.id = " + session);
        try (Visitor guest = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            guest.open("/events/" + event + "/sessions/" + session + "/register");
            guest.fill("お名前", "中止 三子");
            guest.fill("メールアドレス", "miko@guest.example");
            guest.page().selectOption("#role", "GENERAL");
            guest.page().check("#agreed");
            guest.press("申し込む");
            guest.confirm("miko@guest.example");
            String ticket = guest.page().url();
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/" + event);
            staff.page().click("summary:has-text('イベントを中止する')");
            staff.press("中止して全員に知らせる");
            staff.sees("中止の理由を500字以内で");
            staff.page().locator("details:has(#cancelWhy)").evaluate("each => { each.open = true; }");
            staff.page().fill("#cancelWhy", "大雪の見込みのため");
            staff.press("中止して全員に知らせる");
            staff.sees("イベントを中止し");
            staff.finds_the_page_sound();
            guest.open("/mailbox?to=miko@guest.example");
            guest.sees("中止のお知らせ：中止になる見学会", "大雪の見込みのため");
            assertThat(
                            portal.one(
                                    "select calendar from mail_outbox where recipient_key = testing.mark('miko@guest.example') and subject like '%中止のお知らせ%'"))
                    .contains("STATUS:CANCELLED", "METHOD:CANCEL", "SEQUENCE:2");
            guest.open("/events/" + event);
            guest.sees("中止");
            guest.page().navigate(ticket);
            guest.sees("この日程は中止になりました", "大雪の見込みのため");
            assertThat(guest.page().locator(".ticket-code").count())
                    .as("no door opens for it")
                    .isZero();
            guest.open("/events/" + event + "/sessions/" + session + "/register");
            guest.sees("この日程は中止になりました", "大雪の見込みのため");
        }
    }

    /** One of two sessions is called off: its people are told why, the other one's are not; a draft can be had back and thrown away. */
    @Test
    void one_session_is_called_off_and_a_draft_is_thrown_away() {
        String session = someday("一部が中止になる講座", 10);
        String event = portal.one(
                "select e.code from event e join event_session s on s.event_id = e.id where s.id = " + session);
        portal.run(
                "set tsunagu.actor = 'test'; insert into event_session (id, event_id, number, known_to, held_on, starts_at, ends_at, fiscal_year,"
                        + " outcome, version) select nextval('tsunagu_seq'), event_id, 2, known_to, held_on, starts_at + interval '3 hours',"
                        + " ends_at + interval '3 hours', fiscal_year, 'PLANNED', 1 from event_session where id = "
                        + session);
        String other = portal.one(
                "select id from event_session where number = 2 and event_id = (select event_id from event_session where id = "
                        + session + ")");
        try (Visitor guest = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/" + event);
            staff.press("下書きに戻す");
            staff.sees("下書きに戻しました");
            assertThat(guest.page()
                            .request()
                            .get(portal.url("/events/" + event))
                            .status())
                    .isEqualTo(404);
            staff.press("公開する");
            staff.sees("公開しました");
            for (String each : List.of(session, other)) {
                guest.open("/events/" + event + "/sessions/" + each + "/register");
                guest.fill("お名前", "一部 五子");
                guest.fill("メールアドレス", "part" + each + "@guest.example");
                guest.page().selectOption("#role", "GENERAL");
                guest.page().check("#agreed");
                guest.press("申し込む");
                guest.confirm("part" + each + "@guest.example");
            }
            String ticket = guest.page().url();
            staff.open("/staff/events/" + event);
            staff.page().locator("summary:has-text('この日程だけを中止する')").nth(1).click();
            staff.page().fill("#why-" + other, "講師が来られなくなったため");
            staff.page().locator("button:has-text('中止して知らせる')").nth(1).click();
            staff.sees("この日程を中止し、1席の申込みに知らせを送信箱に入れました");
            staff.finds_the_page_sound();
            assertThat(portal.list("select recipient from mail_outbox where subject like '%中止のお知らせ：一部が中止%'"))
                    .containsExactly("part" + other + "@guest.example");
            guest.page().navigate(ticket);
            guest.sees("この日程は中止になりました", "講師が来られなくなったため");
            guest.open("/events/" + event);
            guest.sees("講師が来られなくなったため", "この日程に申し込む");
            guest.finds_the_page_sound();
            staff.press("来年の分として複製する");
            staff.open(staff.page().url().replaceFirst("^.*(/staff/events/[^/]+)/edit.*$", "$1"));
            staff.press("下書きを捨てる");
            staff.sees("下書きを捨てました");
        }
    }

    /** A course, as somebody meets it: asked for once, one ticket that names every day and its stops, on the list of each day. */
    @Test
    void a_course_is_asked_for_once() {
        String event = portal.one("select code from event where course and state = 'PUBLISHED' order by id limit 1");
        String second = portal.one(
                "select s.id from event_session s join event e on e.id = s.event_id where s.number = 2 and e.code = '"
                        + event + "'");
        portal.run(
                "set tsunagu.actor = 'test'; update event_session set itinerary = '駅前に集合\n工場の見学' where id = " + second);
        try (Visitor guest = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            guest.open("/events/" + event);
            guest.sees("全3回の講座です", "工場の見学");
            guest.finds_the_page_sound();
            guest.follow("全部の回に申し込む");
            guest.sees("全部の回の席をお取りします", "工場の見学");
            guest.fill("お名前", "通し 歩子");
            guest.fill("メールアドレス", "tooshi@guest.example");
            guest.page().selectOption("#role", "GENERAL");
            guest.page().check("#agreed");
            guest.press("申し込む");
            guest.confirm("tooshi@guest.example");
            guest.sees("このチケット1つで、どの回の受付も通れます", "第1回", "第2回", "第3回", "駅前に集合");
            guest.finds_the_page_sound();
            guest.picture("course-ticket");
            staff.signIn("staff@demo.example");
            staff.open("/staff/sessions/" + second + "/registrations");
            staff.sees("通し 歩子");
            staff.open("/staff/events/" + event + "/edit");
            assertThat(staff.page().content()).contains("受付の決め方と期間は1つ目の日程のものを使います");
            assertThat(staff.page().locator("input[aria-label^='受付終了']").count())
                    .as("the first day's only, day and hour")
                    .isEqualTo(2);
            staff.finds_the_page_sound();
        }
    }

    /** Of 100 kanji (30 of them outside of the basic plane, two halves each) and of 50 Latin letters: in smaller type, beside the code. */
    @Test
    void a_long_name_fits_on_ticket_and_badge() throws Exception {
        String session = someday("長い名前の見学会", 40);
        String event = portal.one(
                "select e.code from event e join event_session s on s.event_id = e.id where s.id = " + session);
        Map<String, String> names = Map.of(
                "kanji",
                "鷲".repeat(70) + "𠮷".repeat(30),
                "latin",
                "Wolfeschlegelsteinhausenbergerdorff".repeat(2).substring(0, 50));
        for (String each : names.keySet()) {
            try (Visitor guest = Visitor.onPhone(portal)) {
                guest.open("/events/" + event + "/sessions/" + session + "/register");
                guest.fill("お名前", names.get(each));
                guest.fill("メールアドレス", "long-" + each + "@guest.example");
                guest.page().selectOption("#role", "GENERAL");
                guest.page().check("#agreed");
                guest.press("申し込む");
                guest.confirm("long-" + each + "@guest.example");
                guest.sees(names.get(each));
                assertThat(
                                (Boolean)
                                        guest.page()
                                                .evaluate(
                                                        "() => { const card = document.querySelector('.ticket').getBoundingClientRect();"
                                                                + " const code = document.querySelector('.ticket-code img').getBoundingClientRect();"
                                                                + " return code.left >= card.left && code.right <= card.right && document.documentElement.scrollWidth <= innerWidth; }"))
                        .isTrue();
            }
        }
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            // That nothing sticks out of a badge is EventPapersTest's.
            String badges = Pdf.text(staff, portal.url("/staff/sessions/" + session + "/badges.pdf"));
            assertThat(badges.replaceAll("\\s", "")).contains(names.get("kanji"), names.get("latin"));
        }
    }

    /** A class on the paper list: who is named is printed, and fewer than were announced are entered as so many. */
    @Test
    void a_class_comes_by_the_list_on_paper() throws Exception {
        String session = someday("学級の見学会", 40);
        String event = portal.one(
                "select e.code from event e join event_session s on s.event_id = e.id where s.id = " + session);
        try (Visitor teacher = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            teacher.open("/events/" + event + "/sessions/" + session + "/register");
            teacher.fill("お名前", "先生 六子");
            teacher.fill("メールアドレス", "rokuko@guest.example");
            teacher.page().selectOption("#role", "TEACHER");
            teacher.page().click("summary:has-text('いっしょに来る人')");
            teacher.page().fill("#companions", "三人");
            teacher.press("申し込む");
            teacher.sees("整数を数字だけで入力してください", "同意の欄に印を付けてください");
            teacher.finds_the_page_sound();
            teacher.page().fill("#companions", "３");
            teacher.page().selectOption("#companionRole", "PUPIL");
            teacher.page().fill("#names", "児童 一\n児童 二");
            teacher.page().check("#agreed");
            teacher.press("申し込む");
            teacher.confirm("rokuko@guest.example");
            teacher.sees("小学生 3名");
            staff.signIn("staff@demo.example");
            assertThat(Pdf.text(staff, portal.url("/staff/sessions/" + session + "/badges.pdf")))
                    .as("the teacher, two by name, one to write on")
                    .contains("先生 六子", "児童 一", "児童 二")
                    .matches("(?s)(.*小学生){3}.*");
            assertThat(Pdf.text(staff, portal.url("/staff/sessions/" + session + "/paper.pdf")))
                    .contains("先生 六子", "小学生 3名", "備考・署名");
            staff.open("/staff/sessions/" + session + "/paper");
            staff.sees("先生 六子", "児童 一", "小学生 3名");
            staff.finds_the_page_sound();
            staff.page().check("tr:has-text('先生 六子') input[type=checkbox]");
            staff.page().fill("tr:has-text('先生 六子') input[type=text]", "2");
            staff.press("印を付けた人を出席にする");
            staff.sees("まだ開催日になっていません");
            portal.clock(java.time.Instant.parse(
                    portal.one("select to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                            + " from event_session where id = " + session)));
            staff.open("/staff/sessions/" + session + "/paper");
            staff.page().check("tr:has-text('先生 六子') input[type=checkbox]");
            staff.page().fill("tr:has-text('先生 六子') input[type=text]", "2");
            staff.press("印を付けた人を出席にする");
            staff.sees("紙の名簿から出席を入力しました", "来場は2名");
            assertThat(portal.one("select companion_kinds from attendance where session_id = " + session))
                    .isEqualTo("PUPIL:2");
            staff.open("/staff/sessions/" + session + "/registrations");
            staff.sees("来場は2名");
            assertThat(staff.page()
                            .request()
                            .get(portal.url("/staff/sessions/" + session + "/registrations.csv?why=test"))
                            .text())
                    .contains("小学生");
        } finally {
            portal.clock(null);
        }
    }

    /** A class with its second teacher and a guardian, from the form to the report: every paper says how many there are of each kind. */
    @Test
    void a_class_comes_with_several_kinds_of_people() throws Exception {
        String session = someday("学級のツアー", 40);
        String event = portal.one(
                "select e.code from event e join event_session s on s.event_id = e.id where s.id = " + session);
        String of = " from registration where session_id = " + session;
        try (Visitor teacher = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            teacher.open("/events/" + event + "/sessions/" + session + "/register");
            teacher.fill("お名前", "引率 七子");
            teacher.fill("メールアドレス", "nanako@guest.example");
            teacher.page().selectOption("#role", "TEACHER");
            teacher.page().check("#agreed");
            teacher.page().click("summary:has-text('いっしょに来る人')");
            teacher.page().fill("#companions", "28");
            teacher.page().selectOption("#companionRole", "JUNIOR_HIGH_STUDENT");
            teacher.page().selectOption("#companionRole-2", "TEACHER");
            teacher.page().fill("#companions-3", "1");
            teacher.page().click("summary:has-text('学級・団体を引率する方')");
            teacher.page().fill("#className", "2年3組");
            teacher.press("申し込む");
            teacher.sees(
                    "何人来るか、人数を入れてください", "いっしょに来る人たちの区分を選んでください", "学校・団体の名前を、100字までで入れてください", "当日の連絡先の電話番号を入れてください");
            teacher.finds_the_page_sound();
            teacher.page().fill("#companions-2", "1");
            teacher.page().selectOption("#companionRole-3", "GUARDIAN");
            teacher.page().fill("#school", "山河中学校");
            teacher.page().fill("#telephone", "12");
            teacher.press("申し込む");
            teacher.sees("電話番号を、市外局番から数字で入れてください");
            assertThat(teacher.page().inputValue("#companions"))
                    .as("nothing typed is lost")
                    .isEqualTo("28");
            teacher.page().fill("#telephone", "０９０－００００－０００１");
            teacher.press("申し込む");
            teacher.confirm("nanako@guest.example");
            teacher.sees("中学生 28名、保護者 1名、教職員 1名", "31名（申し込んだ方を含む）", "山河中学校 2年3組", "090-0000-0001");
            teacher.finds_the_page_sound();
            assertThat(portal.one("select companions || ' ' || companion_kinds" + of))
                    .isEqualTo("30 JUNIOR_HIGH_STUDENT:28 GUARDIAN:1 TEACHER:1");
            assertThat(portal.one("select taken from event_session where id = " + session))
                    .isEqualTo("31");
            assertThat(
                            portal.one(
                                    "select body from mail_outbox where recipient_key = testing.mark('nanako@guest.example') and subject like '%受け付けました%'"))
                    .contains("人数：31人（申し込んだ方1人と、いっしょに来る 中学生 28名、保護者 1名、教職員 1名）", "学級・団体：山河中学校 2年3組")
                    .as("a letter is kept longer than the telephone")
                    .doesNotContain("090-0000-0001");
            // Neither the class nor its telephone is in the trail, which is never deleted.
            assertThat(
                            portal.one(
                                    "select count(*) from audit_entry where after::text like '%山河中学校%' or after::text like '%090-0000-0001%'"))
                    .isEqualTo("0");
            staff.signIn("staff@demo.example");
            staff.open("/staff/sessions/" + session + "/registrations");
            staff.sees("中学生 28名、保護者 1名、教職員 1名", "山河中学校 2年3組", "090-0000-0001");
            staff.finds_the_page_sound();
            assertThat(staff.page()
                            .request()
                            .get(portal.url("/staff/sessions/" + session + "/registrations.csv?why=test"))
                            .text())
                    .contains("中学生 28名、保護者 1名、教職員 1名,山河中学校,2年3組,090-0000-0001");
            staff.follow("送った手紙を見る（だれに、いつ）");
            staff.sees("nanako@guest.example", "学級のツアー");
            staff.open("/staff/sessions/" + session + "/registrations/" + portal.one("select short_code" + of));
            staff.sees("山河中学校 2年3組", "090-0000-0001");
            portal.clock(java.time.Instant.parse(
                    portal.one("select to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                            + " from event_session where id = " + session)));
            staff.open("/staff/sessions/" + session + "/paper");
            staff.sees("山河中学校 2年3組", "来た中学生", "来た保護者");
            staff.finds_the_page_sound();
            staff.page().check("tr:has-text('引率 七子') input[type=checkbox]");
            staff.page().fill("[id$='-JUNIOR_HIGH_STUDENT']", "26");
            staff.page().fill("[id$='-GUARDIAN']", "0");
            staff.press("印を付けた人を出席にする");
            staff.sees("来場は27名", "中学生 26名、教職員 1名");
            assertThat(portal.one("select companion_kinds from attendance where session_id = " + session))
                    .isEqualTo("JUNIOR_HIGH_STUDENT:26 TEACHER:1");
            staff.open("/staff/events/" + event + "/report");
            staff.sees("中学生", "26", "教職員", "2");
            staff.finds_the_page_sound();
            for (String form : List.of("xlsx", "csv", "pdf")) {
                assertThat(staff.page()
                                .request()
                                .get(portal.url("/staff/events/" + event + "/report." + form))
                                .headers()
                                .get("content-disposition"))
                        .as("named after event and day")
                        .contains(URLEncoder.encode("学級のツアー", StandardCharsets.UTF_8))
                        .contains(portal.one("select held_on from event_session where id = " + session))
                        .endsWith("." + form);
            }
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(staff.page()
                    .request()
                    .get(portal.url("/staff/sessions/" + session + "/registrations.xlsx?why=test"))
                    .body()))) {
                assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                        .as("受付番号")
                        .isEqualTo(portal.one("select substr(short_code, 1, 4) || '-' || substr(short_code, 5)" + of));
                assertThat(book.getSheetAt(0).getRow(1).getCell(5).getNumericCellValue())
                        .as("who comes along, as a number")
                        .isEqualTo(30);
            }
        } finally {
            portal.clock(null);
        }
    }

    /** 訪問カード: a visit counts; who it was the company learns from the visitor only, and only as long as they want. */
    @Test
    void a_company_sees_only_visitors_who_want_to_be_seen() {
        String session = someday("出展のある就職フェア", 10);
        String event = portal.one(
                "select e.code from event e join event_session s on s.event_id = e.id where s.id = " + session);
        portal.run(
                "set tsunagu.actor = 'test'; insert into event_exhibitor select e.id, m.company_id, 'A-1' from event e, company_member m join account a on"
                        + " a.id = m.account_id where e.code = '" + event
                        + "' and a.email_key = testing.mark('company@demo.example')");
        try (Visitor guest = Visitor.onPhone(portal);
                Visitor company = Visitor.onPhone(portal);
                Visitor stranger = Visitor.atDesk(portal)) {
            guest.open("/events/" + event + "/sessions/" + session + "/register");
            guest.fill("お名前", "訪問 四郎");
            guest.fill("メールアドレス", "shiro@guest.example");
            guest.page().selectOption("#role", "UNIVERSITY_STUDENT");
            guest.page().check("#agreed");
            guest.page().click("summary:has-text('いっしょに来る人')");
            guest.page().fill("#companions", "２");
            guest.press("申し込む");
            guest.sees("いっしょに来る人たちの区分を選んでください");
            guest.page().locator("details:has(#companions)").evaluate("each => { each.open = true; }");
            guest.page().selectOption("#companionRole", "GUARDIAN");
            guest.finds_the_page_sound();
            guest.press("申し込む");
            guest.confirm("shiro@guest.example");
            guest.sees("保護者 2名");
            assertThat(portal.one("select taken from event_session where id = " + session))
                    .isEqualTo("3");
            String code = guest.page().locator(".spoken").innerText();
            company.signIn("company@demo.example");
            company.open("/company/booths/" + event);
            company.finds_the_page_sound();
            company.fill("受付番号", code);
            company.press("訪問を記録する");
            company.sees("訪問は、イベントの当日から記録できます");
            guest.follow("訪問したブース");
            guest.sees("訪問は、イベントの当日から記録できます");
            assertThat(guest.page().locator("button:text-is('訪問を記録する')").count())
                    .as("before the day there is nothing to press")
                    .isZero();
            guest.finds_the_page_sound();
            guest.page().goBack();
            today(portal, session);
            company.open("/company/booths/" + event);
            company.fill("受付番号", "00000000");
            company.press("訪問を記録する");
            company.sees("このイベントのチケットではありません");
            company.fill("受付番号", code);
            company.press("訪問を記録する");
            company.sees("訪問を記録しました。");
            assertThat(company.text()).doesNotContain("訪問 四郎");
            company.fill("受付番号", code);
            company.press("訪問を記録する");
            company.sees("この方の訪問は記録済みです");

            guest.follow("訪問したブース");
            guest.finds_the_page_sound();
            guest.sees("名前は知らせていません");
            guest.page().locator("button:text-is('名前とメールアドレスを知らせる')").click();
            guest.sees("名前を知らせています");
            company.open("/company/booths/" + event);
            company.sees("訪問 四郎", "shiro@guest.example");
            company.finds_the_page_sound();
            portal.run("set tsunagu.actor = 'test'; update booth_visit set consented_at = null where event_id ="
                    + " (select id from event where code = '" + event + "')");
            guest.page().locator(".sure > summary:text-is('知らせるのをやめる')").click();
            guest.page().locator(".sure[open] button").click();
            guest.sees("ほかの人が先に変更しました", "名前は知らせていません");
            guest.page().locator("button:text-is('名前とメールアドレスを知らせる')").click();
            guest.sees("名前を知らせています");
            guest.page().locator(".sure > summary:text-is('知らせるのをやめる')").click();
            guest.page().locator(".sure[open] button").click();
            guest.sees("名前は知らせていません");
            company.open("/company/booths/" + event);
            assertThat(company.text()).doesNotContain("訪問 四郎");
            assertThat(portal.one(
                            "select count(*) from booth_visit v join event e on e.id = v.event_id where e.code = '"
                                    + event + "'"))
                    .isEqualTo("1");
            stranger.signIn("newcompany@demo.example");
            assertThat(stranger.page()
                            .request()
                            .get(portal.url("/company/booths/" + event))
                            .status())
                    .isEqualTo(404);
        }
    }

    /** In ten days, at ten in the morning. */
    /** Its day has come. */
    static void today(TestPortal portal, String session) {
        portal.run(
                "set tsunagu.actor = 'test'; update event_session set held_on = d, starts_at = d::timestamp at time zone 'Asia/Tokyo',"
                        + " ends_at = (d + time '23:59:59') at time zone 'Asia/Tokyo', fiscal_year = extract(year from d - interval '3 months')::int"
                        + " from (select cast(now() at time zone 'Asia/Tokyo' as date) as d) x where id = " + session);
    }

    private String someday(String title, int seats) {
        return someday(portal, title, seats);
    }

    /** A public session in ten days. */
    static String someday(TestPortal portal, String title, int seats) {
        portal.run("set tsunagu.actor = 'test';"
                + " insert into event (id, code, type, title, state, published_at, area, version)"
                + " values (nextval('tsunagu_seq'), 'r' || currval('tsunagu_seq'), 'SEMINAR', '" + title
                + "', 'PUBLISHED', now(), 'ICHINOSEKI', 1);"
                + " insert into event_session (id, event_id, number, known_to, held_on, starts_at, ends_at, fiscal_year, outcome, capacity, version)"
                + " select nextval('tsunagu_seq'), e.id, 1, 'TIME', d, (d + time '10:00') at time zone 'Asia/Tokyo', (d + time '12:00') at time zone 'Asia/Tokyo',"
                + " extract(year from d - interval '3 months')::int, 'PLANNED', " + seats + ", 1"
                + " from event e, (select cast(now() at time zone 'Asia/Tokyo' as date) + 10 as d) x where e.title = '"
                + title + "';"
                + " insert into session_counted_role select s.id, 'GENERAL' from event_session s join event e on e.id = s.event_id where e.title = '"
                + title + "';");
        return portal.one(
                "select s.id from event_session s join event e on e.id = s.event_id where e.title = '" + title + "'");
    }
}
