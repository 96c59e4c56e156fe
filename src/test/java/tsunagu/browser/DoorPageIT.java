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
class DoorPageIT {

    /** Eight digits whose last is the check digit (Damm). */
    private static final List<String> CODES = List.of("57240000", "57240013", "57240021");

    private final TestPortal portal = TestPortal.shared();

    @Test
    void the_door_goes_on_without_a_network_and_loses_nothing() {
        long session = tonight("圏外の体育館");
        portal.run("set tsunagu.actor = 'test'; insert into event_question (id, event_id, number, moment, kind, text, options, version)"
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
            assertThat(portal.one("select count(*) from scan where session_id = " + session)).isEqualTo("0");

            door.offline(false);
            assertThat(page.locator("#door")).hasAttribute("data-waiting", "0");
            assertThat(page.locator("#status")).containsText("通信できています");
            assertThat(present(session)).isEqualTo("2");
            assertThat(portal.one("select count(*) from attendance where undone_at is not null and session_id = " + session))
                    .isEqualTo("1");
            assertThat(portal.one("select string_agg(kind || ':' || outcome, ' ' order by device_time) from scan where session_id = "
                            + session))
                    .isEqualTo("SCAN:OK SCAN:ALREADY SCAN:MISREAD SCAN:ALREADY SCAN:OK UNDO:UNDONE WALK_IN:OK");
            assertThat(portal.one("select persons from head_count where session_id = " + session)).isEqualTo("2");
            assertThat(portal.one("select count(*) from door_conflict where session_id = " + session)).isEqualTo("0");
            assertThat(portal.one("select string_agg(a.value, ' ') from event_answer a join registration r on r.id = a.registration_id"
                    + " where r.session_id = " + session)).isEqualTo("要らない");

            // Taken back and read again: the first time stays.
            String first = portal.one("select min(checked_in_at) from attendance where undone_at is not null and session_id = " + session);
            code(page, CODES.get(1));
            assertThat(page.locator("#result-title")).hasText("受付しました");
            await(() -> present(session).equals("3"));
            assertThat(portal.one("select min(checked_in_at) from attendance a join registration r on r.id = a.registration_id"
                            + " where r.short_code = '" + CODES.get(1) + "' and a.session_id = " + session + " and a.undone_at is null"))
                    .isEqualTo(first);

            // The numbers stay what they were when the list is fetched anew: the walk-in, and everybody who came along.
            portal.run("set tsunagu.actor = 'test'; update attendance set companions = 2, companion_role = 'GUARDIAN' where registration_id ="
                    + " (select id from registration where session_id = " + session + " and short_code = '" + CODES.get(0) + "');"
                    + " update person set reading = 'うけつけ さぶろう' where id = (select person_id from registration where session_id = "
                    + session + " and short_code = '" + CODES.get(2) + "')");
            page.reload();
            assertThat(page.locator("#present")).hasText("5");
            page.click("summary:has-text('人数を数える')");
            page.click("[data-count=UNIVERSITY_STUDENT] [data-more]");
            await(() -> portal.one("select persons from head_count where session_id = " + session).equals("3"));
            assertThat(page.locator("#present")).hasText("5");
            page.click("summary:has-text('名前で探す')");
            page.fill("#search", "サブロウ");
            assertThat(page.locator("#found li")).hasCount(1);
            assertThat(page.locator("#found")).containsText("番号の末尾 " + CODES.get(2).substring(6));
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

    /** The release before this one kept lists and facts under one-letter names; a phone may come back with them, without a network. */
    @Test
    void what_a_phone_kept_under_the_former_names_is_not_lost() {
        long session = tonight("前の版の端末");
        String registration =
                portal.one("select id from registration where session_id = " + session + " and short_code = '" + CODES.get(0) + "'");
        try (Visitor phone = Visitor.onPhone(portal)) {
            Page page = opened(phone, session);
            phone.offline(true);
            page.evaluate("""
                    ([session, registration, read]) => new Promise((resolve, reject) => {
                      const open = indexedDB.open("tsunagu-door", 1);
                      open.onerror = reject;
                      open.onsuccess = () => {
                        const change = open.result.transaction(["kept", "queue"], "readwrite");
                        change.oncomplete = resolve;
                        change.onerror = reject;
                        const kept = change.objectStore("kept");
                        const asked = kept.get("list:" + session);
                        asked.onsuccess = () => {
                          const { serverAhead, ...list } = asked.result;
                          list.off = serverAhead;
                          list.people = list.people.map((p) => ({ r: p.registration, p: p.person, h: p.ticketHash, c: p.codeHash,
                            n: p.name, role: p.role, s: p.state, k: p.companions, e: p.expected, y: p.reading, d: p.ending,
                            where: p.where }));
                          kept.put(list, "list:" + session);
                        };
                        change.objectStore("queue").put({ kind: "SCAN", r: Number(registration), read, answered: "OK", session,
                          nonce: "formernonce" + session, time: Date.now() - 1000 });
                      };
                    })""", List.of(Long.toString(session), registration, CODES.get(0)));
            page.reload();
            assertThat(page.locator("#door")).hasAttribute("data-ready", "yes");
            assertThat(page.locator("#door")).hasAttribute("data-waiting", "1");
            assertThat(page.locator("#present")).hasText("1");
            code(page, CODES.get(0));
            assertThat(page.locator("#result-title")).hasText("受付済みです");
            code(page, CODES.get(1));
            assertThat(page.locator("#result-who")).hasText("受付 二子");
            page.click("summary:has-text('名前で探す')");
            page.fill("#search", "受付三");
            assertThat(page.locator("#found")).containsText("番号の末尾 " + CODES.get(2).substring(6));
            phone.offline(false);
            assertThat(page.locator("#door")).hasAttribute("data-waiting", "0");
            await(() -> present(session).equals("2"));
            assertThat(portal.one("select registration_id from scan where nonce = 'formernonce" + session + "'")).isEqualTo(registration);
            assertThat(portal.one("select count(*) from door_conflict where session_id = " + session)).isEqualTo("0");
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
                assertThat(now.headers()).as(name).containsEntry("cache-control", "public, max-age=31536000, immutable");
                assertThat(now.headers().get("content-type")).as(name).contains("javascript");
                APIResponse former = page.request().get(module.replaceAll("/v-[0-9a-f]+/.*", "/v-0/" + name));
                assertThat(former.text()).as(name).isEqualTo(now.text());
                assertThat(former.headers().getOrDefault("cache-control", "")).as(name).doesNotContain("immutable");
            }
            assertThat(page.request().get(module.replace("main.js", "none.js")).status()).isEqualTo(404);
            assertThat(page.request().get(module.replace("/door/", "/nothing/")).status()).isEqualTo(404);
            Object kept = page.evaluate("""
                    async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
                      .flat().map((request) => new URL(request.url).pathname).filter((path) => path.endsWith(".js")).length""");
            Object imported = page.evaluate("performance.getEntriesByType('resource').filter((e) => /v-[0-9a-f]+.*js$/.test(e.name)).length");
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
                    return digits + "|" + (digits != null && CheckedDigits.plausible(digits)) + "|" + FoldedName.of(each);
                })
                .toList();
        assertThat(ours).as("eight digits are among them").anyMatch(each -> each.contains("|true|"));
        try (Visitor phone = Visitor.onPhone(portal)) {
            Object theirs = opened(phone, session).evaluate("""
                    async (inputs) => {
                      const portal = await import(new URL("portal.js", document.querySelector("script[type=module]").src));
                      return inputs.map((each) => {
                        const digits = portal.digits(each);
                        return digits + "|" + (digits !== null && portal.plausible(digits)) + "|" + portal.folded(each);
                      });
                    }""", inputs);
            assertThat(theirs).isEqualTo(ours);
        }
    }

