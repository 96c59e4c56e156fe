package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** Jobs and internships are written, checked, published and changed; nothing typed is lost on the way. */
class JobDeskIT extends CompanyDesk {

    @Test
    void a_job_is_written_checked_sent_and_published_and_a_change_waits_behind_the_old_one() {
        String title = "試験の製造スタッフ" + System.nanoTime();
        try (Visitor company = Visitor.atDesk(portal);
                Visitor staff = Visitor.atDesk(portal);
                Visitor student = Visitor.onPhone(portal)) {
            company.signIn("company@demo.example");
            company.open("/company");
            company.finds_the_page_sound();
            company.follow("求人を書く");
            Page page = company.page();
            page.fill("#title", title);
            page.fill("#wageMin", "二十万");
            company.press("下書きを保存");
            company.sees("下書きを保存しました。");
            assertThat(page.inputValue("#wageMin"))
                    .as("a draft keeps what is no number")
                    .isEqualTo("二十万");
            page.fill("#term-DUTIES", "あ".repeat(5000));
            company.press("下書きを保存");
            company.sees("1つの欄に書けるのは4,000字までです");
            assertThat(page.inputValue("#term-DUTIES")).hasSize(5000);
            page.fill("#term-DUTIES", "<b>太字</b>😀");
            company.press("確かめる");
            company.sees("数字で入力してください", "「雇用形態」を入力してください。", "どの求人にも必ず示す項目です。");
            company.finds_the_page_sound();
            fill(page, sheet());
            page.fill("#term-QUALIFICATIONS", "女性のみ");
            company.press("市に提出する");
            company.sees("性別を限ったり優先したりする書き方です");
            page.fill("#term-QUALIFICATIONS", "身長160cm以上");
            company.press("市に提出する");
            company.sees("注意していただく点", "仕事に欠かせない理由が必要です");
            company.finds_the_page_sound();
            company.press("市に提出する");
            company.sees("注意の点を読み");
            page.check("text=読みました。この内容で間違いありません");
            company.press("市に提出する");
            company.sees("市に提出しました。");

            staff.signIn("staff@demo.example");
            staff.open("/staff/review?q=" + title);
            staff.follow(title);
            staff.sees("会社が確認済み", "J9");
            staff.page().click("summary:has-text('公開されたときの見え方')");
            staff.sees("月給220,000円", "なし（賃金に固定残業代は含まれません）");
            staff.finds_the_page_sound();
            staff.press("公開する");
            staff.sees("公開しました。");

            String code = portal.one("select code from posting where title = '" + title + "'");
            student.open("/jobs?q=" + title);
            student.sees(title);
            student.open("/jobs/" + code);
            student.sees("月給", "不問", "屋内禁煙", "なし（賃金に固定残業代は含まれません）");

            company.open("/company");
            company.press(title + " 変更する");
            page.fill("#term-HOLIDAYS", "土日祝。年間休日125日");
            page.fill("#daysOff", "125");
            page.check("#lawful");
            company.press("市に提出する");
            page.check("text=読みました。この内容で間違いありません");
            company.press("市に提出する");
            company.sees("市に提出しました。");
            student.open("/jobs/" + code);
            assertThat(student.text()).as("the old edition stays public").doesNotContain("125日");
            staff.open("/staff/review?q=" + title);
            staff.follow(title);
            staff.sees("変更前", "変更後", "土日祝。年間休日125日");
            staff.finds_the_page_sound();
            staff.press("公開する");
            student.open("/jobs/" + code);
            student.sees("土日祝。年間休日125日", "変更前");

            company.open("/company");
            page.check("[aria-label='" + title + " を選ぶ']");
            company.press("選んだ求人を「採用が決まった」で終了");
            company.sees("募集を終了しました。");
            student.open("/jobs/" + code);
            student.sees("募集は終わりました。");
        }
    }

