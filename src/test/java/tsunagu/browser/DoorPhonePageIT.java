package tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.testing.Visitor;

/** What a phone keeps, and what becomes of it: a wrong clock, another release, a phone that is lost, found, late, or a helper's own. */
class DoorPhonePageIT extends DoorPages {

    /** The release before this one kept lists and facts under one-letter names; a phone may come back with them, without a network. */
    @Test
    void what_a_phone_kept_under_the_former_names_is_not_lost() {
        long session = tonight("前の版の端末");
        String registration = portal.one("select id from registration where session_id = " + session
                + " and short_code = '" + CODES.get(0) + "'");
        try (Visitor phone = Visitor.onPhone(portal)) {
            Page page = opened(phone, session);
            phone.offline(true);
            page.evaluate(
                    """
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
                    })""",
                    List.of(Long.toString(session), registration, CODES.get(0)));
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
            assertThat(page.locator("#found"))
                    .containsText("番号の末尾 " + CODES.get(2).substring(6));
            phone.offline(false);
            assertThat(page.locator("#door")).hasAttribute("data-waiting", "0");
            await(() -> present(session).equals("2"));
            assertThat(portal.one("select registration_id from scan where nonce = 'formernonce" + session + "'"))
                    .isEqualTo(registration);
            assertThat(portal.one("select count(*) from door_conflict where session_id = " + session))
                    .isEqualTo("0");
        }
    }

    /** Taken back at another door while this phone was without a network: nothing green is dropped without a word. */
    @Test
    void what_cannot_be_kept_is_said_on_the_phone_and_before_staff() {
        long session = tonight("取り消された連れ");
        portal.run(
                "set tsunagu.actor = 'test'; update registration set companions = 2, companion_kinds = 'GENERAL:2' where session_id = "
                        + session
                        + "; update event_session set taken = (select sum(1 + companions) from registration where session_id = "
                        + session + ") where id = "
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
            portal.run("set tsunagu.actor = 'test'; update attendance set undone_at = now() where session_id = "
                    + session);
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

    /** A class with two kinds of people: the phone asks for each, also without a network, and the server keeps what it says. */
    @Test
    void who_came_along_is_counted_kind_by_kind_on_the_phone() {
        long session = tonight("学級の受付");
        portal.run(
                "set tsunagu.actor = 'test'; update registration set companions = 3, companion_kinds = 'PUPIL:2 TEACHER:1' where session_id = "
                        + session
                        + "; update event_session set taken = (select sum(1 + companions) from registration where session_id = "
                        + session
                        + ") where id = " + session);
        try (Visitor phone = Visitor.onPhone(portal)) {
            Page page = opened(phone, session);
            code(page, CODES.get(0));
            assertThat(page.locator("#companions label")).hasText(new String[] {"小学生", "教職員"});
            phone.offline(true);
            page.fill("#companions-count-TEACHER", "0");
            page.fill("#companions-count", "1");
            page.click("#companions button");
            assertThat(page.locator("#companions-said")).containsText("1名として記録しました");
            assertThat(page.locator("#present")).hasText("2");
            phone.offline(false);
            await(() -> "PUPIL:1"
                    .equals(portal.one(
                            "select coalesce(companion_kinds, '') from attendance where session_id = " + session)));
            // Set by mistake: the kind of which nobody came is still there to be put right.
            page.reload();
            assertThat(page.locator("#door")).hasAttribute("data-ready", "yes");
            code(page, CODES.get(0));
            page.fill("#companions-count-TEACHER", "1");
            page.click("#companions button");
            await(() -> "PUPIL:1 TEACHER:1"
                    .equals(portal.one("select companion_kinds from attendance where session_id = " + session)));
        }
    }

    /** The clock is set right between two facts, so that the later one has the earlier time. */
    @Test
    void what_was_taken_back_stays_so_when_the_clock_is_set_right() {
        long session = tonight("時計の直った電話");
        try (Visitor phone = Visitor.onPhone(portal)) {
            Page page = opened(phone, session);
            phone.offline(true);
            page.evaluate(
                    "() => { const real = Date.now; window.real = real; Date.now = () => real() + 12 * 60_000; }");
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
            await(() -> !portal.one("select count(*) from scan where session_id = " + session)
                    .equals("0"));
            await(() -> present(session).equals("0"));
            assertThat(portal.one("select count(*) from attendance where session_id = " + session))
                    .isEqualTo("2");
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
            assertThat(portal.one(
                            "select count(*) from door_conflict where kind = 'CLOCK' and session_id = " + session))
                    .isEqualTo("1");
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
                assertThat(page.locator("[data-count=UNIVERSITY_STUDENT] output"))
                        .hasText("1");
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
            await(() -> portal.one(
                            "select count(*) from attendance where undone_at is not null and session_id = " + session)
                    .equals("1"));
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
            await(() -> portal.one("select count(*) from door_device where called = '正面の電話'")
                    .equals("2"));
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
            staff.page()
                    .locator("tbody tr button[name=act]:has-text('未送信の受付だけ受け取る')")
                    .first()
                    .click();
            staff.sees("未送信の受付を受け取ります。");
            phone.open("/door/" + session);
            await(() -> present(session).equals("1"));
            assertThat(page.locator("#door")).hasAttribute("data-waiting", "0");
            assertThat(page.locator("#door")).hasAttribute("data-ready", "no");
            assertThat(kept(page)).doesNotContain("封筒 花子", "受付 一郎");

            staff.open("/staff/sessions/" + session + "/door");
            staff.page().locator("tbody tr .sure > summary").first().click();
            staff.page()
                    .locator("tbody tr .sure[open] button[name=act]")
                    .first()
                    .click();
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
            portal.run(
                    "set tsunagu.actor = 'test'; update event_session set held_on = held_on - 2, starts_at = starts_at - interval '2 days',"
                            + " ends_at = ends_at - interval '2 days', fiscal_year = extract(year from held_on - 2 - interval '3 months')::int"
                            + " where id = " + session
                            + "; update door_device set opened_at = opened_at - interval '2 days',"
                            + " expires_at = now() - interval '1 second' where session_id = " + session);
            phone.offline(false);
            await(() -> present(session).equals("1"));
            assertThat(page.locator("#door")).hasAttribute("data-waiting", "0");
            assertThat(portal.one("select late from scan where session_id = " + session))
                    .isEqualTo("t");
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
            assertThat(portal.one(
                            "select d.called from scan s join door_device d on d.id = s.device_id where s.session_id = "
                                    + session))
                    .isEqualTo("手伝い 花");
            assertThat(portal.one("select count(*) from account")).isEqualTo(accounts);
            for (String address : List.of(
                    "/door", "/door/" + session, "/door/" + other, "/staff", "/staff/sessions/" + session + "/door")) {
                assertThat(page.request().get(portal.url(address)).url())
                        .as(address)
                        .contains("/sign-in");
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
}
