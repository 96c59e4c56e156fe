package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.shared.CorporateNumber;
import tsunagu.shared.FiscalYear;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** A company from its first visit to a published job, with the city's desk in between. */
class CompanyIT {

    private static final LocalDate TODAY = LocalDate.now(FiscalYear.ZONE);

    private final TestPortal portal = TestPortal.shared();

    @Test
    void a_company_is_sent_back_once_and_then_admitted() {
        String email = fresh();
        try (Visitor company = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            company.open("/for-companies");
            company.finds_the_page_sound();
            signUp(company, email);
            company.sees("まだ会社に登録されていません");
            company.follow("会社の登録を申し込む");
            Page page = company.page();
            page.fill("#corporateNumber", "１２３４-５６７８-９０１２３");
            page.fill("#name", "㈱ためし製作所" + email.hashCode() + "（架空）");
            company.press("申し込む");
            // All at once: the form of fields, the number's check digit, the declarations.
            company.sees("入力内容に問題があります", "読みをカタカナで入力してください。", "法人番号の桁の並びが正しくありません", "印を付けてください");
            assertThat(page.inputValue("#corporateNumber")).isEqualTo("１２３４-５６７８-９０１２３");
            company.finds_the_page_sound();
            page.fill("#reading", "タメシセイサクショ");
            page.fill("#summary", "農機の部品を削り出します。");
            page.selectOption("#industry", "E24");
            page.fill("#employees", "２３");
            page.selectOption("#area", "SENMAYA");
            page.fill("#address", "千厩町架空字試" + email.hashCode());
            page.fill("#phone", "0191-00-0001");
            for (var box : page.locator("#grounds input[type=checkbox]").all()) {
                box.check();
            }
            company.press("申し込む");
            company.sees("法人番号の桁の並びが正しくありません");
            page.fill("#corporateNumber", number(email));
            company.press("申し込む");
            company.sees("申し込みました", "確認待ち");
            company.finds_the_page_sound();

            staff.signIn("staff@demo.example");
            String name = "㈱ためし製作所" + email.hashCode() + "（架空）";
            staff.open("/staff/review");
            staff.finds_the_page_sound();
            staff.follow(name);
            staff.finds_the_page_sound();
            staff.press("差し戻す");
            staff.sees("理由や直してほしい点を入力してください。");
            staff.page().fill("#comment", "所在地の番地を確かめてください。");
            staff.press("差し戻す");
            staff.sees("差し戻しました。");

            company.open("/company");
            company.sees("差戻し", "所在地の番地を確かめてください。");
            company.follow("申込みの内容を直す");
            assertThat(page.inputValue("#employees")).isEqualTo("23");
            company.press("申し込む");
            staff.open("/staff/review");
            staff.follow(name);
            staff.press("登録する");
            staff.sees("会社を登録しました。");
            company.open("/company");
            company.sees("書いている途中・確認中の求人");

            // The same number cannot become a second company.
            try (Visitor twin = Visitor.atDesk(portal)) {
                String other = fresh();
                signUp(twin, other);
                portal.run("select set_config('tsunagu.actor', 'system:test', true); insert into company_admission (id, code,"
                        + " applicant_id, state, corporate_number, name, reading, summary, industry, place_name, area,"
                        + " address, employees, phone, submitted_at, version) select nextval('tsunagu_seq'), 'twin" + Math.abs(other.hashCode())
                        + "', a.id, 'SUBMITTED', '" + number(email) + "', '株式会社ためし製作所" + email.hashCode() + "（架空）',"
                        + " 'ベツノヨミ', 's', 'E24', 'p', 'SENMAYA', 'x', 1, '1', now(), 0 from account a where a.email = '"
                        + other + "'");
                staff.open("/staff/review/companies/twin" + Math.abs(other.hashCode()));
                staff.sees("法人番号が同じ", "名前が同じ");
                staff.press("登録する");
                staff.sees("この法人番号の会社は、すでに登録されています");
                // Who asks is told to staff; the company's people are asked first.
                staff.sees(other);
                staff.press(name + " この会社の担当者にする");
                staff.sees("会社に確かめて");
                staff.finds_the_page_sound();
                staff.page().check("#asked");
                staff.press(name + " この会社の担当者にする");
                twin.open("/company");
                twin.sees(name);
                assertThat(portal.one("select count(*) from mail_outbox where recipient = '" + email + "' and subject like '%担当者が増えました'"))
                        .isEqualTo("1");
            }
            strangers(company, name, email);
        }
    }

