package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** Seats that are given otherwise than first come, first served; what is asked; what is printed; who was there by a list. */
class IntakeIT {

    private final TestPortal portal = TestPortal.movable();

    @AfterEach
    void the_clock_goes_on() {
        portal.clock(null);
    }

    /** Staff make it a lottery in the form; four ask for two seats; anybody can do the draw again. */
    @Test
    void a_lottery_that_everybody_can_do_again() throws Exception {
        String session = RegistrationIT.someday(portal, "抽選の見学会", 2);
        String event = event(session);
        Instant start = Instant.parse(
                portal.one("select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from"
                        + " event_session where id = " + session));
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/" + event + "/edit");
            staff.page().click("summary:has-text('受付の期間')");
            staff.page()
                    .getByLabel("抽選", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                    .check();
            staff.press("変更を保存する");
            staff.sees("抽選にするときは、受付終了の日を入れてください");
            staff.finds_the_page_sound();
            staff.page()
                    .locator("#sessions-0-closes input[type=date]")
                    .fill(start.minusSeconds(3 * 86400).toString().substring(0, 10));
            staff.page().locator("#sessions-0-closes input[type=time]").fill("17:00");
            staff.press("変更を保存する");
            staff.sees("抽選の見学会");
            List<String> tickets = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                tickets.add(
                        guest(event, session, "抽選 " + i + "子", "lot" + i + "@guest.example", "抽選番号は " + i + " 番です"));
            }
            String lottery = "/events/" + event + "/sessions/" + session + "/lottery";
            staff.open(lottery);
            staff.finds_the_page_sound();
            String commitment = staff.page().locator("code").first().innerText();
            assertThat(staff.page().locator("code").count())
                    .as("the secret is secret before the draw")
                    .isEqualTo(1);
            staff.open("/staff/sessions/" + session + "/registrations");
            staff.sees("結果待ち", "ここで抽選できます");
            assertThat(staff.page().locator("#draw").count()).isZero();

            portal.clock(start.minusSeconds(86400));
            staff.open("/staff/sessions/" + session + "/registrations");
            staff.finds_the_page_sound();
            staff.page().click("summary:has-text('抽選する')");
            staff.press("抽選して全員に知らせる");
            staff.sees("抽選しました", "待ち 1番目", "待ち 2番目");

            staff.open(lottery);
            staff.finds_the_page_sound();
            String seed = staff.page().locator("code").nth(1).innerText();
            assertThat(sha256(seed)).isEqualTo(commitment);
            List<Integer> order = IntStream.rangeClosed(1, 4)
                    .boxed()
                    .sorted(Comparator.comparing(lot -> sha256(seed + ":" + lot)))
                    .toList();
            assertThat(staff.page().locator("tbody td:nth-child(2)").allInnerTexts())
                    .isEqualTo(order.stream().map(String::valueOf).toList());
            for (int place = 0; place < 4; place++) {
                staff.page().navigate(tickets.get(order.get(place) - 1));
                staff.sees(place < 2 ? "受付でこの画面を見せる" : "キャンセル待ち " + (place - 1) + "番目です");
            }
            assertThat(portal.one("select taken from event_session where id = " + session))
                    .isEqualTo("2");
            assertThat(portal.list("select recipient from mail_outbox where subject like '%抽選の結果%'"))
                    .filteredOn(each -> each.matches("lot.*@guest\\.example"))
                    .hasSize(2);
            assertThat(portal.list("select recipient from mail_outbox where subject like '%当選しました%'"))
                    .filteredOn(each -> each.matches("lot.*@guest\\.example"))
                    .hasSize(2);
            assertThat(portal.one(
                            "select count(*) from audit_entry where before::text || after::text like '%" + seed + "%'"))
                    .isEqualTo("0");
        }
    }

    /** Staff move and reword questions while somebody answers: each answer stays with what it was written to, or is asked for again. */
    @Test
    void a_question_that_changed_meanwhile_takes_no_answer_of_another() {
        String session = RegistrationIT.someday(portal, "質問が変わる座談会", 5);
        String event = event(session);
        try (Visitor staff = Visitor.atDesk(portal);
                Visitor guest = Visitor.onPhone(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/" + event + "/questions");
            for (String[] question : new String[][] {{"0", "食べられないもの"}, {"1", "好きなもの"}}) {
                staff.press("質問を追加する");
                staff.page().fill("#questions-" + question[0] + "-text", question[1]);
                staff.page().selectOption("#questions-" + question[0] + "-kind", "TEXT");
            }
            staff.press("質問を保存する");
            staff.sees("質問を保存しました");
            guest.open("/events/" + event + "/sessions/" + session + "/register");
            fill(guest, "質問 変子", "changed@guest.example", "UNIVERSITY_STUDENT");
            guest.page().getByLabel("食べられないもの").fill("そば");
            guest.page().getByLabel("好きなもの").fill("もち");

            staff.page()
                    .locator("fieldset:has(#questions-1-text) button:has-text('上へ')")
                    .click();
            staff.page().fill("#questions-1-text", "飲めないもの");
            staff.press("質問を保存する");
            staff.sees("質問を保存しました");

            guest.press("申し込む");
            guest.sees("質問の文が、ページを開いたあとで変わりました");
            assertThat(guest.page().getByLabel("好きなもの").inputValue()).isEqualTo("もち");
            assertThat(guest.page().getByLabel("飲めないもの").inputValue()).isEqualTo("そば");
            guest.finds_the_page_sound();
            guest.page().getByLabel("飲めないもの").fill("牛乳");
            guest.press("申し込む");
            guest.confirm("changed@guest.example");
            assertThat(portal.one(
                            "select string_agg(q.text || '=' || a.value, ' ' order by q.number) from event_answer a join event_question q on q.id = a.question_id"
                                    + " join registration r on r.id = a.registration_id where r.session_id = "
                                    + session))
                    .isEqualTo("好きなもの=もち 飲めないもの=牛乳");
        }
    }

    /** Questions, an approval within a role's limit, the list, badges; after the session the questionnaire and the certificate. */
    @Test
    void staff_ask_decide_and_print() throws Exception {
        String session = RegistrationIT.someday(portal, "承認制の座談会", 5);
        String event = event(session);
        portal.run("set tsunagu.actor = 'test'; update event_session set intake = 'APPROVAL' where id = " + session
                + "; insert into session_limit values (" + session + ", 'UNIVERSITY_STUDENT', 1)");
        try (Visitor staff = Visitor.atDesk(portal);
                Visitor guest = Visitor.onPhone(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/" + event + "/questions");
            staff.press("質問を追加する");
            staff.press("質問を保存する");
            staff.sees("質問の文は1文字から");
            staff.finds_the_page_sound();
            staff.page().fill("#questions-0-text", "どこから来ますか");
            staff.page().fill("#questions-0-options", "市内\n市外");
            staff.page().check("fieldset:has(#questions-0-text) input[type=checkbox]");
            staff.press("質問を追加する");
            staff.page().fill("#questions-1-text", "交通手段を教えてください");
            staff.page().selectOption("#questions-1-kind", "TEXT");
            staff.page()
                    .selectOption(
                            "#questions-1-when",
                            new com.microsoft.playwright.options.SelectOption().setLabel("質問1「どこから来ますか」が「市外」のとき"));
            staff.page().check("fieldset:has(#questions-1-text) input[type=checkbox]");
            staff.press("質問を追加する");
            staff.page().fill("#questions-2-text", "よかったですか");
            staff.page().selectOption("#questions-2-moment", "AFTERWARDS");
            staff.page().fill("#questions-2-options", "よかった\nふつう");
            staff.press("質問を保存する");
            staff.sees("質問を保存しました");

            guest.open("/events/" + event + "/sessions/" + session + "/register");
            guest.sees("担当者が確認して席を決めます", "残り1席");
            fill(guest, "承認 一子", "ok1@guest.example", "UNIVERSITY_STUDENT");
            assertThat(guest.page().getByLabel("交通手段を教えてください").isVisible())
                    .as("asked of others")
                    .isFalse();
            guest.press("申し込む（結果は後日）");
            guest.sees("必ず答えていただく質問です");
            guest.page().getByLabel("市外").check();
            guest.finds_the_page_sound();
            guest.press("申し込む（結果は後日）");
            guest.sees("必ず答えていただく質問です");
            guest.page().getByLabel("交通手段を教えてください").fill("=電車");
            guest.press("申し込む（結果は後日）");
            guest.confirm("ok1@guest.example");
            guest.sees("担当者が確認して、結果をメールで");
            String ticket = guest.page().url().replaceFirst("[?].*", "");
            try (Visitor second = Visitor.onPhone(portal)) {
                second.open("/events/" + event + "/sessions/" + session + "/register");
                fill(second, "承認 二子", "ok2@guest.example", "UNIVERSITY_STUDENT");
                second.page().getByLabel("市内").check();
                second.press("申し込む（結果は後日）");
                second.confirm("ok2@guest.example");
                second.sees("担当者が確認して");
            }
            staff.open("/staff/sessions/" + session + "/registrations");
            staff.sees("=電車", "結果待ち");
            staff.finds_the_page_sound();
            staff.page()
                    .locator("tr:has-text('承認 一子') .sure > summary:has-text('席を出す')")
                    .click();
            staff.page().locator("tr:has-text('承認 一子') .sure[open] button").click();
            staff.sees("席を出し、メールで知らせました");
            staff.page()
                    .locator("tr:has-text('承認 二子') .sure > summary:has-text('席を出す')")
                    .click();
            staff.page().locator("tr:has-text('承認 二子') .sure[open] button").click();
            staff.sees("席が足りません");
            // What belongs to the row whose button was refused stays open.
            staff.page().fill("tr:has-text('承認 二子') input[type=text]", "今回は市外の方を先にします");
            staff.page()
                    .locator("tr:has-text('承認 二子') button:has-text('断って知らせる')")
                    .click();
            staff.sees("断り、メールで知らせました");
            assertThat(
                            String.join(
                                    " ",
                                    portal.letters(
                                            "recipient_key in (testing.mark('ok1@guest.example'), testing.mark('ok2@guest.example'))")))
                    .contains("参加が決まりました", "理由：今回は市外の方を先にします");
            staff.enter("#q-registrations", "承認一子");
            assertThat(staff.page().locator("#desk-registrations tbody tr").count())
                    .isEqualTo(1);
            staff.page().click("summary:has-text('お知らせを送る')");
            staff.press("送る前に確かめる");
            staff.sees("件名を60字までで", "本文を2,000字までで");
            for (int again = 0; again < 2; again++) {
                staff.open("/staff/sessions/" + session + "/registrations");
                staff.page().click("summary:has-text('お知らせを送る')");
                staff.page().fill("#subject", "会場の入口");
                staff.page().fill("#words", "{0} 南口からお入りください。");
                staff.press("送る前に確かめる");
                staff.sees("人に送る手紙", "【つなぐ】会場の入口", "{0} 南口からお入りください。");
                if (again == 0) {
                    staff.finds_the_page_sound();
                    // Other words than those that were looked at do not go.
                    staff.page().fill("#words", "北口からお入りください。");
                    staff.page().click("#letter button");
                    staff.sees("確かめたあとで", "北口からお入りください。");
                    assertThat(portal.one("select count(*) from mail_outbox where subject like '%会場の入口%'"))
                            .isEqualTo("0");
                    staff.page().fill("#words", "{0} 南口からお入りください。");
                    staff.press("送る前に確かめる");
                }
                staff.page().click("#letter button");
                staff.sees("お知らせを送信箱に入れました");
            }
            assertThat(portal.letters("subject like '%会場の入口%'"))
                    .singleElement()
                    .asString()
                    .contains("{0} 南口から");
            String csv = staff.page()
                    .request()
                    .get(portal.url("/staff/sessions/" + session + "/registrations.csv?why=test"))
                    .text();
            assertThat(csv).startsWith("\ufeff").contains("承認 一子", "ok1@guest.example", "市外", "'=電車");
            assertThat(Pdf.text(staff, portal.url("/staff/sessions/" + session + "/badges.pdf")))
                    .contains("承認 一子");
            assertThat(Pdf.text(staff, portal.url("/staff/events/" + event + "/poster-a3.pdf")))
                    .contains("主催：");
            guest.page().navigate(ticket);
            guest.sees("受付でこの画面を見せる");
            assertThat(guest.page().request().get(ticket + "/certificate.pdf").status())
                    .as("nobody was there yet")
                    .isEqualTo(404);
            assertThat(guest.page().getByText("チケットを印刷する（PDF）").getAttribute("href"))
                    .endsWith("/ticket.pdf");
            String paper = Pdf.text(guest, ticket + "/ticket.pdf");
            assertThat(paper)
                    .contains(
                            "承認制の座談会",
                            "承認 一子",
                            "受付でこの紙を見せる",
                            guest.page().locator(".spoken").innerText(),
                            ticket.substring(ticket.indexOf("/tickets/")));
            assertThat(portal.one("select to_char(starts_at at time zone 'Asia/Tokyo', 'HH24:MI') from event_session"
                            + " where id = " + session))
                    .satisfies(begins -> assertThat(paper).contains(begins));
            assertThat(Pdf.text(guest, ticket.replace("/tickets/", "/en/tickets/") + "/ticket.pdf"))
                    .contains("Show this sheet at the door", "承認 一子");
            String calendar = guest.page()
                    .request()
                    .get(portal.url("/events/" + event + "/sessions/" + session + "/calendar.ics"))
                    .text();
            assertThat(calendar)
                    .contains("BEGIN:VCALENDAR", "UID:session-" + session + "@tsunagu", "承認制の座談会")
                    .doesNotContain(ticket.substring(ticket.lastIndexOf('/') + 1));
            assertThat(calendar.split("BEGIN:VEVENT", -1)).as("this day alone").hasSize(2);
            guest.follow("申込みの内容を変える");
            guest.page().getByLabel("市内").check();
            guest.press("変更する");
            guest.sees("申込みの内容を変更しました");
            assertThat(portal.one(
                            "select string_agg(value, ',') from event_answer a join registration r on r.id = a.registration_id"
                                    + " where r.guest_email_key = testing.mark('ok1@guest.example')"))
                    .isEqualTo("市内");

            portal.clock(Instant.parse(
                    portal.one("select to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                            + " from event_session where id = " + session)));
            staff.open("/staff/sessions/" + session + "/import");
            staff.finds_the_page_sound();
            // What the portal writes out it takes back: the whole list as it is, and the list with marks.
            staff.page().fill("#text", csv);
            staff.press("読み取って確かめる");
            staff.sees("このまま記録できます。新しく記録されるのは", "申込みに記録");
            assertThat(staff.page().locator("tbody").innerText()).doesNotContain("当日参加として記録");
            assertThat(staff.page().locator(".notice.warn").allInnerTexts().toString())
                    .doesNotContain("「受付番号」", "「お名前」", "「連絡先」", "「来場」");
            staff.finds_the_page_sound();
            assertThat(csv.lines().findFirst().orElseThrow()).contains("受付番号", "来場");
            staff.page().fill("#text", "氏名\t区分\t来場\n承認一子\t\t○\n飛入 三子\t一般\t\n飛入 五子\t一般\t欠席\n");
            staff.press("読み取って確かめる");
            staff.sees("新しく記録されるのは1人です", "（2行）は取り込みません");
            staff.picture("attendance-import-1280");
            staff.page().fill("#text", "氏名\t区分\n承認一子\t\n飛入 三子\t\n");
            staff.press("読み取って確かめる");
            staff.sees("申込みのない人は、区分が要ります");
            staff.finds_the_page_sound();
            staff.page().fill("#text", "氏名\t区分\tメールアドレス\n承認一子\t\t\n承認 一子\t\t\n飛入 三子\t高校性\t\n飛入 四子\t一般\tyonko@\n");
            staff.press("読み取って確かめる");
            staff.sees("2行目と同じです", "「高校性」という区分はありません", "「yonko@」の形が正しくありません");
            staff.page().fill("#text", "氏名\t区分\n承認一子\t\n飛入 三子\t一般\n");
            for (int again = 0; again < 2; again++) {
                staff.press("出席を記録する");
                staff.sees("出席を記録しました");
                staff.page().fill("#text", "氏名\t区分\n承認一子\t\n飛入 三子\t一般\n");
            }
            assertThat(portal.one("select count(*) || ' ' || count(distinct source) from attendance where session_id = "
                            + session))
                    .isEqualTo("2 1");
            staff.open("/staff/sessions/" + session + "/registrations");
            staff.sees("申込みなしで来場", "飛入 三子", "取り込み");
            staff.finds_the_page_sound();
            staff.page().click("tr:has-text('飛入 三子') .sure > summary");
            staff.page().click("tr:has-text('飛入 三子') .sure[open] button");
            staff.sees("取り消す理由を200字までで");
            staff.page().fill("tr:has-text('飛入 三子') input[type=text]", "別の日の名簿だった");
            staff.page().click("tr:has-text('飛入 三子') .sure[open] button");
            staff.sees("来場を取り消しました");
            assertThat(portal.one(
                            "select count(*) from attendance where undone_at is null and session_id = " + session))
                    .isEqualTo("1");
            staff.page().click("tr:has-text('飛入 三子') button:has-text('来場に戻す')");
            staff.sees("来場に戻しました");
            guest.page().navigate(ticket);
            guest.follow("アンケートに答える");
            guest.finds_the_page_sound();
            guest.page().getByLabel("よかった").check();
            guest.press("送る");
            guest.sees("アンケートを受け取りました");
            byte[] pdf = guest.page().request().get(ticket + "/certificate.pdf").body();
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document)).contains("参加証明書", "承認 一子 様", "承認制の座談会");
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                document.getPage(0).getResources().getFontNames().forEach(name -> {
                    try {
                        assertThat(document.getPage(0)
                                        .getResources()
                                        .getFont(name)
                                        .isEmbedded())
                                .isTrue();
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
            }
            staff.open("/staff/events/" + event + "/results");
            staff.sees("よかったですか", "1人（100%）");
            staff.finds_the_page_sound();
            assertThat(staff.page()
                            .request()
                            .get(portal.url("/staff/sessions/" + session + "/registrations.csv?why=test"))
                            .text())
                    .as("the questionnaire has no names")
                    .doesNotContain("よかった");
        }
    }

    /** Exhibitors by a table; the card on the table leads the phone that holds the ticket to its visit; the figure follows. */
    @Test
    void a_visitor_reads_the_code_of_a_booth() {
        String session = RegistrationIT.someday(portal, "札のあるフェア", 10);
        String event = event(session);
        String company = portal.one(
                "select name from company c where merged_into is null and (select count(*) from company o where"
                        + " o.name = c.name) = 1 order by id limit 1");
        String code = portal.one("select code from company where name = '" + company + "'");
        try (Visitor staff = Visitor.atDesk(portal);
                Visitor guest = Visitor.onPhone(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/" + event + "/exhibitors/table");
            staff.page().fill("#text", "企業名\tブース\t担当者\n" + company + "\tA-1\t採用係\nどこにもない会社\tA-2\t\n");
            staff.press("読み取って確かめる");
            staff.sees("登録簿に見つかりません");
            staff.finds_the_page_sound();
            staff.press("この一覧に置き換える");
            assertThat(portal.one(
                            "select count(*) from event_exhibitor x join event e on e.id = x.event_id where e.code = '"
                                    + event + "'"))
                    .isEqualTo("0");
            String other = portal.one(
                    "select name from company c where merged_into is null and (select count(*) from company o where"
                            + " o.name = c.name) = 1 order by id limit 1 offset 1");
            staff.page().fill("#text", "企業名\tブース\t担当者\n" + company + "\tA-1\t採用係\n" + other + "\tａ－１\t\n");
            staff.press("この一覧に置き換える");
            staff.sees("同じブース番号が2社以上に付いています", "ほかの企業と同じブースです");
            staff.finds_the_page_sound();
            staff.page().check("#shared");
            staff.press("この一覧に置き換える");
            staff.sees("出展企業の一覧を保存しました");
            assertThat(portal.list(
                            "select x.booth from event_exhibitor x join event e on e.id = x.event_id where e.code = '"
                                    + event + "'"))
                    .containsExactly("A-1", "A-1");
            staff.open("/staff/events/" + event + "/exhibitors/table");
            staff.page().fill("#text", "企業名\tブース\t担当者\n" + company + "\tA-1\t採用係\n");
            staff.press("この一覧に置き換える");
            staff.sees("出展企業の一覧を保存しました");
            staff.page().click("summary:has-text('登録のない企業や団体を加える')");
            staff.page().fill("#outsideName", "見本商工会（架空）");
            staff.page().fill("#outsideContact", "事務局 0191-00-0002");
            staff.page().fill("#outsideMail", "これは違う");
            staff.page().fill("#outsideBooth", "b－9");
            staff.press("一覧に加える");
            staff.sees("メールアドレス");
            assertThat(staff.page().inputValue("#outsideContact"))
                    .as("nothing typed is lost")
                    .isEqualTo("事務局 0191-00-0002");
            staff.page().fill("#q", "あ");
            staff.press("探す");
            assertThat(staff.page().inputValue("#outsideName"))
                    .as("nor by looking for somebody else")
                    .isEqualTo("見本商工会（架空）");
            staff.page().fill("#q", "");
            staff.press("探す");
            staff.page().fill("#outsideMail", "shokokai@outside.example");
            staff.press("一覧に加える");
            staff.sees("出展企業に加えました", "B-9", "登録なし");
            staff.finds_the_page_sound();
            staff.picture("exhibitors");
            guest.open("/events/" + event);
            guest.sees("見本商工会（架空）", "出展する企業（2社）");
            assertThat(guest.page().content()).as("for staff only").doesNotContain("0191-00-0002", "shokokai@");
            guest.finds_the_page_sound();
            staff.open("/staff/events/" + event + "/booth-cards");
            staff.sees("A-1", company);
            staff.finds_the_page_sound();
            staff.open("/events/" + event);
            staff.sees("担当 採用係");

            guest.open("/events/" + event + "/booths/" + code);
            guest.sees("このイベントのチケットが必要です");
            guest.finds_the_page_sound();
            guest.open("/events/" + event + "/sessions/" + session + "/register");
            fill(guest, "札 読子", "booth@guest.example", "UNIVERSITY_STUDENT");
            guest.press("申し込む");
            guest.confirm("booth@guest.example");
            guest.sees("あなたのチケットです");
            RegistrationIT.today(portal, session);
            guest.open("/events/" + event + "/booths/" + code);
            guest.sees("訪問したブース");
            guest.page().click("button:text-is('訪問を記録する')");
            guest.sees("訪問を記録しました。名前は会社に伝わりません");
            assertThat(
                            portal.one(
                                    "select count(*) || ' ' || count(consented_at) from booth_visit v join registration r on r.id ="
                                            + " v.registration_id where r.guest_email_key = testing.mark('booth@guest.example')"))
                    .isEqualTo("1 0");
        }
    }

    /** What is read is shown with all its columns; whoever is told that the list was changed means the new one with the next press. */
    @Test
    void a_list_of_exhibitors_that_a_colleague_changed_is_emptied_with_the_second_press() {
        String event = event(RegistrationIT.someday(portal, "空にするフェア", 10));
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/" + event + "/exhibitors/table");
            staff.page()
                    .fill(
                            "#text",
                            "企業名\tブース\t担当者\t連絡先\tメールアドレス\nどこにもない組合\tA-2\t\t0191-00-0003\tｋｕｍｉａｉ@outside.example\n");
            staff.press("読み取って確かめる");
            staff.sees("登録簿に見つかりません");
            assertThat(staff.page().locator("table tbody").last().innerText())
                    .contains("0191-00-0003", "kumiai@outside.example");
            staff.finds_the_page_sound();
            staff.picture("exhibitors-preview");
            staff.page().check("#unregistered");
            staff.press("この一覧に置き換える");
            staff.sees("出展企業の一覧を保存しました");
            portal.run(
                    "set tsunagu.actor = 'test'; update event_outside_exhibitor set booth = 'A-3' where event_id = (select id from event where code = '"
                            + event + "')");
            staff.press("一覧を空にする");
            staff.sees("ほかの人");
            staff.press("一覧を空にする");
            staff.sees("出展企業の一覧を空にしました");
        }
    }

    @Test
    void handouts_are_read_by_everybody_once_the_event_is_public() {
        String session = RegistrationIT.someday(portal, "資料のある会", 10);
        String event = event(session);
        try (Visitor staff = Visitor.atDesk(portal);
                Visitor guest = Visitor.onPhone(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/events/" + event);
            staff.page()
                    .setInputFiles(
                            "#file",
                            new com.microsoft.playwright.options.FilePayload(
                                    "悪い.html",
                                    "text/html",
                                    "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
            staff.press("資料を加える");
            assertThat(staff.page().locator("#files .field-error").innerText()).isNotEmpty();
            staff.page()
                    .setInputFiles(
                            "#file",
                            new com.microsoft.playwright.options.FilePayload(
                                    "案内.pdf", "application/pdf", "%PDF-1.4 nothing".getBytes(StandardCharsets.UTF_8)));
            staff.press("資料を加える");
            staff.sees("資料を加えました", "案内.pdf");
            staff.finds_the_page_sound();
            guest.open("/events/" + event);
            String link = guest.page().locator("a:has-text('案内.pdf')").getAttribute("href");
            assertThat(guest.page().request().get(portal.url(link)).headers().get("content-disposition"))
                    .startsWith("attachment");
            portal.run("set tsunagu.actor = 'test'; update event set state = 'DRAFT' where code = '" + event + "'");
            assertThat(guest.page()
                            .request()
                            .get(portal.url(link), RequestOptions.create())
                            .status())
                    .isEqualTo(404);
        }
    }

    private String guest(String event, String session, String name, String email, String words) {
        try (Visitor guest = Visitor.onPhone(portal)) {
            guest.open("/events/" + event + "/sessions/" + session + "/register");
            fill(guest, name, email, "GENERAL");
            guest.press("申し込む（結果は後日）");
            guest.confirm(email);
            guest.sees(words);
            guest.finds_the_page_sound();
            return guest.page().url().replaceFirst("[?].*", "");
        }
    }

    private static void fill(Visitor guest, String name, String email, String role) {
        guest.fill("お名前", name);
        guest.fill("メールアドレス", email);
        guest.page().selectOption("#role", role);
        guest.page().check("#agreed");
    }

    private String event(String session) {
        return portal.one(
                "select e.code from event e join event_session s on s.event_id = e.id where s.id = " + session);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
