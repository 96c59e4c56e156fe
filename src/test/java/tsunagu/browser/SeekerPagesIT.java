package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** A person's own place from signing up to leaving, and the desks of those they meet there. */
class SeekerPagesIT {

    private static final String EMAIL = "long.name@demo.example";
    private static final String PASSWORD = TestPortal.PASSWORD;

    private final TestPortal portal = TestPortal.shared();

    @Test
    void from_a_profile_to_suggestions_a_consultation_and_out_again() {
        String job = portal.one("select p.code from posting p join company_member m on m.company_id = p.company_id"
                + " join account a on a.id = m.account_id where a.email_key = testing.mark('company@demo.example') and p.ended_at is null"
                + " and p.opens_on < now() and p.closes_on > now() order by p.id limit 1");
        try (Visitor seeker = Visitor.onPhone(portal)) {
            seeker.open("/sign-up");
            seeker.signUp("寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処に住む処", EMAIL);
            for (String path : List.of(
                    "/my",
                    "/my/profile/about",
                    "/my/profile/wishes",
                    "/my/profile/licences",
                    "/my/matches",
                    "/my/matches?kind=internships",
                    "/my/matches?kind=events",
                    "/my/matches?kind=companies",
                    "/my/calendar",
                    "/my/data",
                    "/my/scout",
                    "/consultations/job-cafe")) {
                seeker.open(path);
                seeker.finds_the_page_sound();
            }
            seeker.open("/my/matches");
            seeker.sees("まだ希望を聞いていないので", "新しい", "まもなく締切");

            seeker.open("/my/scout");
            seeker.press("スカウトを動かす（同意する）");
            seeker.sees("生まれた年と月を書いてください");
            seeker.open("/my/profile/about");
            seeker.page().fill("#born", "平成16年");
            seeker.press("保存して次へ");
            seeker.sees("平成17年4月 のように入力してください");
            seeker.finds_the_page_sound();
            seeker.page().fill("#born", "Ｈ１６年４月");
            seeker.page().selectOption("#stage", "UNIVERSITY");
            seeker.press("保存して次へ");
            seeker.sees("保存しました。", "してみたい仕事");
            seeker.tick("千厩地域");
            // A field is folded; in it, all of it or one kind of work.
            seeker.page()
                    .locator(".branches summary", new Page.LocatorOptions().setHasText("研究・技術の職業"))
                    .first()
                    .click();
            seeker.page().getByLabel("情報処理・通信技術者（ソフトウェア開発）").check();
            seeker.finds_the_page_sound();
            seeker.picture("profile-occupations-390");
            seeker.tick("正社員");
            seeker.page().selectOption("#daysoff", "115");
            seeker.press("保存して次へ");
            seeker.tick("介護福祉士");
            seeker.tick("どれも持っていない");
            seeker.press("保存して次へ");
            seeker.sees("ほかの資格と一緒には選べません");
            seeker.page().getByLabel("どれも持っていない").uncheck();
            seeker.press("保存して次へ");
            seeker.finds_the_page_sound();
            seeker.page().fill("#school", "見本大学");
            seeker.page().fill("#finishes", "再来年");
            seeker.page().fill("#career", "接客のアルバイトを三年しました。");
            seeker.page().fill("#presentation", "人と話すことが好きです。");
            seeker.press("保存して次へ");
            seeker.sees("西暦の数字で入力してください");
            seeker.finds_the_page_sound();
            seeker.page().fill("#finishes", "２０２７");
            seeker.press("保存して次へ");
            // Written once: the form to a company begins with it, and what is sent can be kept for the next one.
            seeker.open("/jobs/" + job + "/apply");
            seeker.sees("プロフィールに書いたことを入れてあります");
            assertThat(seeker.page().inputValue("#atHighSchool")).isEqualTo("no");
            assertThat(seeker.page().inputValue("#message")).isEqualTo("人と話すことが好きです。");
            assertThat(seeker.page().inputValue("#career")).isEqualTo("見本大学 （2027年卒業・卒業予定）\n接客のアルバイトを三年しました。");
            seeker.finds_the_page_sound();
            seeker.page().fill("#phone", "0191-00-1234");
            seeker.tick("プロフィールに残し");
            seeker.page().check("#agreed");
            seeker.press("応募する");
            seeker.sees("応募しました。");
            String sheet =
                    " from seeker_sheet s join account a on a.person_id = s.person_id where a.email_key = testing.mark('"
                            + EMAIL + "')";
            assertThat(portal.one("select phone" + sheet)).isEqualTo("0191-00-1234");
            assertThat(portal.one("select school || ' ' || career" + sheet)).isEqualTo("見本大学 接客のアルバイトを三年しました。");
            seeker.open("/my/matches");
            seeker.sees("合うこと", "働く地域", "年齢・性別・学校名・国籍は使っていません");
            seeker.finds_the_page_sound();
            String before = seeker.page().locator(".matches").innerText();
            seeker.page().locator("details.block summary").click();
            seeker.page().getByLabel("働きたい地域").selectOption("0");
            seeker.page().waitForURL("**/my/matches?kind=jobs&done=weighed");
            assertThat(seeker.page().locator(".matches").innerText()).isNotEqualTo(before);

            seeker.open("/consultations/job-cafe");
            seeker.page().locator(".slots a").nth(4).click();
            seeker.finds_the_page_sound();
            seeker.page().getByLabel("オンライン").check();
            seeker.press("この時間で予約する");
            seeker.sees("予約しました。", "https://meeting.example/job-cafe");
            seeker.finds_the_page_sound();
            seeker.follow("時間を変える");
            seeker.page().locator(".slots a").nth(6).click();
            seeker.press("この時間で予約する");
            seeker.sees("予約しています");
            seeker.open("/my");
            seeker.sees("ジョブカフェ");
            assertThat(seeker.page().locator(".agenda li").count()).isEqualTo(1);

            seeker.open("/my/calendar");
            seeker.press("アドレスを作る");
            String address = seeker.page().inputValue("#address");
            try (Visitor calendar = Visitor.atDesk(portal)) {
                APIResponse feed = calendar.page().request().get(address);
                assertThat(feed.status()).isEqualTo(200);
                assertThat(feed.text())
                        .contains("BEGIN:VEVENT", "SUMMARY:ジョブカフェ", "STATUS:CANCELLED")
                        .doesNotContain("meeting.example");
                assertThat(calendar.page()
                                .request()
                                .get(address.replaceAll("/[^/]+$", "/AAAAAAAAAAAAAAAAAAAAAA.ics"))
                                .status())
                        .isEqualTo(404);
            }
            APIResponse json = seeker.page().request().get(portal.url("/my/data/json"));
            assertThat(json.text()).contains(EMAIL, "2004-04", "CARE_WORKER", "ジョブカフェ");
            APIResponse pdf = seeker.page().request().get(portal.url("/my/data/pdf"));
            assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

            seeker.open("/my/data");
            seeker.finds_the_page_sound();
            seeker.page().locator(".sure > summary").click();
            seeker.fill("パスワード", "something else");
            seeker.press("すべて削除する");
            seeker.sees("パスワードが違います");
            seeker.fill("パスワード", PASSWORD);
            seeker.press("すべて削除する");
            seeker.sees("アカウントと、あなたの情報を削除しました");
            seeker.page().fill("#email", EMAIL);
            seeker.page().fill("#password", PASSWORD);
            seeker.page().click("form input[type=submit]");
            PlaywrightAssertions.assertThat(
                            seeker.page().locator("[role=alert]").first())
                    .isVisible();
            assertThat(seeker.page().url()).contains("/sign-in");
            assertThat(portal.one("select count(*) from account where email_key = testing.mark('" + EMAIL + "')"))
                    .isEqualTo("0");
        }
    }