    /** Somebody uses the number of a company that is there: its owner is told and says whether it is one of theirs. */
    private void strangers(Visitor owner, String name, String email) {
        try (Visitor stranger = Visitor.atDesk(portal);
                Visitor colleague = Visitor.atDesk(portal)) {
            for (Visitor each : List.of(stranger, colleague)) {
                String address = fresh();
                signUp(each, address);
                each.open("/company/admission");
                asks(each.page(), name, address, number(email));
                each.press("申し込む");
                each.sees("確認待ち");
                assertThat(portal.one("select subject from mail_outbox where recipient = '" + address + "' order by id desc limit 1"))
                        .contains("申込みを受け付けました");
                assertThat(portal.one("select subject from mail_outbox where recipient = '" + email + "' order by id desc limit 1"))
                        .contains("担当者になりたいという申込み");
                owner.open("/company/members");
                owner.sees("担当者になりたいという申込み", address);
                owner.finds_the_page_sound();
                String who = portal.one("select p.name from person p join account a on a.person_id = p.id where a.email = '" + address + "'");
                if (each == stranger) {
                    owner.press(who + " 社内の者ではない");
                    owner.sees("申込みを断りました");
                    each.open("/company");
                    each.sees("社内の方ではないとの返事");
                } else {
                    owner.press(who + " 担当者に加える");
                    owner.sees("担当者に加えました");
                    each.open("/company");
                    each.sees(name);
                }
            }
        }
    }

    private static void asks(Page page, String name, String address, String number) {
        page.fill("#corporateNumber", number);
        page.fill("#name", name);
        page.fill("#reading", "タメシセイサクショ");
        page.fill("#summary", "農機の部品を削り出します。");
        page.selectOption("#industry", "E24");
        page.fill("#placeName", "本社");
        page.fill("#employees", "3");
        page.selectOption("#area", "SENMAYA");
        page.fill("#address", "千厩町架空字試" + address.hashCode());
        page.fill("#phone", "0191-00-0001");
        for (var box : page.locator("#grounds input[type=checkbox]").all()) {
            box.check();
        }
    }

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
            assertThat(page.inputValue("#wageMin")).as("a draft keeps what is no number").isEqualTo("二十万");
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
            staff.open("/staff/review");
            staff.follow(title);
            staff.sees("会社が確認済み", "J9");
            staff.finds_the_page_sound();
            staff.press("公開する");
            staff.sees("公開しました。");

            String code = portal.one("select code from posting where title = '" + title + "'");
            student.open("/jobs?q=" + title);
            student.sees(title);
            student.open("/jobs/" + code);
            student.sees("月給", "不問", "屋内禁煙");

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
            staff.open("/staff/review");
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
    void a_second_person_joins_by_a_link_and_takes_over() {
        try (Visitor owner = Visitor.atDesk(portal);
                Visitor second = Visitor.onPhone(portal)) {
            owner.signIn("company@demo.example");
            owner.open("/company/members");
            owner.finds_the_page_sound();
            owner.press("招待のリンクを作る");
            owner.sees("だれを招待するのか");
            owner.page().fill("#note", "総務の後任");
            owner.press("招待のリンクを作る");
            String link = owner.page().inputValue("#invitation-link");
            owner.press("見本 企業担当 会社から抜ける");
            owner.sees("代表の担当者がいなくなります");
            second.page().navigate(portal.url(java.net.URI.create(link).getPath()));
            second.follow("アカウントを作る");
            register(second, fresh());
            second.sees("担当者として招待されています");
            second.press("担当者になる");
            second.sees("会社の担当者になりました。");
            second.open("/company/members");
            assertThat(second.text()).doesNotContain("招待のリンクを作る");
            try (Visitor late = Visitor.atDesk(portal)) {
                signUp(late, fresh());
                late.page().navigate(portal.url(java.net.URI.create(link).getPath()));
                late.sees("この招待は使えません");
            }
            portal.run("select set_config('tsunagu.actor', 'system:test', true); update company_member set left_at = now()"
                    + " where role = 'EDITOR' and left_at is null");
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
            staff.open("/staff/review");
            staff.follow(title);
            staff.finds_the_page_sound();
            staff.press("公開する");
            staff.sees("公開しました。");
            company.open("/internships?q=" + title);
            company.sees(title);
        }
    }