    /** Taken back at another door while this phone was without a network: nothing green is dropped without a word. */
    @Test
    void what_cannot_be_kept_is_said_on_the_phone_and_before_staff() {
        long session = tonight("取り消された連れ");
        portal.run("set tsunagu.actor = 'test'; update registration set companions = 2, companion_role = 'GENERAL' where session_id = " + session
                + "; update event_session set taken = (select sum(1 + companions) from registration where session_id = " + session + ") where id = "
                + session);
        try (Visitor phone = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            Page page = opened(phone, session);
            code(page, CODES.get(0));
            assertThat(page.locator("#result-title")).hasText("受付しました");
            // The page says "0 waiting" before the scan as well: it is over when the record is there.
            await(() -> !present(session).equals("0"));
            assertThat(page.locator("#door")).hasAttribute("data-waiting", "0");
            phone.offline(true);
            page.fill("#companions-count", "1");
            page.click("#companions button");
            assertThat(page.locator("#door")).hasAttribute("data-waiting", "1");
            portal.run("set tsunagu.actor = 'test'; update attendance set undone_at = now() where session_id = " + session);
            phone.offline(false);
            assertThat(page.locator("#door")).hasAttribute("data-waiting", "0");
            assertThat(page.locator("#status")).containsText("1件は記録できなかったため");
            page.reload();
            assertThat(page.locator("#status")).containsText("1件は記録できなかったため");
            staff.signIn("staff@demo.example");
            staff.open("/staff/sessions/" + session + "/door");
            staff.sees("端末では受付しましたが、記録できませんでした", "受付 一郎");
            staff.finds_the_page_sound();
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
            portal.run("set tsunagu.actor = 'test'; update registration set state = 'CANCELLED', cancelled_at = now() where short_code = '"
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
            assertThat(portal.one("select count(*) from scan where session_id = " + session)).isEqualTo("3");
            assertThat(portal.one("select a.checked_in_at < '" + later + "' from attendance a join registration r on r.id ="
                            + " a.registration_id where r.short_code = '" + CODES.get(0) + "' and a.session_id = " + session))
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
        film(film, portal.one("select ticket_token from registration where short_code = '" + CODES.get(2) + "' and session_id = " + session));
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium()
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
            assertThat(portal.one("select string_agg(source, ',') from attendance where session_id = " + session)).isEqualTo("PAPER");
            assertThat(staff.page().getByLabel("受付 一郎").count()).as("who is present has no box any more").isZero();
        }
    }

    /** The clock is set right between two facts, so that the later one has the earlier time. */
    @Test
    void what_was_taken_back_stays_so_when_the_clock_is_set_right() {
        long session = tonight("時計の直った電話");
        try (Visitor phone = Visitor.onPhone(portal)) {
            Page page = opened(phone, session);
            phone.offline(true);
            page.evaluate("() => { const real = Date.now; window.real = real; Date.now = () => real() + 12 * 60_000; }");
            code(page, CODES.get(0));
            assertThat(page.locator("#result-title")).hasText("受付しました");
            page.click("summary:has-text('当日参加')");
            page.fill("#walk-name", "時計 太郎");
            page.selectOption("#walk-role", "GUARDIAN");
            page.click("#walk-in button[type=submit]");
            assertThat(page.locator("#result-who")).hasText("時計 太郎");
            page.evaluate("() => { Date.now = window.real; }");
            page.click("#undo");
            assertThat(page.locator("#result-title")).hasText("受付を取り消しました");
            page.fill("#code", "");
            page.click("summary:has-text('名前で探す')");
            page.fill("#search", "受付一郎");
            page.click("#found button");
            assertThat(page.locator("#result-title")).hasText("受付済みです");
            page.click("#undo");
            assertThat(page.locator("#result-title")).hasText("受付を取り消しました");
            assertThat(page.locator("#present")).hasText("0");
            page.reload();
            assertThat(page.locator("#door")).hasAttribute("data-ready", "yes");
            assertThat(page.locator("#present")).hasText("0");
            phone.offline(false);
            assertThat(page.locator("#door")).hasAttribute("data-waiting", "0");
            await(() -> !portal.one("select count(*) from scan where session_id = " + session).equals("0"));
            await(() -> present(session).equals("0"));
            assertThat(portal.one("select count(*) from attendance where session_id = " + session)).isEqualTo("2");
            assertThat(page.locator("#present")).hasText("0");
        }
        // A clock that is wrong when it reports: staff are told once, in minutes.
        try (Visitor phone = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            phone.page().addInitScript("const real = Date.now; Date.now = () => real() + 12 * 60_000;");
            Page page = opened(phone, session);
            for (String each : CODES) {
                code(page, each);
                assertThat(page.locator("#result-title")).hasText("受付しました");
            }
            await(() -> present(session).equals("3"));
            assertThat(portal.one("select count(*) from door_conflict where kind = 'CLOCK' and session_id = " + session)).isEqualTo("1");
            staff.signIn("staff@demo.example");
            staff.open("/staff/sessions/" + session + "/door");
            staff.sees("端末の時計が合っていません", "12分進み");
            staff.finds_the_page_sound();
        }
    }

    /** The list is kept with what it remembers; read again at a start without a network, no fact counts twice. */
    @Test
    void nobody_is_counted_twice_by_a_start_without_a_network() {
        long session = tonight("二度数えない");
        try (Visitor phone = Visitor.onPhone(portal)) {
            Page page = opened(phone, session);
            phone.offline(true);
            page.click("summary:has-text('当日参加')");
            page.fill("#walk-name", "飛び入り 五郎");
            page.selectOption("#walk-role", "GUARDIAN");
            page.click("#walk-in button[type=submit]");
            page.click("summary:has-text('人数を数える')");
            page.click("[data-count=UNIVERSITY_STUDENT] [data-more]");
            code(page, CODES.get(0).substring(0, 7) + (CODES.get(0).charAt(7) == '9' ? '0' : '9'));
            assertThat(page.locator("#result-title")).hasText("番号の読み違いです");
            assertThat(page.locator("#present")).hasText("1");
            assertThat(page.locator("#status")).containsText("未送信2件");
            for (int i = 0; i < 2; i++) {
                page.reload();
                assertThat(page.locator("#door")).hasAttribute("data-ready", "yes");
                assertThat(page.locator("#present")).hasText("1");
                assertThat(page.locator("[data-count=UNIVERSITY_STUDENT] output")).hasText("1");
            }
            // Later than at once, and somebody without a registration.
            page.click("summary:has-text('名前で探す')");
            page.fill("#search", "飛び入り");
            page.click("#found button");
            assertThat(page.locator("#result-title")).hasText("受付済みです");
            assertThat(page.locator("#result-title")).isInViewport();
            page.click("#undo");
            assertThat(page.locator("#present")).hasText("0");
            phone.offline(false);
            assertThat(page.locator("#door")).hasAttribute("data-waiting", "0");
            await(() -> portal.one("select count(*) from attendance where undone_at is not null and session_id = " + session).equals("1"));
            assertThat(page.locator("#present")).hasText("0");
        }
    }

    /** A lost phone: once it learns of it, no names, nothing green, no sign-in; what it had not sent stays, and nobody can read it. */
    @Test
    void a_lost_phone_knows_nothing_any_more_and_a_found_one_comes_back() {
        long session = tonight("なくした電話");
        long other = tonight("なくした電話の別の日程");
        try (Visitor phone = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            opened(phone, other);
            phone.open("/door/" + session);
            Page page = phone.page();
            assertThat(page.locator("#door")).hasAttribute("data-ready", "yes");
            page.click("summary:has-text('設定')");
            page.fill("#called-name", "正面の電話");
            page.click("#called button");
            assertThat(page.locator("#phone")).containsText("正面の電話");
            await(() -> portal.one("select count(*) from door_device where called = '正面の電話'").equals("2"));
            phone.offline(true);
            page.click("summary:has-text('当日参加')");
            page.fill("#walk-name", "封筒 花子");
            page.selectOption("#walk-role", "GUARDIAN");
            page.click("#walk-in button[type=submit]");
            assertThat(page.locator("#result-title")).hasText("受付しました");

            staff.signIn("staff@demo.example");
            staff.open("/staff/sessions/" + session + "/door");
            staff.sees("正面の電話", "番号 " + portal.one("select id from door_device where session_id = " + session));
            staff.page().locator("tbody tr .sure > summary").first().click();
            staff.page().locator("tbody tr button[name=act]").first().click();
            staff.sees("端末を締め出しました。", "端末を戻す", "未送信の受付だけ受け取る");
            staff.finds_the_page_sound();
            staff.picture("door-inbox-shut-1280");
            staff.page().setViewportSize(390, 844);
            staff.finds_the_page_sound();
            staff.picture("door-inbox-shut-390");
            staff.page().setViewportSize(1280, 900);

            phone.offline(false);
            assertThat(page.locator("#door")).hasAttribute("data-standing", "SHUT");
            assertThat(page.locator("#status")).containsText("送れなくなりました");
            assertThat(page.locator("#result")).isHidden();
            assertThat(page.locator("#status")).containsText("1件");
            assertThat(kept(page)).doesNotContain("受付 一郎", "封筒 花子", "ticketHash");
            phone.picture("door-shut-390");
            for (int again = 0; again < 2; again++) {
                code(page, CODES.get(0));
                assertThat(page.locator("#result-title")).hasText("この端末では受付できません");
                assertThat(page.locator("#result")).hasClass("scan refused");
                page.fill("#walk-name", "にせ 太郎");
                phone.offline(true);
                page.reload();
                assertThat(page.locator("#door")).hasAttribute("data-standing", "SHUT");
                page.click("summary:has-text('当日参加')");
            }
            phone.offline(false);
            assertThat(present(session)).isEqualTo("0");
            // Its sign-in has ended, and the doors of other sessions are shut as well.
            assertThat(page.request().get(portal.url("/door")).url()).contains("/sign-in");
            phone.open("/door/" + other);
            assertThat(page.locator("#door")).hasAttribute("data-standing", "SHUT");
            assertThat(kept(page)).doesNotContain("受付 一郎");

            staff.open("/staff/sessions/" + session + "/door");
            staff.page().locator("tbody tr button[name=act]:has-text('未送信の受付だけ受け取る')").first().click();
            staff.sees("未送信の受付を受け取ります。");
            phone.open("/door/" + session);
            await(() -> present(session).equals("1"));
            assertThat(page.locator("#door")).hasAttribute("data-waiting", "0");
            assertThat(page.locator("#door")).hasAttribute("data-ready", "no");
            assertThat(kept(page)).doesNotContain("封筒 花子", "受付 一郎");

            staff.open("/staff/sessions/" + session + "/door");
            staff.page().locator("tbody tr .sure > summary").first().click();
            staff.page().locator("tbody tr .sure[open] button[name=act]").first().click();
            staff.sees("端末を戻しました。");
            phone.open("/door/" + session);
            assertThat(page.locator("#door")).hasAttribute("data-ready", "yes");
            code(page, CODES.get(0));
            assertThat(page.locator("#result-title")).hasText("受付しました");
            await(() -> present(session).equals("2"));
        }
    }

    /** Two days later: the list is gone, what was not sent is taken and marked as late. */
    @Test
    void a_phone_that_reports_when_its_time_is_over_is_no_dead_end() {
        long session = tonight("あさってに届く電話");
        try (Visitor phone = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            Page page = opened(phone, session);
            phone.offline(true);
            code(page, CODES.get(0));
            assertThat(page.locator("#result-title")).hasText("受付しました");
            portal.run("set tsunagu.actor = 'test'; update event_session set held_on = held_on - 2, starts_at = starts_at - interval '2 days',"
                    + " ends_at = ends_at - interval '2 days', fiscal_year = extract(year from held_on - 2 - interval '3 months')::int"
                    + " where id = " + session + "; update door_device set opened_at = opened_at - interval '2 days',"
                    + " expires_at = now() - interval '1 second' where session_id = " + session);
            phone.offline(false);
            await(() -> present(session).equals("1"));
            assertThat(page.locator("#door")).hasAttribute("data-waiting", "0");
            assertThat(portal.one("select late from scan where session_id = " + session)).isEqualTo("t");
            page.reload();
            assertThat(page.locator("#door")).hasAttribute("data-standing", "ENDED");
            assertThat(page.locator("#status")).containsText("受付は終わりました");
            assertThat(kept(page)).doesNotContain("受付 一郎");
            staff.signIn("staff@demo.example");
            staff.open("/staff/sessions/" + session + "/door");
            staff.sees("終了後に届いた受付 1件");
        }
    }

    /** A helper without an account stands at this session's door, and nowhere else, until staff end the invitation. */
    @Test
    void a_helper_comes_by_a_link_and_goes_when_it_is_ended() {
        long session = tonight("手伝いのいる受付");
        long other = tonight("手伝いのいない受付");
        String accounts = portal.one("select count(*) from account");
        try (Visitor staff = Visitor.atDesk(portal);
                Visitor helper = Visitor.onPhone(portal);
                Visitor late = Visitor.onPhone(portal)) {
            staff.signIn("staff@demo.example");
            staff.open("/staff/sessions/" + session + "/door");
            staff.page().locator("button[name=act]:has-text('招待のコードを作る')").click();
            staff.sees("招待のコードを作りました。");
            staff.finds_the_page_sound();
            staff.picture("door-inbox-invitation-1280");
            String link = staff.page().locator(".invitation-link").first().getAttribute("href");
            String path = link.substring(link.indexOf("/door/join"));

            helper.open(path);
            Page page = helper.page();
            assertThat(page.locator("#join")).hasAttribute("data-ready", "yes");
            assertThat(page.url()).as("off the screen and out of the history").doesNotContain("#");
            helper.finds_the_page_sound();
            helper.picture("door-join-390");
            page.click("button[type=submit]");
            assertThat(page.locator("#join-said")).hasText("お名前を入力してください。");
            page.fill("#join-name", "手伝い 花");
            page.click("button[type=submit]");
            assertThat(page.locator("#door")).hasAttribute("data-ready", "yes");
            assertThat(page.locator("#door")).hasAttribute("data-kept", "yes");
            assertThat(page.locator("#phone")).containsText("手伝い 花");
            helper.finds_the_page_sound();
            helper.picture("door-helper-390");
            helper.offline(true);
            page.reload();
            assertThat(page.locator("#door")).hasAttribute("data-ready", "yes");
            code(page, CODES.get(0));
            assertThat(page.locator("#result-title")).hasText("受付しました");
            helper.offline(false);
            await(() -> present(session).equals("1"));
            assertThat(portal.one("select d.called from scan s join door_device d on d.id = s.device_id where s.session_id = " + session))
                    .isEqualTo("手伝い 花");
            assertThat(portal.one("select count(*) from account")).isEqualTo(accounts);
            for (String address : List.of("/door", "/door/" + session, "/door/" + other, "/staff", "/staff/sessions/" + session + "/door")) {
                assertThat(page.request().get(portal.url(address)).url()).as(address).contains("/sign-in");
            }
            staff.open("/door/" + session);
            assertThat(staff.page().locator("#door")).hasAttribute("data-ready", "yes");
            code(staff.page(), CODES.get(0));
            assertThat(staff.page().locator("#result-when")).containsText("手伝い 花");
            staff.picture("door-1280");

            staff.open("/staff/sessions/" + session + "/door");
            staff.sees("手伝い 花", "招待（");
            staff.page().locator(".sure > summary[aria-label*='招待を終える']").click();
            staff.page().locator(".sure[open] button[name=act]").click();
            staff.sees("招待を終えました。");
            late.open(path);
            late.page().fill("#join-name", "おそい 人");
            late.page().click("button[type=submit]");
            assertThat(late.page().locator("#join-said")).containsText("この招待は使えません");
            page.reload();
            assertThat(page.locator("#door")).hasAttribute("data-standing", "RECORDS");
            assertThat(kept(page)).doesNotContain("受付 一郎");
        }
    }

    /** Let in all the same at one door: no other door sends the person away; the line and a session that is off are seen. */
    @Test
    void what_one_door_did_the_others_know() {
        long session = tonight("よその入口");
        String of = " where session_id = " + session + " and short_code = '";
        portal.run("set tsunagu.actor = 'test'; update registration set state = 'CANCELLED', cancelled_at = now()" + of + CODES.get(0) + "';"
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

            portal.run("set tsunagu.actor = 'test'; update event_session set outcome = 'NOT_HELD', off_why = '大雪' where id = " + session);
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

    /** All that the page keeps on the phone, as text. */
    private static String kept(Page page) {
        return (String) page.evaluate("""
                () => new Promise((resolve, reject) => {
                  const open = indexedDB.open("tsunagu-door", 1);
                  open.onerror = reject;
                  open.onsuccess = () => {
                    const read = open.result.transaction(["kept", "queue"]);
                    const lists = read.objectStore("kept").getAll();
                    const facts = read.objectStore("queue").getAll();
                    read.oncomplete = () => { open.result.close(); resolve(JSON.stringify([lists.result, facts.result])); };
                  };
                })""") + page.locator("body").innerText();
    }

    private Page opened(Visitor door, long session) {
        door.signIn("door@demo.example");
        door.open("/door/" + session);
        assertThat(door.page().locator("#door")).hasAttribute("data-ready", "yes");
        assertThat(door.page().locator("#door")).hasAttribute("data-kept", "yes");
        return door.page();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 20 s").isLessThan(deadline);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void code(Page page, String code) {
        page.fill("#code", code);
        page.press("#code", "Enter");
    }

    private String present(long session) {
        return portal.one("select count(*) from attendance where undone_at is null and session_id = " + session);
    }

    /** An event that began an hour ago, with three people registered. */
    private long tonight(String title) {
        portal.run("set tsunagu.actor = 'test';"
                + " insert into event (id, code, type, title, state, published_at, area, version)"
                + " values (nextval('tsunagu_seq'), 'd' || currval('tsunagu_seq'), 'JOINT_BRIEFING', '" + title + "', 'PUBLISHED', now(), 'ICHINOSEKI', 1);"
                + " insert into event_session (id, event_id, number, known_to, held_on, starts_at, ends_at, fiscal_year, outcome, taken, version)"
                + " select nextval('tsunagu_seq'), e.id, 1, 'TIME', (b at time zone 'Asia/Tokyo')::date, b, b + interval '4 hours',"
                + " extract(year from (b at time zone 'Asia/Tokyo')::date - interval '3 months')::int, 'PLANNED', 3, 1"
                + " from event e, (select now() - interval '1 hour' as b) x where e.title = '" + title + "';"
                + " insert into session_counted_role select s.id, 'UNIVERSITY_STUDENT' from event_session s join event e on e.id = s.event_id where e.title = '" + title + "';");
        String session = portal.one("select s.id from event_session s join event e on e.id = s.event_id where e.title = '" + title + "'");
        List<String> names = List.of("受付 一郎", "受付 二子", "受付 三郎");
        for (int i = 0; i < names.size(); i++) {
            portal.run("set tsunagu.actor = 'test';"
                    + " insert into person (id, name, created_at, version) values (nextval('tsunagu_seq'), '" + names.get(i) + "', now(), 1);"
                    + " insert into registration (id, session_id, person_id, role, state, ticket_token, short_code, created_at, version)"
                    + " values (nextval('tsunagu_seq'), " + session + ", currval('tsunagu_seq') - 50, 'UNIVERSITY_STUDENT', 'CONFIRMED',"
                    + " 'Tok" + session + "x" + i + "AAAAAAAAAAA', '" + CODES.get(i) + "', now(), 1)");
        }
        return Long.parseLong(session);
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
            out.write(("YUV4MPEG2 W" + width + " H" + height + " F10:1 Ip A1:1 C420\n").getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 10; i++) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(frame);
            }
        }
    }
}
