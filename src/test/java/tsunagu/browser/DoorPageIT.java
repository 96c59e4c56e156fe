package tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tsunagu.shared.CheckedDigits;
import tsunagu.shared.FoldedName;
import tsunagu.testing.Chromium;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** The door in a real browser, with the network switched off and on. */
class DoorPageIT extends DoorPages {

    @Test
    void the_door_goes_on_without_a_network_and_loses_nothing() {
        long session = tonight("圏外の体育館");
        portal.run(
                "set tsunagu.actor = 'test'; insert into event_question (id, event_id, number, moment, kind, text, options, version)"
                        + " select nextval('tsunagu_seq'), event_id, 1, 'DOOR', 'ONE', '弁当が要りますか', E'要る\\n要らない', 1 from event_session"
                        + " where id = " + session);
        try (Visitor door = Visitor.onPhone(portal)) {
            Page page = opened(door, session);
            door.finds_the_page_sound();
            door.offline(true);
            page.reload();
            assertThat(page.locator("#door")).hasAttribute("data-ready", "yes");
            assertThat(page.locator("#status")).containsText("圏外です");

            code(page, CODES.get(0));
            assertThat(page.locator("#result-title")).hasText("受付しました");
            assertThat(page.locator("#result-who")).hasText("受付 一郎");
            page.locator(".asked select").selectOption("要らない");
            page.click(".asked button");
            assertThat(page.locator(".asked")).containsText("記録しました：要らない");
            code(page, CODES.get(0));
            assertThat(page.locator("#result-title")).hasText("受付済みです");
            code(page, CODES.get(0).substring(0, 7) + (CODES.get(0).charAt(7) == '9' ? '0' : '9'));
            assertThat(page.locator("#result-title")).hasText("番号の読み違いです");
            page.reload();
            code(page, CODES.get(0));
            assertThat(page.locator("#result-title")).hasText("受付済みです");

            page.click("summary:has-text('名前で探す')");
            page.fill("#search", "受");
            assertThat(page.locator("#found li")).hasCount(0);
            // a surname of two kanji is enough
            page.fill("#search", "受付");
            assertThat(page.locator("#found li")).hasCount(3);
            page.fill("#search", "受付二");
            page.click("#found button");
            assertThat(page.locator("#result-title")).hasText("受付しました");
            page.click("#undo");
            assertThat(page.locator("#result-title")).hasText("受付を取り消しました");

            page.click("summary:has-text('当日参加')");
            page.click("#walk-in button[type=submit]");
            assertThat(page.locator("#walk-said")).hasText("お名前と区分を入力してください。");
            page.fill("#walk-name", "飛び入り 四郎");
            page.selectOption("#walk-role", "GUARDIAN");
            page.click("#walk-in button[type=submit]");
            assertThat(page.locator("#result-who")).hasText("飛び入り 四郎");
            page.click("summary:has-text('人数を数える')");
            for (int i = 0; i < 3; i++) {
                page.click("[data-count=UNIVERSITY_STUDENT] [data-more]");
            }
            page.click("[data-count=UNIVERSITY_STUDENT] [data-less]");
            assertThat(page.locator("#present")).hasText("2");
            assertThat(page.locator("#status")).containsText("未送信");
            assertThat(portal.one("select count(*) from scan where session_id = " + session))
                    .isEqualTo("0");

            door.offline(false);
            assertThat(page.locator("#door")).hasAttribute("data-waiting", "0");
            assertThat(page.locator("#status")).containsText("通信できています");
            assertThat(present(session)).isEqualTo("2");
            assertThat(portal.one(
                            "select count(*) from attendance where undone_at is not null and session_id = " + session))
                    .isEqualTo("1");
            assertThat(portal.one(
                            "select string_agg(kind || ':' || outcome, ' ' order by device_time) from scan where session_id = "
                                    + session))
                    .isEqualTo("SCAN:OK SCAN:ALREADY SCAN:MISREAD SCAN:ALREADY SCAN:OK UNDO:UNDONE WALK_IN:OK");
            assertThat(portal.one("select persons from head_count where session_id = " + session))
                    .isEqualTo("2");
            assertThat(portal.one("select count(*) from door_conflict where session_id = " + session))
                    .isEqualTo("0");
            assertThat(portal.one(
                            "select string_agg(a.value, ' ') from event_answer a join registration r on r.id = a.registration_id"
                                    + " where r.session_id = " + session))
                    .isEqualTo("要らない");

            // Taken back and read again: the first time stays.
            String first =
                    portal.one("select min(checked_in_at) from attendance where undone_at is not null and session_id = "
                            + session);
            code(page, CODES.get(1));
            assertThat(page.locator("#result-title")).hasText("受付しました");
            await(() -> present(session).equals("3"));
            assertThat(portal.one(
                            "select min(checked_in_at) from attendance a join registration r on r.id = a.registration_id"
                                    + " where r.short_code = '" + CODES.get(1) + "' and a.session_id = " + session
                                    + " and a.undone_at is null"))
                    .isEqualTo(first);

            // The numbers stay what they were when the list is fetched anew: the walk-in, and everybody who came along.
            portal.run(
                    "set tsunagu.actor = 'test'; update attendance set companions = 2, companion_kinds = 'GUARDIAN:2' where registration_id ="
                            + " (select id from registration where session_id = " + session + " and short_code = '"
                            + CODES.get(0) + "');"
                            + " update person set reading = 'うけつけ さぶろう' where id = (select person_id from registration where session_id = "
                            + session + " and short_code = '" + CODES.get(2) + "')");
            page.reload();
            assertThat(page.locator("#present")).hasText("5");
            page.click("summary:has-text('人数を数える')");
            page.click("[data-count=UNIVERSITY_STUDENT] [data-more]");
            await(() -> portal.one("select persons from head_count where session_id = " + session)
                    .equals("3"));
            assertThat(page.locator("#present")).hasText("5");
            page.click("summary:has-text('名前で探す')");
            page.fill("#search", "サブロウ");
            assertThat(page.locator("#found li")).hasCount(1);
            assertThat(page.locator("#found"))
                    .containsText("番号の末尾 " + CODES.get(2).substring(6));
            page.click("summary:has-text('当日参加')");
            page.fill("#walk-name", "受付　一郎");
            page.selectOption("#walk-role", "GUARDIAN");
            page.click("#walk-in button[type=submit]");
            assertThat(page.locator("#walk-said")).containsText("同じ名前の申込みがあります");
            page.click("#twins button");
            assertThat(page.locator("#result-title")).hasText("受付済みです");

            // Signed out in the middle: the device goes on by its own secret.
            page.context().clearCookies();
            code(page, CODES.get(2));
            assertThat(page.locator("#result-title")).hasText("受付しました");
            await(() -> present(session).equals("4"));
        }
    }