    @Test
    void a_table_becomes_drafts_all_or_none() {
        try (Visitor company = Visitor.atDesk(portal)) {
            company.signIn("company@demo.example");
            company.open("/company/jobs/import");
            company.finds_the_page_sound();
            Page page = company.page();
            String one = "表の求人" + System.nanoTime();
            page.fill("#text", "求人の見出し\t雇用形態\t賃金（下の額、円）\t知らない列\n" + one + "\t正社員\t220,000\tx\n\t社員\t二十万\t\n");
            company.press("読み取って確かめる");
            company.sees("「知らない列」", "求人の見出しがありません。", "「雇用形態」に「社員」は選べません。", "数字で入力してください", "1行も取り込まれません");
            company.finds_the_page_sound();
            page.fill("#text", "求人の見出し\t雇用形態\t連絡先\n" + one + "\t正社員\t191212111\n");
            company.press("読み取って確かめる");
            company.sees("先頭の0が表計算ソフトで消えているようです。「0191-21-2111」でよいですか。", "1行も取り込まれません");
            company.finds_the_page_sound();
            company.picture("job-import-1280");
            var template = page.waitForDownload(() -> company.follow("ひな形をダウンロードする（Excel）"));
            assertThat(template.suggestedFilename()).isEqualTo("表からまとめて書く.xlsx");
            page.setInputFiles("#table-file", template.path());
            page.waitForCondition(() -> page.inputValue("#text").startsWith("求人の見出し\t職種"));
            assertThat(page.inputValue("#text").lines().count()).as("the hidden list of choices is no row").isEqualTo(1);
            page.fill("#text", "求人の見出し\t雇用形態\n" + one + "\t正社員\n" + one + "二\tパート・アルバイト\n");
            company.press("読み取って確かめる");
            company.press("2件の下書きを作る");
            company.sees("表から下書きを作りました。2件です。", one + "二");
            portal.run("select set_config('tsunagu.actor', 'system:test', true); update posting_proposal p set state ="
                    + " 'DISCARDED' from posting_proposal_answer a where a.proposal_id = p.id and a.answer like '" + one + "%'");
            company.open("/company/jobs/import");
            page.setInputFiles("#table-file", new com.microsoft.playwright.options.FilePayload(
                    "jobs.csv", "text/csv", "求人の見出し,雇用形態\n事務,正社員\n".getBytes(java.nio.charset.Charset.forName("Shift_JIS"))));
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.locator("#text"))
                    .hasValue(java.util.regex.Pattern.compile("事務"));
            company.press("読み取って確かめる");
            company.sees("事務", "すべて読み取れました");
        }
    }

    @Test
    void staff_bring_companies_in_from_a_table_all_or_none() {
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/companies/import");
            Page page = staff.page();
            String tag = Long.toString(System.nanoTime());
            String head = "法人番号,会社の名前,読み（カタカナ）,何をしている会社か,業種,地域,所在地,従業員の数\n";
            String good = number("a" + tag) + ",表の会社" + tag + "（架空）,ヒョウノカイシャ,表から来ました。,食料品製造業,大東地域,架空町1,12\n";
            String count = portal.one("select count(*) from company");
            page.fill("#text", head + good + "1234567890123,株式会社表の会社" + tag + "（架空）,よみ,,ない業種,大東地域,,多数\n");
            staff.press("読み取って確かめる");
            staff.sees("法人番号の桁の並びが正しくありません", "読みは全角カタカナで", "所在地を入力してください。", "従業員の数を数字で",
                    "同じ名前の会社が、すでに登録されているか、上の行にあります。", "業種は日本標準産業分類");
            staff.finds_the_page_sound();
            staff.press("全部を登録する");
            assertThat(portal.one("select count(*) from company")).isEqualTo(count);
            page.fill("#text", head + good);
            staff.press("全部を登録する");
            staff.sees("会社を登録しました。");
            staff.open("/companies?q=" + "表の会社" + tag);
            staff.sees("表の会社" + tag);
        }
    }

    /** Postings, booths and what people kept follow; the old address leads on. */
    @Test
    void two_entries_of_one_company_become_one() {
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            String tag = Long.toString(System.nanoTime());
            staff.open("/staff/companies/import");
            String head = "法人番号,法人番号がない理由,会社の名前,読み（カタカナ）,何をしている会社か,業種,地域,所在地,従業員の数\n";
            staff.page().fill("#text", head + number("m" + tag) + ",,統合商事" + tag + "（架空）,トウゴウショウジ,商いをします。,E09,DAITO,架空町" + tag + ",3\n"
                    + ",個人事業,とうごう屋" + tag + "（架空）,トウゴウショウジ,商いをします。,E09,DAITO,架空町" + tag + ",3\n");
            staff.press("全部を登録する");
            staff.sees("会社を登録しました。");
            String old = portal.one("select code from company where name like '統合商事" + tag + "%'");
            String kept = portal.one("select code from company where name like 'とうごう屋" + tag + "%'");
            String job = portal.one("select p.code from posting p where p.ended_at is null and p.opens_on < now() and p.closes_on > now()"
                    + " and p.company_id not in (select company_id from company_member) order by p.id desc offset 3 limit 1");
            portal.run("select set_config('tsunagu.actor', 'system:test', true); update posting set company_id ="
                    + " (select id from company where code = '" + old + "') where code = '" + job + "';"
                    + " insert into event_exhibitor select e.id, c.id, 'M1' from event e, company c where c.code = '" + old
                    + "' and e.code = 'guidance-15';"
                    + " insert into kept select person_id, 'COMPANY', '" + old + "', now() from account limit 1");
            staff.open("/staff/companies/duplicates");
            staff.sees("統合商事" + tag, "読みが同じ", "所在地が同じ");
            staff.finds_the_page_sound();
            staff.open("/staff/companies/" + old + "/merge/" + kept);
            staff.finds_the_page_sound();
            staff.press("まとめる");
            staff.sees("理由や直してほしい点を入力してください。");
            staff.page().fill("#why", "二重の登録");
            staff.press("まとめる");
            staff.sees("まとめました。");
            assertThat(staff.text()).doesNotContain("統合商事" + tag);
            staff.open("/companies/" + old);
            assertThat(staff.page().url()).as("the old address leads on").endsWith("/companies/" + kept);
            staff.open("/jobs/" + job);
            staff.sees("とうごう屋" + tag);
            staff.open("/companies?q=" + "統合商事" + tag);
            assertThat(staff.page().locator(".hits").count()).isZero();
            assertThat(portal.one("select count(*) from event_exhibitor x join company c on c.id = x.company_id where c.code = '"
                    + kept + "'")).isEqualTo("1");
            assertThat(portal.one("select count(*) from kept where code = '" + kept + "'")).isEqualTo("1");
            portal.run("delete from kept where code = '" + kept + "'");
            assertThat(portal.one("select corporate_number from company where code = '" + kept + "'")).isEqualTo(number("m" + tag));
            staff.open("/staff/companies/" + old + "/merge/" + kept);
            staff.page().fill("#why", "もう一度");
            staff.press("まとめる");
            staff.sees("この2社はまとめられません");
        }
    }

    /** No answer is not zero, and the sum is that of the rows shown. */
    @Test
    void the_hiring_survey_is_answered_once_and_adds_up() {
        try (Visitor company = Visitor.atDesk(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/survey?year=R6");
            staff.sees("記録なし");
            company.signIn("company@demo.example");
            company.open("/company/survey?year=R6");
            company.finds_the_page_sound();
            company.page().fill("#hired", "５");
            company.press("回答する");
            company.sees("いなければ0を入力します");
            company.page().fill("#graduates", "6");
            company.page().fill("#fromCity", "0");
            company.press("回答する");
            company.sees("内訳は、新しく雇った人の数以下に");
            company.page().fill("#graduates", "2");
            company.press("回答する");
            company.sees("回答を記録しました。");
            staff.open("/staff/survey?year=R6");
            staff.sees("5人", "1社（");
            staff.finds_the_page_sound();
            company.open("/company/statistics");
            company.finds_the_page_sound();
            company.sees("同じ業種の中央値");
        }
    }

    @Test
    void a_company_writes_its_page_and_hangs_a_picture() throws Exception {
        try (Visitor company = Visitor.atDesk(portal);
                Visitor student = Visitor.onPhone(portal)) {
            company.signIn("company@demo.example");
            company.open("/company/profile");
            company.finds_the_page_sound();
            Page page = company.page();
            String said = "変わったこと" + System.nanoTime();
            page.fill("#appeal", said);
            page.fill("#founded", "昭和");
            company.press("保存して公開する");
            company.sees("整数を数字だけで入力してください");
            assertThat(page.inputValue("#appeal")).isEqualTo(said);
            page.fill("#founded", "１９８５");
            page.fill("#capital", "10000000.5");
            var hired = page.locator("input[id^='youth-NEW_GRADUATES_HIRED-']").first();
            String persons = hired.inputValue();
            hired.fill("2.5");
            company.press("保存して公開する");
            company.sees("資本金は、円の額を小数や「万」を使わずに", "人数を整数で入力してください");
            assertThat(page.inputValue("#capital")).as("nothing is cut").isEqualTo("10000000.5");
            hired.fill(persons);
            page.fill("#capital", "10000000000001");
            company.press("保存して公開する");
            company.sees("資本金は、円の額を小数や「万」を使わずに");
            page.fill("#capital", "12,000,000,000円");
            company.press("保存して公開する");
            company.sees("会社のページを書き換えました。");
            assertThat(portal.one("select max(capital) from company")).isEqualTo("12000000000");
            java.awt.image.BufferedImage image = new java.awt.image.BufferedImage(2400, 1200, java.awt.image.BufferedImage.TYPE_INT_RGB);
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            javax.imageio.ImageIO.write(image, "png", out);
            page.setInputFiles("#picture", new com.microsoft.playwright.options.FilePayload("絵.png", "image/png", out.toByteArray()));
            company.press("写真を送る");
            company.sees("写真の説明を入力してください。");
            page.setInputFiles("#picture", new com.microsoft.playwright.options.FilePayload("絵.png", "image/png", out.toByteArray()));
            page.fill("#alt", "試験の絵" + said);
            company.press("写真を送る");
            company.sees("写真を加えました。");
            assertThat(portal.one("select width || 'x' || height || media_type from company_picture where alt = '試験の絵" + said + "'"))
                    .isEqualTo("1600x800image/jpeg");
            String code = portal.one("select c.code from company c join company_picture p on p.company_id = c.id where p.alt ="
                    + " '試験の絵" + said + "'");
            student.open("/companies/" + code);
            student.sees(said);
            assertThat(student.page().locator("img[alt='試験の絵" + said + "']").count()).isEqualTo(1);
            company.press("試験の絵" + said + " 右に90度回す");
            company.sees("写真を回しました。");
            company.picture("profile-turned-1280");
            company.finds_the_page_sound();
            assertThat(portal.one("select width || 'x' || height || media_type from company_picture where alt = '試験の絵" + said + "'"))
                    .isEqualTo("800x1600image/jpeg");
            page.setInputFiles("#picture", new com.microsoft.playwright.options.FilePayload(
                    "書類.png", "image/png", "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            page.fill("#alt", "書類");
            company.press("写真を送る");
            company.sees("写真（JPEG、PNG、WebP）を選んでください。");
            company.press("試験の絵" + said + " 消す");
            company.sees("写真を消しました。");
        }
    }

    /** Two people write the company's page at once: nothing of either is lost, what both changed is shown. */
    @Test
    void two_writers_of_the_page_get_both_texts() {
        try (Visitor one = Visitor.atDesk(portal);
                Visitor other = Visitor.onPhone(portal)) {
            one.signIn("company@demo.example");
            other.signIn("company@demo.example");
            one.open("/company/profile");
            other.open("/company/profile");
            String said = "展示" + System.nanoTime();
            one.page().fill("#appeal", said + "その一");
            one.page().fill("#welfare", said + "休み");
            assertThat(one.page().locator("[data-preview=appeal]").innerText()).isEqualTo(said + "その一");
            one.press("保存して公開する");
            one.sees("会社のページを書き換えました");
            other.page().fill("#appeal", said + "その二");
            other.page().fill("#videos", "https://video.example/watch?v=" + said);
            other.press("保存して公開する");
            other.sees("ほかの人が先に保存していました", said + "その一", said + "その二");
            other.finds_the_page_sound();
            assertThat(other.page().inputValue("#welfare")).isEqualTo(said + "休み");
            assertThat(other.page().inputValue("#appeal")).isEqualTo(said + "その二");
            other.press("保存して公開する");
            other.sees("会社のページを書き換えました");
            String code = portal.one("select code from company where appeal = '" + said + "その二' and welfare = '" + said + "休み'");
            assertThat(code).isNotNull();
            other.open("/companies/" + code);
            other.sees("https://video.example/watch?v=" + said);
        }
    }

    @Test
    void a_company_reads_what_its_posting_said_and_how_often_it_was_read() throws Exception {
        String job = portal.one("select p.code from posting p join company_member m on m.company_id = p.company_id"
                + " join account a on a.id = m.account_id where a.email = 'company@demo.example'"
                + " and p.opens_on < cast(now() at time zone 'Asia/Tokyo' as date) order by p.id desc limit 1"); // the others open the first one
        try (Visitor reader = Visitor.onPhone(portal);
                Visitor company = Visitor.atDesk(portal)) {
            String views = "select coalesce(sum(views), 0) from page_view where kind = 'JOB' and code = '" + job + "'";
            String before = portal.one(views);
            reader.open("/jobs/" + job);
            company.signIn("company@demo.example");
            company.open("/jobs/" + job);
            company.open("/company/editions/" + job);
            company.sees("第1版", "公開中の版");
            company.finds_the_page_sound();
            for (int i = 0; i < 45 && portal.one(views).equals(before); i++) {
                Thread.sleep(1_000);
            }
            assertThat(Integer.parseInt(portal.one(views))).as("the reader, not the company").isEqualTo(Integer.parseInt(before) + 1);
            company.open("/company/statistics");
            company.sees("求人のページが開かれた回数");
        }
    }

    /** An Excel file is turned into text by the server and looked at before anything is kept. */
    @Test
    void an_excel_file_becomes_drafts() throws Exception {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook workbook = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            org.dhatim.fastexcel.Worksheet sheet = workbook.newWorksheet("求人");
            sheet.value(0, 0, "求人の見出し");
            sheet.value(1, 0, "表から来た求人" + System.nanoTime());
            sheet.value(2, 0, "隠した求人");
            sheet.hideRow(2);
            org.dhatim.fastexcel.Worksheet second = workbook.newWorksheet("来春の求人");
            second.value(0, 0, "2027年春に出す求人");
            second.value(2, 0, "求人の見出し");
            second.value(2, 1, "雇用形態");
            second.value(3, 0, "二枚目の求人");
            second.value(3, 1, "正社員");
        }
        try (Visitor company = Visitor.atDesk(portal)) {
            company.signIn("company@demo.example");
            company.open("/company/jobs/import");
            company.page().setInputFiles("#table-file", new com.microsoft.playwright.options.FilePayload(
                    "求人.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out.toByteArray()));
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(company.page().locator("#text"))
                    .hasValue(java.util.regex.Pattern.compile("表から来た求人"));
            company.sees("隠れている行（1行）は読んでいません");
            company.finds_the_page_sound();
            company.press("読み取って確かめる");
            company.sees("表から来た求人");
            assertThat(company.text()).doesNotContain("隠した求人");
            company.page().setInputFiles("#table-file", new com.microsoft.playwright.options.FilePayload(
                    "求人.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out.toByteArray()));
            company.page().selectOption("#table-sheet", "来春の求人");
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(company.page().locator("#text"))
                    .hasValue(java.util.regex.Pattern.compile("二枚目の求人"));
            company.press("読み取って確かめる");
            company.sees("二枚目の求人", "すべて読み取れました");
            company.page().setInputFiles("#table-file", new com.microsoft.playwright.options.FilePayload(
                    "写真.jpg", "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}));
            company.page().waitForSelector("[data-table-file] [role=alert]:not([hidden])");
            company.sees("これは画像です");
        }
    }

    /** Everything of a company by its number, asked for by another company. */
    @Test
    void nothing_of_another_company_is_reached() {
        try (Visitor stranger = Visitor.atDesk(portal)) {
            stranger.signIn("newcompany@demo.example");
            String proposal = portal.one("select code from posting_proposal where state = 'DRAFT' order by id limit 1");
            String posting = portal.one("select p.code from posting p join company_member m on m.company_id = p.company_id"
                    + " order by p.id limit 1");
            for (String path : List.of(
                    "/company/jobs/" + proposal, "/company/jobs/" + proposal + "/sent", "/company/jobs/new?copy=" + posting,
                    "/company/members")) {
                assertThat(stranger.page().request().get(portal.url(path)).status()).as(path).isEqualTo(404);
            }
        }
    }

    /** The session ends while she writes: after signing in again the page offers what she had typed. */
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

    /** Ways around the buttons: the address of a decided proposal, a second press, the wrong state. */
    @Test
    void a_proposal_in_review_is_read_only() {
        try (Visitor company = Visitor.atDesk(portal)) {
            company.signIn("company@demo.example");
            String waiting = portal.one("select code from posting_proposal where state = 'SUBMITTED' order by id limit 1");
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
            staff.page().fill("#validFrom", TODAY.toString());
            staff.press("追加する");
            staff.sees("最低賃金を追加しました。");
            assertThat(staff.text()).doesNotContain("公開中の求人（0）").contains("最低賃金1,400円");
            portal.run("select set_config('tsunagu.actor', 'system:test', true); delete from minimum_wage where yen = 1400");
        }
    }

    /** A job written by the company and published by the city, as they do. @return its code */
    static String published(TestPortal portal, String title) {
        try (Visitor company = Visitor.atDesk(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            company.signIn("company@demo.example");
            company.open("/company/jobs/new");
            company.page().fill("#title", title);
            fill(company.page(), sheet());
            company.press("市に提出する");
            company.sees("市に提出しました。");
            staff.signIn("staff@demo.example");
            staff.open("/staff/review");
            staff.follow(title);
            staff.press("公開する");
            staff.sees("公開しました。");
        }
        return portal.one("select code from posting where title = '" + title + "'");
    }

    /** A job nobody objects to, open from today on. */
    static Map<String, String> sheet() {
        Map<String, String> sheet = new LinkedHashMap<>();
        sheet.put("occupation", "062");
        sheet.put("employment", "REGULAR");
        sheet.put("term-DUTIES", "農機の部品を旋盤で削ります。");
        sheet.put("term-DUTIES_CHANGE", "変更なし");
        sheet.put("fixedTerm", "no");
        sheet.put("term-PERIOD", "期間の定めなし");
        sheet.put("term-TRIAL", "3か月（条件は同じ）");
        sheet.put("area", "ICHINOSEKI");
        sheet.put("term-PLACE", "本社工場");
        sheet.put("term-PLACE_CHANGE", "変更なし");
        sheet.put("term-SMOKING", "屋内禁煙");
        sheet.put("term-HOURS", "8:30〜17:30");
        sheet.put("dailyHours", "８");
        sheet.put("term-BREAK", "60分");
        sheet.put("term-OVERTIME", "月平均5時間");
        sheet.put("term-HOLIDAYS", "土日。年間休日110日");
        sheet.put("daysOff", "110");
        sheet.put("wageUnit", "MONTH");
        sheet.put("wageMin", "２２０，０００円");
        sheet.put("term-WAGE", "月給220,000円（基本給）");
        sheet.put("fixedOvertime", "no");
        sheet.put("term-INSURANCE", "健康保険、厚生年金、雇用保険、労災保険");
        sheet.put("term-CONTACT", "0191-00-0000");
        sheet.put("opensOn", TODAY.toString());
        sheet.put("closesOn", TODAY.plusDays(60).toString());
        return sheet;
    }

    static void fill(Page page, Map<String, String> sheet) {
        sheet.forEach((id, answer) -> {
            if (page.locator("#" + id).evaluate("e => e.tagName").equals("SELECT")) {
                page.selectOption("#" + id, answer);
            } else {
                page.fill("#" + id, answer);
            }
        });
        page.check("#audience-GENERAL");
        page.check("#lawful");
    }

    private static void signUp(Visitor visitor, String email) {
        visitor.open("/for-companies");
        visitor.follow("アカウントを作る");
        register(visitor, email);
    }

    private static void register(Visitor visitor, String email) {
        visitor.signUp("試験 担当", email);
    }

    private static String fresh() {
        return "firm" + System.nanoTime() + "@demo.example";
    }

    private static String number(String email) {
        String base = String.format("%012d", Math.abs((long) email.hashCode()) % 1_000_000_000_000L);
        return CorporateNumber.checkDigit(base) + base;
    }
}