    @Test
    void two_people_who_write_the_same_draft_lose_nothing() {
        try (Visitor one = Visitor.atDesk(portal);
                Visitor other = Visitor.atDesk(portal)) {
            one.signIn("company@demo.example");
            one.open("/company/jobs/new");
            one.page().fill("#title", "二人で書く求人");
            one.press("下書きを保存");
            String path = one.page().url().replace(portal.url(""), "").replaceFirst("[?].*", "");
            other.signIn("company@demo.example");
            other.open(path);
            one.page().fill("#term-DUTIES", "部品を組み立てます。");
            one.page().fill("#title", "二人で書く求人（一人目）");
            one.press("下書きを保存");
            other.page().fill("#term-HOURS", "8:30〜17:30");
            other.page().fill("#title", "二人で書く求人（二人目）");
            other.press("下書きを保存");
            other.sees("ほかの人が先に保存していました", "二人で書く求人（一人目）");
            assertThat(other.page().inputValue("#term-DUTIES")).isEqualTo("部品を組み立てます。");
            assertThat(other.page().inputValue("#term-HOURS")).isEqualTo("8:30〜17:30");
            assertThat(other.page().inputValue("#title")).isEqualTo("二人で書く求人（二人目）");
            other.finds_the_page_sound();
            other.press("下書きを保存");
            other.sees("下書きを保存しました。");
            one.open(path);
            assertThat(one.page().inputValue("#title")).isEqualTo("二人で書く求人（二人目）");
            one.press("下書きを消す");
            one.sees("取りやめました。");
        }
    }

