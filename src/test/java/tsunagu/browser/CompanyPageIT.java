package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import tsunagu.testing.Visitor;

/** What a company says of itself and reads of its readers. */
class CompanyPageIT extends CompanyDesk {

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
            assertThat(portal.one("select count(*) from company where capital = 12000000000"))
                    .isEqualTo("1");
            java.awt.image.BufferedImage image =
                    new java.awt.image.BufferedImage(2400, 1200, java.awt.image.BufferedImage.TYPE_INT_RGB);
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            javax.imageio.ImageIO.write(image, "png", out);
            page.setInputFiles(
                    "#picture",
                    new com.microsoft.playwright.options.FilePayload("絵.png", "image/png", out.toByteArray()));
            company.press("写真を送る");
            company.sees("写真の説明を入力してください。");
            page.setInputFiles(
                    "#picture",
                    new com.microsoft.playwright.options.FilePayload("絵.png", "image/png", out.toByteArray()));
            page.fill("#alt", "試験の絵" + said);
            company.press("写真を送る");
            company.sees("写真を加えました。");
            assertThat(portal.one("select width || 'x' || height || media_type from company_picture where alt = '試験の絵"
                            + said + "'"))
                    .isEqualTo("1600x800image/jpeg");
            String code = portal.one(
                    "select c.code from company c join company_picture p on p.company_id = c.id where p.alt ="
                            + " '試験の絵" + said + "'");
            student.open("/companies/" + code);
            student.sees(said);
            assertThat(student.page().locator("img[alt='試験の絵" + said + "']").count())
                    .isEqualTo(1);
            company.press("試験の絵" + said + " 右に90度回す");
            company.sees("写真を回しました。");
            company.picture("profile-turned-1280");
            company.finds_the_page_sound();
            assertThat(portal.one("select width || 'x' || height || media_type from company_picture where alt = '試験の絵"
                            + said + "'"))
                    .isEqualTo("800x1600image/jpeg");
            page.setInputFiles(
                    "#picture",
                    new com.microsoft.playwright.options.FilePayload(
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
            String code = portal.one(
                    "select code from company where appeal = '" + said + "その二' and welfare = '" + said + "休み'");
            assertThat(code).isNotNull();
            other.open("/companies/" + code);
            other.sees("https://video.example/watch?v=" + said);
        }
    }

    @Test
    void a_company_reads_what_its_posting_said_and_how_often_it_was_read() throws Exception {
        String job = portal.one(
                "select p.code from posting p join company_member m on m.company_id = p.company_id"
                        + " join account a on a.id = m.account_id where a.email_key = testing.mark('company@demo.example')"
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
            assertThat(Integer.parseInt(portal.one(views)))
                    .as("the reader, not the company")
                    .isEqualTo(Integer.parseInt(before) + 1);
            company.open("/company/statistics");
            company.sees("求人のページが開かれた回数");
        }
    }
}