    /** An open page of a former release asks for its modules under its version: it gets what is there, and nobody keeps it so. */
    @Test
    void modules_are_kept_under_their_own_version_only() {
        long session = tonight("版のある部品");
        try (Visitor phone = Visitor.onPhone(portal)) {
            Page page = opened(phone, session);
            String module = (String) page.evaluate("document.querySelector('script[type=module]').src");
            assertThat(module).matches(".*/assets/door/v-[0-9a-f]+/main\\.js");
            for (String name : List.of("main.js", "store.js", "portal.js")) {
                APIResponse now = page.request().get(module.replace("main.js", name));
                assertThat(now.headers())
                        .as(name)
                        .containsEntry("cache-control", "public, max-age=31536000, immutable");
                assertThat(now.headers().get("content-type")).as(name).contains("javascript");
                APIResponse former = page.request().get(module.replaceAll("/v-[0-9a-f]+/.*", "/v-0/" + name));
                assertThat(former.text()).as(name).isEqualTo(now.text());
                assertThat(former.headers().getOrDefault("cache-control", ""))
                        .as(name)
                        .doesNotContain("immutable");
            }
            assertThat(page.request().get(module.replace("main.js", "none.js")).status())
                    .isEqualTo(404);
            assertThat(page.request().get(module.replace("/door/", "/nothing/")).status())
                    .isEqualTo(404);
            Object kept = page.evaluate(
                    """
                    async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
                      .flat().map((request) => new URL(request.url).pathname).filter((path) => path.endsWith(".js")).length""");
            Object imported = page.evaluate(
                    "performance.getEntriesByType('resource').filter((e) => /v-[0-9a-f]+.*js$/.test(e.name)).length");
            assertThat(kept).as("all that the page imports, and nothing else").isEqualTo(imported);
        }
    }