    @Test
    void an_internship_obeys_its_type_and_is_published() {
        String title = "仕事体験" + System.nanoTime();
        try (Visitor company = Visitor.atDesk(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            company.signIn("company@demo.example");
            company.open("/company");
            company.follow("仕事体験を書く");
            Page page = company.page();
            assertThat(page.locator("#form input[name=for-company]").inputValue())
                    .as("said also by who acts for one company: the second may come while the page is open")
                    .isEqualTo(
                            portal.one(
                                    "select m.company_id from company_member m join account a on a.id = m.account_id"
                                            + " where a.email_key = testing.mark('company@demo.example') and m.left_at is null"));
            company.finds_the_page_sound();
            page.selectOption("#type", "CAREER_EDUCATION");
            page.fill("#title", "春のインターンシップ");
            company.press("確かめる");
            company.sees("タイプ1・2では「インターン」「インターンシップ」という呼び方を使えません");
            page.fill("#title", title);
            page.fill("#content", "工場で部品の測り方を学びます。");
            page.check("#audience-KOSEN");
            LocalDate first = TODAY.plusDays(40);
            page.fill("#startsOn", first.toString());
            page.fill("#endsOn", first.plusDays(1).toString());
            page.fill("#hours", "9:00〜12:00");
            page.fill("#days", "2");
            page.fill("#workplaceDays", "1");
            page.selectOption("#area", "DAITO");
            page.selectOption("#dataUsed", "yes");
            page.fill("#pay", "無給");
            page.fill("#selection", "先着順");
            page.fill("#opensOn", TODAY.toString());
            page.fill("#closesOn", TODAY.plusDays(20).toString());
            company.press("市に提出する");
            company.sees("学生の情報を採用に使えるのはタイプ3だけです");
            company.finds_the_page_sound();
            page.selectOption("#dataUsed", "no");
            company.press("市に提出する");
            company.sees("市に提出しました。");
            staff.signIn("staff@demo.example");
            staff.open("/staff/review?q=" + title);
            staff.follow(title);
            staff.finds_the_page_sound();
            staff.press("公開する");
            staff.sees("公開しました。");
            company.open("/internships?q=" + title);
            company.sees(title);
            String address = "/internships/" + portal.one("select code from internship where title = '" + title + "'");
            company.open(address);
            company.sees("9:00〜12:00");
            company.open("/company");
            company.finds_the_page_sound();
            company.press(title + " 受付を終える");
            company.sees("受付を終えました。");
            company.open(address);
            company.sees("受付は終わりました。");
            company.open("/company");
            company.follow(title + " 写して新しく書く");
            assertThat(page.inputValue("#title") + page.inputValue("#startsOn")).isEqualTo(title);
        }
    }

    /** The session ends while they write: after signing in again the page offers what they had typed. */
    @Test
    void what_was_typed_survives_the_end_of_a_session() {
        try (Visitor company = Visitor.atDesk(portal)) {
            company.signIn("company@demo.example");
            company.open("/company/jobs/new");
            company.page().fill("#title", "途中で止まった求人");
            company.page().selectOption("#employment", "REGULAR");
            company.page().check("#audience-KOSEN");
            company.page().context().clearCookies();
            company.press("下書きを保存");
            company.sees("まだ何も送られていません");
            company.fill("メールアドレス", "company@demo.example");
            company.fill("パスワード", TestPortal.PASSWORD);
            company.press("サインインする");
            assertThat(company.page().url()).endsWith("/company/jobs/new");
            assertThat(company.page().inputValue("#title")).isEmpty();
            company.sees("この端末に、送る前の入力が残っています。");
            company.finds_the_page_sound();
            company.page().click("#restore-draft");
            assertThat(company.page().inputValue("#title")).isEqualTo("途中で止まった求人");
            assertThat(company.page().inputValue("#employment")).isEqualTo("REGULAR");
            assertThat(company.page().isChecked("#audience-KOSEN")).isTrue();
            company.press("下書きを保存");
            company.sees("下書きを保存しました。");
            company.open("/company/jobs/new");
            assertThat(company.text()).doesNotContain("残っています");
        }
    }

    /** Ways around the buttons: the address of a decided submission, a second press, the wrong state. */
    @Test
    void a_submission_in_review_is_read_only() {
        try (Visitor company = Visitor.atDesk(portal)) {
            company.signIn("company@demo.example");
            String waiting = portal.one(
                    "select s.code from posting_submission s join company_member m on m.company_id = s.company_id"
                            + " join account a on a.id = m.account_id where a.email_key = testing.mark('company@demo.example')"
                            + " and s.state = 'SUBMITTED' order by s.id limit 1");
            company.open("/company/jobs/" + waiting);
            assertThat(company.page().url()).contains("/sent");
            assertThat(company.page().content()).contains("提出を取り下げて書き直す");
            company.finds_the_page_sound();
        }
    }

    @Test
    void a_new_minimum_wage_shows_the_live_postings_it_reaches() {
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/minimum-wages");
            staff.finds_the_page_sound();
            staff.sees("最低賃金に届かない公開中の求人（0）");
            staff.page().selectOption("#name", "岩手県（地域別）");
            staff.page().fill("#yen", "千円");
            staff.press("追加する");
            staff.sees("整数を数字だけで入力してください");
            staff.page().fill("#yen", "1,400円");
            // The year was mistyped: it is asked about, may stand beside the right one, and is taken back.
            staff.page().fill("#validFrom", TODAY.plusYears(2).toString());
            staff.press("追加する");
            staff.sees("打ち間違いではありませんか", "発効日が、1年より先です。", "6分の1を超えて高く");
            staff.finds_the_page_sound();
            staff.page().check("#certain");
            staff.press("追加する");
            staff.sees("最低賃金を追加しました。", "公開中の求人（0）");
            staff.page().selectOption("#name", "岩手県（地域別）");
            staff.page().fill("#yen", "1400");
            staff.page().fill("#validFrom", TODAY.toString());
            staff.press("追加する");
            staff.page().check("#certain");
            staff.press("追加する");
            staff.sees("最低賃金を追加しました。");
            assertThat(staff.text()).doesNotContain("公開中の求人（0）").contains("1,400");
            for (int i = 0; i < 2; i++) {
                staff.page()
                        .locator("tr:has-text('1,400') .sure > summary")
                        .first()
                        .click();
                staff.page().locator(".sure[open] button").click();
                staff.sees("最低賃金を取り消しました。");
            }
            assertThat(staff.text()).contains("公開中の求人（0）").doesNotContain("1,400");
            assertThat(staff.page().locator("tr .sure").count())
                    .as("what came with the portal stays")
                    .isZero();
        }
    }
}
