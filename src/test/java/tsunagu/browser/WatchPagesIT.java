package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** A seeker keeps an eye on a list and a company, sees what is new, and stops the letters from the mail program. */
class WatchPagesIT {

    private final TestPortal portal = TestPortal.shared();

    @Test
    void a_list_is_saved_something_new_is_told_and_one_press_stops_it() throws Exception {
        try (Visitor seeker = Visitor.onPhone(portal);
                Visitor other = Visitor.atDesk(portal)) {
            // A portal that has just started makes the pass of the night, too; a letter it writes would be the only one
            // of the day.
            for (int i = 0;
                    i < 60
                            && portal.one("select count(*) from daily_task_run where task = 'watch'")
                                    .equals("0");
                    i++) {
                seeker.page().waitForTimeout(1_000);
            }
            seeker.signIn("seeker@demo.example");
            seeker.open("/my");
            seeker.finds_the_page_sound();
            seeker.open("/jobs?q=&area=ICHINOSEKI");
            seeker.follow("この条件を保存して、新着を受け取る");
            seeker.finds_the_page_sound();
            seeker.press("保存する");
            seeker.sees("名前を1文字から100文字までで入力してください。");
            seeker.finds_the_page_sound();
            seeker.fill("名前", "一関地域の、とても長い名前を付けた、仕事さがしの条件（通勤30分まで・土日休み・正社員）");
            seeker.press("保存する");
            seeker.sees("条件を保存しました。", "通勤30分まで", "この30日に新着はありません");
            String company = portal.one("select code from company where merged_into is null order by id limit 1");
            seeker.open("/companies/" + company);
            seeker.follow("この企業をフォローする");
            seeker.press("フォローする");
            seeker.sees("フォローしました。");
            seeker.finds_the_page_sound();

            // A company asks for a job in that area from today on, the city publishes it in the course of the day,
            // after the pass of
            // the night. The clock of this portal belongs to other classes, too: where one was in the future, so was
            // the last pass.
            portal.run("update watch_pass set looked_until = now() - interval '1 hour'");
            String job = CompanyIT.published(portal, "見守られる求人" + System.nanoTime());
            portal.run("set tsunagu.actor = 'test'; delete from daily_task_run where task = 'watch'");
            for (int i = 0;
                    i < 60
                            && portal.one(
                                            "select count(*) from watch_match m join posting p on p.id = m.record_id where p.code = '"
                                                    + job + "'")
                                    .equals("0");
                    i++) {
                seeker.page().waitForTimeout(1_000);
            }
            seeker.open("/my");
            seeker.sees("新しく見つかったもの");
            assertThat(seeker.page()
                            .locator("main a[href$='/jobs/" + job + "']")
                            .count())
                    .isEqualTo(1);
            seeker.finds_the_page_sound();
            seeker.open("/mailbox?to=seeker@demo.example");
            seeker.sees("【つなぐ】新着", "/jobs/" + job, "このお知らせを止めるには");

            String address = portal.one(
                    "select unsubscribe from mail_outbox where recipient_key = testing.mark('seeker@demo.example') and unsubscribe <> ''"
                            + " order by id desc limit 1");
            String path = URI.create(address).getPath();
            HttpClient program = HttpClient.newHttpClient();
            HttpResponse<String> looked = program.send(
                    HttpRequest.newBuilder(URI.create(portal.url(path))).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(looked.statusCode()).isEqualTo(302);
            assertThat(portal.one("select mail from watcher where token = '" + path.replaceFirst(".*/", "") + "'"))
                    .as("a look stops nothing")
                    .isEqualTo("t");
            assertThat(post(program, path, "List-Unsubscribe=Two-Click")).isEqualTo(400);
            assertThat(post(program, "/unsubscribe/AAAAAAAAAAAAAAAAAAAAAA", "List-Unsubscribe=One-Click"))
                    .isEqualTo(404);
            assertThat(post(program, path, "List-Unsubscribe=One-Click")).isEqualTo(200);
            seeker.open("/my/searches");
            seeker.sees("新着のメールは止めています。");
            seeker.press("メールを再開する");
            seeker.sees("新着のメールを再開しました。");
            // The form that RFC 8058 recommends.
            assertThat(multipart(program, path, "Two-Click")).isEqualTo(400);
            assertThat(multipart(program, path, "One-Click")).isEqualTo(200);
            seeker.open("/my/searches");
            seeker.sees("新着のメールは止めています。");
            seeker.press("メールを再開する");
            seeker.sees("新着のメールを再開しました。");
            other.open(path.replace("/unsubscribe/", "/stop/"));
            other.press("新着のメールを止める");
            other.sees("新着のメールを止めました");
            seeker.open("/my/searches");
            seeker.page().selectOption("select[id^='r']", "WEEKLY");
            seeker.page().click("button:text-is('お知らせを変える')");
            seeker.sees("お知らせの回数を変えました。");
            seeker.page().click(".sure > summary:text-is('外す')");
            seeker.page().click(".sure[open] button");
            seeker.sees("保存した検索を外しました。");
        }
    }

    private int multipart(HttpClient program, String path, String value) throws Exception {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n" + value
                + "\r\n--edge--\r\n";
        return program.send(
                        HttpRequest.newBuilder(URI.create(portal.url(path)))
                                .header("Content-Type", "multipart/form-data; boundary=edge")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    /** Nothing of a page, as a mail program sends it. */
    private int post(HttpClient program, String path, String body) throws Exception {
        return program.send(
                        HttpRequest.newBuilder(URI.create(portal.url(path)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
