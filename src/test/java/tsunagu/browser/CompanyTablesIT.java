package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import tsunagu.testing.Visitor;

/** Companies and jobs out of tables: all or none. */
class CompanyTablesIT extends CompanyDesk {

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
            assertThat(page.inputValue("#text").lines().count())
                    .as("the hidden list of choices is no row")
                    .isEqualTo(1);
            page.fill("#text", "求人の見出し\t雇用形態\n" + one + "\t正社員\n" + one + "二\tパート・アルバイト\n");
            company.press("読み取って確かめる");
            company.press("2件の下書きを作る");
            company.sees("表から下書きを作りました。2件です。", one + "二");
            portal.run(
                    "select set_config('tsunagu.actor', 'system:test', true); update posting_submission p set state ="
                            + " 'DISCARDED' from posting_submission_answer a where a.submission_id = p.id and a.answer like '"
                            + one + "%'");
            company.open("/company/jobs/import");
            page.setInputFiles(
                    "#table-file",
                    new com.microsoft.playwright.options.FilePayload(
                            "jobs.csv",
                            "text/csv",
                            "求人の見出し,雇用形態\n事務,正社員\n".getBytes(java.nio.charset.Charset.forName("Shift_JIS"))));
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
            staff.sees(
                    "法人番号の桁の並びが正しくありません",
                    "読みは全角カタカナで",
                    "所在地を入力してください。",
                    "従業員の数を数字で",
                    "同じ名前の会社が、すでに登録されているか、上の行にあります。",
                    "業種は日本標準産業分類");
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

    /** More than a page waits for: handed over once, looked at in part, and its work has a page of its own. */
    @Test
    void a_long_table_is_handed_over_and_its_work_is_seen() {
        try (Visitor staff = Visitor.atDesk(portal);
                Visitor phone = Visitor.onPhone(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/companies/import");
            staff.finds_the_page_sound();
            String tag = Long.toString(System.nanoTime());
            StringBuilder table = new StringBuilder("法人番号がない理由,会社の名前,読み（カタカナ）,何をしている会社か,業種,地域,所在地,従業員の数\n");
            for (int i = 1; i <= 700; i++) {
                table.append("団体です,長い表の会" + tag + "の" + i + ",ナガイ,表から来ました。,食料品製造業,")
                        .append(i == 650 ? "ない地域" : "大東地域")
                        .append(i == 651 ? ",架空町1,\n" : ",架空町1,5\n");
            }
            Page page = staff.page();
            page.setInputFiles(
                    "#table-file",
                    new com.microsoft.playwright.options.FilePayload(
                            "companies.csv",
                            "text/csv",
                            table.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            staff.sees("700行の表を預かりました。");
            assertThat(page.inputValue("#text")).isEmpty();
            staff.press("読み取って確かめる");
            staff.sees(
                    "選んだファイルの表を預かっています。", "700行のうち、直す行が2行あります。", "長い表の会" + tag + "の650", "ない地域", "従業員の数を数字で入力してください。");
            assertThat(staff.text()).doesNotContain("null");
            assertThat(page.locator("tbody tr").count())
                    .as("only what is to be mended")
                    .isEqualTo(2);
            staff.finds_the_page_sound();
            staff.press("全部を登録する");
            staff.sees("全部が直るまで、1行も取り込まれません。");

            String account = "(select id from account where email_key = testing.mark('staff@demo.example'))";
            String code = "testwork" + (System.nanoTime() % 90_000_000 + 10_000_000);
            portal.run(
                    "insert into long_work (code, account_id, input, kind, state, kept_at, begun_at, runner, heard_at, done, total)"
                            + " values ('" + code + "', " + account
                            + ", 'x', 'companies', 'RUNNING', now(), now(), 'test', now() + interval '1 hour',"
                            + " 350, 700)");
            staff.open("/staff/long-work/" + code);
            staff.sees("企業の取り込み", "700件のうち、350件まで進みました。");
            staff.finds_the_page_sound();
            phone.signIn("staff@demo.example");
            phone.open("/staff/long-work/" + code);
            phone.finds_the_page_sound();
            staff.press("途中で止める");
            staff.sees("止めました", "1件も登録していません。");
            staff.finds_the_page_sound();
            // What the phone showed as going on ends there by itself.
            phone.sees("止めました");
            portal.run("update long_work set state = 'DONE', result = 700, seen = false where code = '" + code + "'");
            staff.open("/staff");
            staff.sees("終わった長い作業");
            staff.open("/staff/long-work");
            staff.follow("企業の取り込み");
            staff.sees("700社を登録しました。");
            staff.finds_the_page_sound();
            staff.open("/staff");
            assertThat(staff.text()).doesNotContain("終わった長い作業");
            portal.run("delete from long_work where account_id = " + account);
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
            company.page()
                    .setInputFiles(
                            "#table-file",
                            new com.microsoft.playwright.options.FilePayload(
                                    "求人.xlsx",
                                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                    out.toByteArray()));
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                            company.page().locator("#text"))
                    .hasValue(java.util.regex.Pattern.compile("表から来た求人"));
            company.sees("隠れている行（1行）は読んでいません");
            company.finds_the_page_sound();
            company.press("読み取って確かめる");
            company.sees("表から来た求人");
            assertThat(company.text()).doesNotContain("隠した求人");
            company.page()
                    .setInputFiles(
                            "#table-file",
                            new com.microsoft.playwright.options.FilePayload(
                                    "求人.xlsx",
                                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                    out.toByteArray()));
            company.page().selectOption("#table-sheet", "来春の求人");
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                            company.page().locator("#text"))
                    .hasValue(java.util.regex.Pattern.compile("二枚目の求人"));
            company.press("読み取って確かめる");
            company.sees("二枚目の求人", "すべて読み取れました");
            company.page()
                    .setInputFiles(
                            "#table-file",
                            new com.microsoft.playwright.options.FilePayload("写真.jpg", "image/jpeg", new byte[] {
                                (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0
                            }));
            company.page().waitForSelector("[data-table-file] [role=alert]:not([hidden])");
            company.sees("これは画像です");
        }
    }
}