    @Test
    void the_desks_of_staff_and_companies_are_sound_and_say_what_is_wrong() {
        String open = portal.one(
                "select e.code from meeting_round r join event e on e.id = r.event_id where r.published_at is null");
        String published = portal.one(
                "select e.code from meeting_round r join event e on e.id = r.event_id where r.published_at is not null");
        try (Visitor phone = Visitor.onPhone(portal);
                Visitor desk = Visitor.atDesk(portal)) {
            for (Visitor staff : List.of(phone, desk)) {
                staff.signIn("staff@demo.example");
                for (String path : List.of(
                        "/consultation-desk",
                        "/staff/companies?q=工業",
                        "/staff/companies?q=ないない",
                        "/staff/events/" + open + "/meetings",
                        "/staff/events/" + published + "/meetings",
                        "/staff/events/" + published)) {
                    staff.open(path);
                    staff.finds_the_page_sound();
                }
            }
            desk.open("/consultation-desk");
            desk.page()
                    .locator("summary", new com.microsoft.playwright.Page.LocatorOptions().setHasText("時間を開く"))
                    .click();
            desk.page().fill("#minutes", "五十");
            desk.press("開く");
            desk.sees("今日から先の日付を");
            desk.finds_the_page_sound();
            assertThat(desk.page().inputValue("#minutes"))
                    .as("what was typed stays")
                    .isEqualTo("五十");
            String company = portal.one("select code from company where merged_into is null and id <= "
                    + portal.loaded() + " order by id desc limit 1");
            String name = portal.one("select name from company where code = '" + company + "'");
            desk.open("/staff/companies?q=" + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8));
            desk.page()
                    .locator("summary", new com.microsoft.playwright.Page.LocatorOptions().setHasText("登録を抹消する"))
                    .first()
                    .click();
            desk.page()
                    .fill(
                            "#day-" + company,
                            java.time.LocalDate.now(java.time.ZoneId.of("Asia/Tokyo"))
                                    .toString());
            desk.page().locator("button[aria-label='" + name + "の登録を抹消する']").click();
            desk.sees("理由を500文字以内で入力してください。");
            desk.finds_the_page_sound();
            desk.page().fill("#why-" + company, "廃業の届出");
            desk.page().locator("button[aria-label='" + name + "の登録を抹消する']").click();
            desk.sees("登録を抹消しました。", "廃業の届出");
            desk.finds_the_page_sound();
            assertThat(desk.page()
                            .request()
                            .get(portal.url("/companies/" + company))
                            .status())
                    .isEqualTo(404);
            desk.page().locator("button[aria-label='" + name + "を再登録する']").click();
            desk.sees("再登録しました。");
            assertThat(desk.page()
                            .request()
                            .get(portal.url("/companies/" + company))
                            .status())
                    .isEqualTo(200);
        }
        try (Visitor phone = Visitor.onPhone(portal);
                Visitor desk = Visitor.atDesk(portal)) {
            for (Visitor firm : List.of(phone, desk)) {
                firm.signIn("company@demo.example");
                for (String path : List.of(
                        "/company",
                        "/company/scout",
                        "/company/meetings",
                        "/company/meetings/" + open,
                        "/company/meetings/" + published)) {
                    firm.open(path);
                    firm.finds_the_page_sound();
                }
            }
            desk.open("/company/scout");
            desk.press("この条件で探す");
            desk.sees("条件を一つ以上選んでください。");
            desk.open("/company/meetings/" + open);
            desk.page().fill("#panels", "99");
            desk.press("保存");
            desk.sees("同時の面談は1から20まで");
            assertThat(desk.page().inputValue("#panels")).isEqualTo("99");
            desk.page().fill("#panels", "2");
            desk.page().locator("input.rank").first().fill("1");
            desk.press("保存");
            desk.sees("保存しました。");
            assertThat(desk.page().inputValue("#panels")).isEqualTo("2");
            assertThat(desk.page().locator("input.rank").first().inputValue()).isEqualTo("1");
        }
        try (Visitor phone = Visitor.onPhone(portal);
                Visitor desk = Visitor.atDesk(portal)) {
            for (Visitor seeker : List.of(phone, desk)) {
                seeker.signIn("seeker@demo.example");
                for (String path : List.of(
                        "/my",
                        "/events/" + published + "/meetings",
                        "/events/" + open + "/meetings",
                        "/events/" + open)) {
                    seeker.open(path);
                    seeker.finds_the_page_sound();
                }
            }
            desk.open("/events/" + open + "/meetings");
            desk.page().check("#agreed");
            desk.press("希望を送る");
            desk.sees("先にイベントに申し込んでください");
        }
    }

    /** Somebody far away who moves a video call to another hour must not find that they are expected at the office. */
    @Test
    void another_time_for_a_consultation_stays_online() {
        try (Visitor seeker = Visitor.onPhone(portal)) {
            String email = "tooku" + System.nanoTime() + "@tsunagu.example";
            seeker.open("/sign-up");
            seeker.signUp("遠くの 人", email);
            String times =
                    "select t.id from consultation_time t join consultation_office o on o.id = t.office_id where o.code = 'job-cafe'"
                            + " and t.withdrawn_at is null and t.starts_at > now() + interval '1 day' and not exists (select 1 from consultation_booking b"
                            + " where b.time_id = t.id and b.state = 'BOOKED') order by t.id desc";
            String first = portal.one(times + " limit 1");
            String second = portal.one(times + " offset 5 limit 1");
            String atTheOffice = portal.one(times + " offset 9 limit 1");
            portal.run(
                    "set tsunagu.actor = 'test'; update consultation_time set online_url = 'https://example.jp/call' where id in ("
                            + first + ", " + second + "); update consultation_time set online_url = '' where id = "
                            + atTheOffice);
            seeker.open("/my/consultations/new?office=job-cafe&time=" + first);
            assertThat(seeker.page().isChecked("input[value=place]")).isTrue();
            seeker.page().check("input[value=online]");
            seeker.press("この時間で予約する");
            String code = seeker.page().url().replaceAll(".*/my/consultations/([^?]*).*", "$1");
            seeker.open("/my/consultations/new?office=job-cafe&time=" + atTheOffice + "&instead=" + code);
            seeker.sees("この時間は、オンラインでは受けていません。");
            seeker.open("/my/consultations/new?office=job-cafe&time=" + second + "&instead=" + code);
            assertThat(seeker.page().isChecked("input[value=online]")).isTrue();
            seeker.press("この時間で予約する");
            assertThat(portal.one(
                            "select b.online from consultation_booking b join person p on p.id = b.person_id where p.name = '遠くの 人'"
                                    + " and b.state = 'BOOKED'"))
                    .isEqualTo("t");
        }
    }
}
