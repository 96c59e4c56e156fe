package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tsunagu.shared.FiscalYear;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** From an application to a hire that counts, with both sides at their own browsers. */
class ApplicationsIT {

    private final TestPortal portal = TestPortal.shared();

    @Test
    void an_application_goes_its_way_to_a_hire_that_counts_once() throws Exception {
        String job = ownOpenJob(0);
        try (Visitor seeker = Visitor.onPhone(portal);
                Visitor company = Visitor.atDesk(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            signUp(seeker, "応募 太郎");
            seeker.open("/jobs/" + job);
            seeker.follow("この求人に応募する");
            Page page = seeker.page();
            seeker.finds_the_page_sound();
            page.fill("#message", "仕事の内容に興味があります。");
            page.selectOption("#atHighSchool", "yes");
            page.fill("#email", "taro@example.jp");
            page.check("#agreed");
            seeker.press("応募する");
            seeker.sees("高校に在学中の方の応募は、学校とハローワークを通して行います");
            assertThat(page.inputValue("#message")).isEqualTo("仕事の内容に興味があります。");
            seeker.finds_the_page_sound();
            page.selectOption("#atHighSchool", "no");
            seeker.press("応募する");
            seeker.sees("応募しました。");
            seeker.finds_the_page_sound();
            assertThat(portal.one("select count(*) from mail_outbox where subject like '【つなぐ】応募を受け付けました%'"
                            + " and recipient_key = (select a.email_key from account a join job_application j on j.person_id = a.person_id"
                            + " order by j.id desc limit 1)"))
                    .isEqualTo("1");
            String path = page.url().replace(portal.url(""), "").replaceFirst("[?].*", "");
            seeker.open("/jobs/" + job + "/apply");
            assertThat(page.url())
                    .as("who has applied is led to the application")
                    .contains(path);

            // Too large is said when it is chosen, and nothing is sent; sent, it would end on a page of the browser.
            page.setInputFiles("#file", new FilePayload("大きい.pdf", "application/pdf", new byte[30 * 1024 * 1024]));
            assertThat(page.locator("p[role=alert]:visible").innerText()).isEqualTo("ファイルは5MBまでです。");
            String here = page.url();
            page.locator("button:has-text('ファイルを送る')").click();
            assertThat(page.url()).isEqualTo(here);
            seeker.finds_the_page_sound();
            page.setInputFiles(
                    "#file",
                    new FilePayload(
                            "履歴書.exe", "application/pdf", "MZ not a document".getBytes(StandardCharsets.UTF_8)));
            seeker.press("ファイルを送る");
            seeker.sees("PDFか画像");
            page.setInputFiles("#file", new FilePayload("顔写真.jpg", "text/html", pictureWithComment()));
            seeker.press("ファイルを送る");
            seeker.sees("ファイルを加えました。", "顔写真.jpg");
            String file = portal.one("select code from job_application_file order by id desc limit 1");
            APIResponse fetched = page.request().get(portal.url("/files/" + file));
            assertThat(fetched.headers()).containsEntry("content-type", "image/jpeg");
            assertThat(fetched.headers().get("content-disposition")).startsWith("attachment");
            assertThat(new String(fetched.body(), StandardCharsets.ISO_8859_1)).doesNotContain("SECRET-PLACE");
            // A file sent by mistake can be taken back.
            page.setInputFiles("#file", new FilePayload("別の会社あて.jpg", "text/html", pictureWithComment()));
            seeker.press("ファイルを送る");
            seeker.sees("別の会社あて.jpg");
            String wrong = portal.one("select code from job_application_file order by id desc limit 1");
            seeker.press("別の会社あて.jpg 消す");
            seeker.sees("ファイルを消しました。", "顔写真.jpg");
            assertThat(seeker.text()).doesNotContain("別の会社あて");
            assertThat(page.request().get(portal.url("/files/" + wrong)).status())
                    .isEqualTo(404);

            company.signIn("company@demo.example");
            company.open("/company/applications");
            company.finds_the_page_sound();
            company.follow("応募 太郎");
            company.finds_the_page_sound();
            assertThat(company.page()
                            .request()
                            .get(portal.url("/files/" + file))
                            .status())
                    .isEqualTo(200);
            company.page().fill("#words", "来週、面接にお越しください。");
            company.press("送る");
            // A step that was a mistake is put right while nobody has acted on it, the final ones too; the person is
            // told.
            company.press("不採用にする");
            company.sees("状態を変えました。", "不採用", "までに取り消せば、メールは送られません");
            company.finds_the_page_sound();
            company.press("「不採用」は間違いでした");
            company.sees("状態を戻しました。", "面接に進める");
            assertThat(company.text()).doesNotContain("間違いでした");
            String letters = "subject similar to '%(訂正されました|状況が変わりました)%'";
            assertThat(portal.letters(letters, path))
                    .as("nobody had been written to")
                    .isEqualTo(0);
            company.press("面接に進める");
            company.sees("状態を変えました。", "面接", "「面接」は間違いでした");

            seeker.open("/my");
            seeker.sees("新しいメッセージ", "面接");
            seeker.finds_the_page_sound();
            seeker.open(path);
            seeker.sees("来週、面接にお越しください。");
            page.fill("#words", "伺います。");
            seeker.press("送る");

            company.page().reload();
            assertThat(company.text()).as("the person has answered").doesNotContain("間違いでした");
            company.press("採用を記録する");
            company.sees("働き始める日を正しく入力してください");
            LocalDate firstDay = LocalDate.now(FiscalYear.ZONE).plusDays(30);
            company.page().fill("#firstDay", firstDay.toString());
            company.press("採用を記録する");
            company.sees("採用を記録しました。", "本人の確かめを待っています");
            // The wrong day is put right until the person has said that it is true.
            company.page().locator("summary:has-text('働き始める日を直す')").click();
            company.page().fill("#firstDay", firstDay.plusDays(2).toString());
            company.press("この日に直す");
            company.sees("働き始める日を直しました");
            company.finds_the_page_sound();
            assertThat(portal.one("select hired_on from placement order by id desc limit 1"))
                    .isEqualTo(firstDay.plusDays(2).toString());

            staff.signIn("staff@demo.example");
            staff.open("/staff/placements");
            staff.sees("本人の確かめ待ち");
            assertThat(staff.text()).doesNotContain("応募 太郎").doesNotContain("人（");
            long before = counted();
            seeker.open(path);
            seeker.sees("就職が決まりましたか");
            seeker.press("合っています");
            seeker.sees("どのように出会ったかを選んでください。");
            page.selectOption("#route", "EVENT");
            seeker.press("合っています");
            seeker.sees("就職おめでとうございます。");
            assertThat(counted()).isEqualTo(before + 1);
            staff.open("/staff/placements");
            staff.sees("イベント・説明会", "数える");
            staff.finds_the_page_sound();
            company.open("/company/applications");
            company.follow("応募 太郎");
            company.sees("本人も確かめました");
            assertThat(company.text()).doesNotContain("働き始める日を直す");
        }
    }

    @Test
    void a_person_who_denies_the_hire_strikes_it_out() {
        String job = ownOpenJob(1);
        try (Visitor seeker = Visitor.onPhone(portal);
                Visitor company = Visitor.atDesk(portal)) {
            String name = "否認 花子";
            signUp(seeker, name);
            String path = apply(seeker, job);
            company.signIn("company@demo.example");
            company.open("/company/applications");
            company.follow(name);
            company.page()
                    .fill(
                            "#firstDay",
                            LocalDate.now(FiscalYear.ZONE).plusDays(3).toString());
            company.press("採用を記録する");
            long before = counted();
            seeker.open(path);
            seeker.press("違います");
            seeker.sees("記録を取り消しました。", "内定");
            assertThat(counted()).isEqualTo(before);
            company.open("/company/applications");
            company.follow(name);
            company.sees("本人は「違います」と答えました");
            seeker.press("応募を取り下げる");
            seeker.sees("応募を取り下げました。", "取下げ");
        }
    }

    /** Files, applications and messages by their numbers, from another company and another person. */
    @Test
    void nothing_of_others_is_reached() {
        String job = ownOpenJob(2);
        try (Visitor seeker = Visitor.onPhone(portal);
                Visitor other = Visitor.atDesk(portal);
                Visitor rival = Visitor.atDesk(portal)) {
            signUp(seeker, "内緒 次郎");
            String path = apply(seeker, job);
            String code = path.replaceFirst(".*/", "");
            seeker.page()
                    .setInputFiles(
                            "#file",
                            new FilePayload(
                                    "cv.pdf", "application/pdf", "%PDF-1.4 test".getBytes(StandardCharsets.UTF_8)));
            seeker.press("ファイルを送る");
            seeker.sees("cv.pdf");
            String file = portal.one("select code from job_application_file order by id desc limit 1");
            signUp(other, "別 の人");
            rival.signIn("newcompany@demo.example");
            for (String each : List.of(path, "/files/" + file)) {
                assertThat(other.page().request().get(portal.url(each)).status())
                        .as(each)
                        .isEqualTo(404);
            }
            // Every address of a company that names something, with something of this company in it, for another
            // company.
            portal.run(
                    "set tsunagu.actor = 'test'; insert into participation (id, code, internship_id, session_id, company_id,"
                            + " person_id, type, data_used, state, name, email, school, message, subsidy, applied_at, moved_at, version)"
                            + " select -1, 'walked', i.id, s.id, i.company_id, (select max(id) from person), i.type, false, 'APPLIED',"
                            + " 'x', null, 'KOSEN', 'x', false, now(), now(), 1 from internship i"
                            + " join internship_session s on s.internship_id = i.id order by i.id limit 1 on conflict do nothing");
            java.util.Map<String, String> real = java.util.Map.of(
                    "{participation}",
                    "walked",
                    "{internship}",
                    portal.one("select i.code from internship i join participation p on p.internship_id = i.id"
                            + " where p.code = 'walked'"),
                    "{application}",
                    code,
                    "{file}",
                    file,
                    "{job}",
                    job,
                    "{event}",
                    portal.one("select e.code from event e join event_exhibitor x on x.event_id = e.id"
                            + " order by e.id limit 1"),
                    "{submission}",
                    portal.one("select code from posting_submission order by id limit 1"),
                    "{secret}",
                    "x");
            int walked = 0;
            for (tsunagu.web.Route route : tsunagu.web.Routes.ALL) {
                if (route.roles().contains(tsunagu.shared.Role.COMPANY)
                        && route.pattern().contains("{")
                        && !route.pattern().contains("{secret}")) {
                    String each = route.pattern();
                    for (var part : real.entrySet()) {
                        each = each.replace(part.getKey(), part.getValue());
                    }
                    assertThat(rival.page().request().get(portal.url(each)).status())
                            .as(each)
                            .isEqualTo(404);
                    walked++;
                }
            }
            assertThat(walked).isGreaterThanOrEqualTo(8);
            portal.run("set tsunagu.actor = 'test'; delete from participation where code = 'walked'");
            assertThat(rival.page()
                            .request()
                            .get(portal.url("/company/applications"))
                            .status())
                    .isEqualTo(404);
            assertThat(other.page()
                            .request()
                            .post(
                                    portal.url(path + "/files"),
                                    com.microsoft.playwright.options.RequestOptions.create()
                                            .setHeader("Sec-Fetch-Site", "same-origin")
                                            .setMultipart(com.microsoft.playwright.options.FormData.create()
                                                    .set(
                                                            "file",
                                                            new FilePayload(
                                                                    "x.pdf",
                                                                    "application/pdf",
                                                                    "%PDF-1".getBytes(StandardCharsets.UTF_8)))))
                            .status())
                    .as("a file for somebody else's application")
                    .isEqualTo(404);
        }
    }

    @Test
    void a_closed_posting_takes_no_application_from_a_form_opened_before() {
        try (Visitor seeker = Visitor.onPhone(portal)) {
            String job = portal.one("select p.code from posting p where p.ended_at is null and p.opens_on < now()"
                    + " and p.closes_on > now() and p.company_id not in (select company_id from company_member)"
                    + " order by p.id desc limit 1");
            signUp(seeker, "遅刻 三郎");
            seeker.open("/jobs/" + job + "/apply");
            portal.run("select set_config('tsunagu.actor', 'system:test', true); update posting set ended_at = now()"
                    + " where code = '" + job + "'");
            fillIn(seeker);
            seeker.press("応募する");
            seeker.sees("この求人の募集は終わりました。");
            assertThat(portal.one(
                            "select count(*) from job_application a join posting p on p.id = a.posting_id where p.code = '"
                                    + job + "'"))
                    .isEqualTo("0");
        }
    }

    private long counted() {
        return Long.parseLong(portal.one("select count(*) from placement where person_said_at is not null"));
    }

    private String ownOpenJob(int skip) {
        return portal.one("select p.code from posting p join company_member m on m.company_id = p.company_id"
                + " join account a on a.id = m.account_id where a.email_key = testing.mark('company@demo.example') and p.ended_at is null"
                + " and p.opens_on < now() and p.closes_on > now() order by p.id offset " + skip + " limit 1");
    }

    private String apply(Visitor seeker, String job) {
        seeker.open("/jobs/" + job + "/apply");
        fillIn(seeker);
        seeker.press("応募する");
        seeker.sees("応募しました。");
        return seeker.page().url().replace(portal.url(""), "").replaceFirst("[?].*", "");
    }

    private static void fillIn(Visitor seeker) {
        seeker.page().fill("#message", "応募します。");
        seeker.page().selectOption("#atHighSchool", "no");
        seeker.page().fill("#email", "someone@example.jp");
        seeker.page().check("#agreed");
    }

    static void signUp(Visitor visitor, String name) {
        visitor.open("/sign-up");
        visitor.signUp(name, "seeker" + System.nanoTime() + "@demo.example");
    }

    /** A JPEG that carries where it was taken. */
    private static byte[] pictureWithComment() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", out);
        byte[] plain = out.toByteArray();
        byte[] comment = "SECRET-PLACE 38.9,141.1".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        with.write(plain, 0, 2);
        with.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (comment.length + 2)});
        with.write(comment);
        with.write(plain, 2, plain.length - 2);
        return with.toByteArray();
    }
}