    /** The rules that the server and the page both have are one class; the compiled one is held against ours all the same. */
    @Test
    void a_number_and_a_name_are_read_alike_on_both_sides() {
        long session = tonight("同じ決まり");
        String letters = "0123456789０１２３４５６７８９０１２３４５６７８９ 　\t\u00a0\u2009\ufeff.-‐―−ー・－aＢÀßアァヴヶヷがｱﾞ〜々𠮷";
        int[] alphabet = letters.codePoints().toArray();
        Random random = new Random(8);
        List<String> inputs = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            StringBuilder input = new StringBuilder();
            int most = i % 2 == 0 ? 45 : alphabet.length; // digits and what people put between them, or anything
            while (CheckedDigits.LENGTH > input.codePointCount(0, input.length()) || random.nextInt(4) == 0) {
                input.appendCodePoint(alphabet[random.nextInt(i % 3 == 0 ? 20 : most)]);
            }
            inputs.add(input.toString());
        }
        List<String> ours = inputs.stream()
                .map(each -> {
                    String digits = CheckedDigits.in(each);
                    return digits + "|" + (digits != null && CheckedDigits.plausible(digits)) + "|"
                            + FoldedName.of(each);
                })
                .toList();
        assertThat(ours).as("eight digits are among them").anyMatch(each -> each.contains("|true|"));
        try (Visitor phone = Visitor.onPhone(portal)) {
            Object theirs = opened(phone, session)
                    .evaluate(
                            """
                    async (inputs) => {
                      const portal = await import(new URL("portal.js", document.querySelector("script[type=module]").src));
                      return inputs.map((each) => {
                        const digits = portal.digits(each);
                        return digits + "|" + (digits !== null && portal.plausible(digits)) + "|" + portal.folded(each);
                      });
                    }""",
                            inputs);
            assertThat(theirs).isEqualTo(ours);
        }
    }

    @Test
    void two_phones_without_a_network_let_one_person_in_and_staff_see_it() {
        long session = tonight("二つの入口");
        try (Visitor one = Visitor.onPhone(portal);
                Visitor two = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            Page left = opened(one, session);
            Page right = opened(two, session);
            one.offline(true);
            two.offline(true);
            code(left, CODES.get(0));
            assertThat(left.locator("#result-title")).hasText("受付しました");
            left.waitForTimeout(1_100);
            code(right, CODES.get(0));
            assertThat(right.locator("#result-title")).hasText("受付しました");
            portal.run(
                    "set tsunagu.actor = 'test'; update registration set state = 'CANCELLED', cancelled_at = now() where short_code = '"
                            + CODES.get(1) + "' and session_id = " + session);
            code(left, CODES.get(1));
            assertThat(left.locator("#result-title")).hasText("受付しました");
            // The later phone reports first.
            two.offline(false);
            assertThat(right.locator("#door")).hasAttribute("data-waiting", "0");
            String later = portal.one("select checked_in_at from attendance where session_id = " + session);
            one.offline(false);
            assertThat(left.locator("#door")).hasAttribute("data-waiting", "0");
            assertThat(present(session)).isEqualTo("2");
            assertThat(portal.one("select count(*) from scan where session_id = " + session))
                    .isEqualTo("3");
            assertThat(portal.one(
                            "select a.checked_in_at < '" + later + "' from attendance a join registration r on r.id ="
                                    + " a.registration_id where r.short_code = '" + CODES.get(0)
                                    + "' and a.session_id = " + session))
                    .as("the first of the two times counts")
                    .isEqualTo("t");

            staff.signIn("staff@demo.example");
            staff.open("/staff/sessions/" + session + "/door");
            staff.sees("同じ人が2つの端末で受付されました", "取り消した人が受付されました", "受付 一郎");
            staff.finds_the_page_sound();
            staff.page().locator("section:has-text('2つの端末') input[type=text]").fill("本人が東口から入り直した");
            staff.page().locator("section:has-text('2つの端末') button[name=act]").click();
            staff.sees("確認済みにしました。", "本人が東口から入り直した");
            // A phone that was lost may not report any more.
            staff.page().locator("tbody tr").first().locator(".sure > summary").click();
            staff.page().locator("tbody tr").first().locator("button[name=act]").click();
            staff.sees("端末を締め出しました。");
            code(left, CODES.get(2));
            assertThat(left.locator("#status")).containsText("送れなくなりました");
            assertThat(present(session)).isEqualTo("2");
        }
    }

    @Test
    void a_phone_reads_the_ticket_with_its_camera() throws Exception {
        long session = tonight("カメラの受付");
        Path film = Files.createTempFile("ticket", ".y4m");
        film(
                film,
                portal.one("select ticket_token from registration where short_code = '" + CODES.get(2)
                        + "' and session_id = " + session));
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(Chromium.start(
                                "--use-fake-ui-for-media-stream",
                                "--use-fake-device-for-media-stream",
                                "--use-file-for-fake-video-capture=" + film))) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(390, 844));
            page.navigate(portal.url("/sign-in"));
            page.fill("input[type=email]", "door@demo.example");
            page.fill("input[type=password]", TestPortal.PASSWORD);
            page.click("input[type=submit], button[type=submit]");
            page.navigate(portal.url("/door/" + session));
            assertThat(page.locator("#door")).hasAttribute("data-ready", "yes");
            page.click("#camera");
            assertThat(page.locator("#result-title")).hasText("受付しました");
            assertThat(page.locator("#result-who")).hasText("受付 三郎");
            await(() -> present(session).equals("1"));
        } finally {
            Files.delete(film);
        }
    }

    @Test
    void a_list_on_paper_is_entered_once() {
        long session = tonight("紙の名簿");
        try (Visitor staff = Visitor.atDesk(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/sessions/" + session + "/paper");
            staff.sees("受付 一郎", "受付 二子");
            staff.finds_the_page_sound();
            staff.page().getByLabel("受付 一郎").check();
            staff.press("印を付けた人を出席にする");
            staff.sees("紙の名簿から出席を入力しました。");
            assertThat(portal.one("select string_agg(source, ',') from attendance where session_id = " + session))
                    .isEqualTo("PAPER");
            assertThat(staff.page().getByLabel("受付 一郎").count())
                    .as("who is present has no box any more")
                    .isZero();
        }
    }

    /** Let in all the same at one door: no other door sends the person away; the line and a session that is off are seen. */
    @Test
    void what_one_door_did_the_others_know() {
        long session = tonight("よその入口");
        String of = " where session_id = " + session + " and short_code = '";
        portal.run("set tsunagu.actor = 'test'; update registration set state = 'CANCELLED', cancelled_at = now()" + of
                + CODES.get(0) + "';"
                + " update registration set state = 'WAITING'" + of + CODES.get(1) + "';"
                + " update registration set state = 'WAITING', line_place = 1" + of + CODES.get(2) + "';");
        try (Visitor one = Visitor.onPhone(portal);
                Visitor two = Visitor.onPhone(portal)) {
            Page left = opened(one, session);
            Page right = opened(two, session);
            assertThat(left.locator("#line li").first()).containsText("受付 三郎");
            assertThat(left.locator("#line li").nth(1)).containsText("受付 二子");
            one.finds_the_page_sound();
            one.picture("door-line-390");
            code(left, CODES.get(0));
            assertThat(left.locator("#result-title")).hasText("取り消された申込みです");
            left.click("#force");
            assertThat(left.locator("#result-title")).hasText("受付しました");
            assertThat(left.locator("#result-title")).isInViewport();
            await(() -> present(session).equals("1"));
            code(right, CODES.get(0));
            right.waitForTimeout(1_500);
            code(right, CODES.get(0));
            assertThat(right.locator("#result-title")).hasText("受付済みです");
            right.waitForTimeout(1_500);
            assertThat(right.locator("#result-title")).hasText("受付済みです");
            left.click("#line button >> nth=0");
            assertThat(left.locator("#result-title")).hasText("キャンセル待ちの方です");
            left.click("#force");
            await(() -> present(session).equals("2"));
            assertThat(left.locator("#line li")).hasCount(1);

            portal.run(
                    "set tsunagu.actor = 'test'; update event_session set outcome = 'NOT_HELD', off_why = '大雪' where id = "
                            + session);
            right.reload();
            assertThat(right.locator("#off")).containsText("中止になりました");
            code(right, CODES.get(1));
            assertThat(right.locator("#result-title")).hasText("まだ受付できません");
        }
    }

    @Test
    void whoever_signs_in_for_the_door_stands_at_it() {
        try (Visitor door = Visitor.onPhone(portal)) {
            door.signIn("door@demo.example");
            assertThat(door.page()).hasURL(portal.url("/door"));
        }
    }

    /** A film for the browser's pretended camera: the ticket's code in front of a grey wall. */
    private static void film(Path file, String content) throws Exception {
        int width = 640;
        int height = 480;
        BitMatrix code = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 300, 300);
        byte[] frame = new byte[width * height * 3 / 2];
        java.util.Arrays.fill(frame, 0, width * height, (byte) 150);
        java.util.Arrays.fill(frame, width * height, frame.length, (byte) 128);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 300; x++) {
                frame[(y + 90) * width + x + 170] = (byte) (code.get(x, y) ? 30 : 230);
            }
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(("YUV4MPEG2 W" + width + " H" + height + " F10:1 Ip A1:1 C420\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 10; i++) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(frame);
            }
        }
    }
}
