package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Secrets;

/** What a phone says it saw: which facts are taken, in which order, and what goes before staff. */
class DoorRecordsIT extends DoorWire {

    @Test
    void before_the_day_nothing_makes_anybody_present_and_the_session_held() {
        long session = session("あしたの受付", 1);
        String secret = device(session, account("DOOR"));
        long person = registration(session, 0);
        String forced = scan(CODES.get(0), person, "\"answered\":\"NOT_OPEN\",\"forced\":true");
        for (String fact : List.of(
                forced,
                scan(CODES.get(1), null, "\"answered\":\"OK\""),
                fact("WALK_IN", "\"name\":\"早い 太郎\",\"role\":\"EMPLOYEE\",\"answered\":\"OK\",\"forced\":true"),
                fact(
                        "COMPANIONS",
                        "\"registration\":" + person + ",\"companions\":3,\"answered\":\"OK\",\"forced\":true"),
                fact("UNDO", "\"registration\":" + person + ",\"forced\":true"),
                fact("CLICK", "\"role\":\"EMPLOYEE\",\"delta\":1"))) {
            assertThat(facts(session, secret, fact).body()).as(fact).doesNotContain("\"OK\"", "COUNTED");
        }
        assertNothing(session, "PLANNED");
        assertThat(conflicts(session))
                .as("staff see that a phone said otherwise")
                .contains("NOT_OPEN");
        assertThat(facts(session, secret, forced).body()).as("repeated").contains("NOT_OPEN");
    }

    /** On the day, facts that say they are of the day before; but a phone that was opened on the day only has a wrong clock. */
    @Test
    void what_a_phone_dates_before_the_day_is_nothing() {
        long today = session("きょうの受付", 0);
        String secret = device(today, account("DOOR"));
        long before = LocalDate.now(FiscalYear.ZONE)
                        .atStartOfDay(FiscalYear.ZONE)
                        .toInstant()
                        .toEpochMilli()
                - 60_000;
        for (String fact : List.of(
                fact("CLICK", "\"role\":\"EMPLOYEE\",\"delta\":1"),
                scan(CODES.get(0), null, "\"answered\":\"OK\",\"forced\":true"),
                fact("WALK_IN", "\"name\":\"早い 次郎\",\"role\":\"EMPLOYEE\",\"answered\":\"OK\""))) {
            facts(today, secret, fact.replaceAll("\"time\":\\d+", "\"time\":" + before));
        }
        assertNothing(today, "PLANNED");
    }

    /** Shown green and impossible to keep: it goes before staff, once, with what was said. */
    @Test
    void what_a_phone_showed_and_nobody_can_keep_is_looked_at_by_staff() {
        long today = session("数えられない連れの受付", 0);
        String secret = device(today, account("DOOR"));
        // Taken back at another door meanwhile: nobody is present whom they came along with.
        String fact = fact(
                "COMPANIONS", "\"registration\":" + registration(today, 0) + ",\"companions\":3,\"answered\":\"OK\"");
        for (int again = 0; again < 2; again++) {
            assertThat(facts(today, secret, fact).body()).contains("IMPOSSIBLE");
        }
        assertThat(conflicts(today)).isEqualTo("IMPOSSIBLE");
        assertThat(portal.one(
                        "select s.registration_id from door_conflict c join scan s on s.id = c.scan_id where c.session_id = "
                                + today))
                .isEqualTo(String.valueOf(registration(today, 0)));
        assertThat(present(today)).isEqualTo("0");
    }

    @Test
    void a_phone_that_was_opened_on_the_day_only_has_a_wrong_clock() {
        long today = session("電池の切れた電話", 0);
        String secret = device(today, account("DOOR"));
        change("update door_device set opened_at = now() where session_id = " + today);
        String fact = scan(CODES.get(0), null, "\"answered\":\"OK\"").replaceAll("\"time\":\\d+", "\"time\":5000");
        assertThat(facts(today, secret, fact).body()).contains("\"OK\"");
        assertThat(portal.one(
                        "select a.checked_in_at >= d.opened_at from attendance a join door_device d on d.session_id = a.session_id"
                                + " where a.session_id = " + today))
                .isEqualTo("t");
    }

    @Test
    void a_phone_may_say_what_its_page_can_say_and_nothing_else() {
        long session = session("電話の言うこと", 0);
        String secret = device(session, account("STAFF"));
        long person = registration(session, 0);
        String good = scan(CODES.get(1), null, "\"answered\":\"OK\"");
        List<String> bad = new ArrayList<>(List.of(
                fact("IMPORT", "\"name\":\"表の 人\",\"role\":\"EMPLOYEE\""),
                fact("PAPER", "\"registration\":" + person),
                fact("DELETE", ""),
                good.replace("\"SCAN\"", "7"),
                good.replace("\"kind\":\"SCAN\",", ""),
                good.replaceAll("\"nonce\":\"[^\"]*\"", "\"nonce\":\"" + "n".repeat(65) + "\""),
                good.replaceAll("\"nonce\":\"[^\"]*\"", "\"nonce\":\"\""),
                good.replaceAll("\"time\":\\d+", "\"time\":1e999999999"),
                good.replaceAll("\"time\":\\d+", "\"time\":-1"),
                good.replaceAll("\"time\":\\d+", "\"time\":99999999999999999"),
                good.replaceAll("\"time\":\\d+", "\"time\":\"now\""),
                good.replace("\"answered\":\"OK\"", "\"answered\":\"FINE\""),
                good.replace("\"answered\":\"OK\"", "\"forced\":\"yes\""),
                scan("1".repeat(201), null, "\"answered\":\"OK\""),
                fact("SCAN", "\"registration\":1.5"),
                fact("SCAN", "\"registration\":\"" + person + "\""),
                fact("SCAN", "\"registration\":123456789012345678901234567890"),
                fact("UNDO", "\"undoes\":\"" + "u".repeat(65) + "\""),
                fact("WALK_IN", "\"name\":\"" + "長".repeat(101) + "\",\"role\":\"EMPLOYEE\""),
                fact("WALK_IN", "\"name\":\"読み 長い\",\"reading\":\"" + "よ".repeat(201) + "\",\"role\":\"EMPLOYEE\""),
                fact("WALK_IN", "\"name\":\"役 なし\",\"role\":\"KING\""),
                fact("COMPANIONS", "\"registration\":" + person + ",\"companions\":201"),
                fact("COMPANIONS", "\"registration\":" + person + ",\"companions\":-1"),
                fact("CLICK", "\"role\":\"EMPLOYEE\",\"delta\":51"),
                fact("CLICK", "\"role\":\"EMPLOYEE\",\"delta\":4294967297"),
                fact("CLICK", "\"delta\":1"),
                fact("ANSWER", "\"registration\":" + person + ",\"question\":1,\"value\":\"" + "答".repeat(4001) + "\""),
                "7"));
        for (String each : bad) {
            assertRefused(each, facts(session, secret, good + "," + each));
        }
        assertRefused(
                "101 facts",
                facts(
                        session,
                        secret,
                        IntStream.range(0, 101)
                                .mapToObj(i -> scan("99999999", null, "\"answered\":\"UNKNOWN\""))
                                .collect(Collectors.joining(","))));
        for (String body : List.of(
                "",
                "[]",
                "{}",
                "{\"now\":1}",
                "{\"now\":\"x\",\"facts\":[]}",
                "{\"now\":1e400000000,\"facts\":[]}",
                "{\"now\":" + System.currentTimeMillis() + ",\"facts\":{}}",
                "{\"now\":" + System.currentTimeMillis() + ",\"facts\":" + "[".repeat(100_000))) {
            assertRefused(body.substring(0, Math.min(60, body.length())), post(session, secret, body));
        }
        String large =
                "{\"now\":" + System.currentTimeMillis() + ",\"facts\":[],\"more\":\"" + "x".repeat(300_000) + "\"}";
        assertThat(post(session, secret, large).statusCode())
                .as("refused before it is read")
                .isEqualTo(413);
        assertThat(scans(session)).as("not even the good one beside it").isEqualTo("0");
    }

    /** What a camera reads of a strange code, and half a character that was cut off, must not keep the rest from being sent. */
    @Test
    void strange_characters_keep_nothing_back() {
        long session = session("ふしぎな文字", 0);
        String secret = device(session, account("DOOR"));
        String good = scan(CODES.get(1), null, "\"answered\":\"OK\"");
        HttpResponse<String> strange = facts(
                session, secret, scan("\\u001d0104\\u0000\\ud83d", null, "\"answered\":\"UNKNOWN\"") + "," + good);
        assertThat(strange.statusCode()).isEqualTo(200);
        assertThat(strange.body()).contains("\"UNKNOWN\"", "\"OK\"");
        assertThat(present(session)).isEqualTo("1");
    }

    /** A page that was opened under a former release and is still open: it would find nobody on a list with other names. */
    @Test
    void a_page_of_before_the_names_keeps_its_list_and_loses_no_fact() {
        long session = session("前の版のまま", 0);
        String secret = device(session, account("DOOR"));
        assertThat(send(HttpRequest.newBuilder(URI.create(portal.url("/door/" + session + "/list")))
                                .header("X-Door-Device", secret))
                        .statusCode())
                .isEqualTo(409);
        assertThat(list(session, secret).body())
                .contains("\"registration\"", "\"ticketHash\"")
                .doesNotContain("\"r\"", "\"h\"");
        String former = scan(CODES.get(0), registration(session, 0), "\"answered\":\"OK\"")
                .replace("\"registration\"", "\"r\"");
        assertThat(facts(session, secret, former).body()).contains("\"OK\"", "受付 一郎");
        assertThat(present(session)).isEqualTo("1");
        String mismatch = scan(CODES.get(1), registration(session, 2), "\"answered\":\"OK\"")
                .replace("\"registration\"", "\"r\"");
        assertThat(facts(session, secret, mismatch).body())
                .as("whom it named is read")
                .contains("\"UNKNOWN\"");
    }

    /** By the phone's own counter, whatever its clock said; and what takes back something unknown waits for it. */
    @Test
    void facts_are_taken_in_the_order_of_the_phone() {
        long session = session("順番の狂った電話", 0);
        String secret = device(session, account("DOOR"));
        long now = System.currentTimeMillis();
        String in = numbered(scan(CODES.get(0), registration(session, 0), "\"answered\":\"OK\""), 1, now);
        String out = numbered(
                fact("UNDO", "\"registration\":" + registration(session, 0) + ",\"undoes\":\"" + nonce(in) + "\""),
                2,
                now - 900_000);
        assertThat(facts(session, secret, out + "," + in).body()).contains("\"OK\"", "\"UNDONE\"");
        assertThat(present(session)).isEqualTo("0");

        String second = scan(CODES.get(1), registration(session, 1), "\"answered\":\"OK\"");
        String back =
                fact("UNDO", "\"registration\":" + registration(session, 1) + ",\"undoes\":\"" + nonce(second) + "\"");
        assertThat(facts(session, secret, back).body())
                .contains("\"waits\":true")
                .doesNotContain("outcome");
        facts(session, secret, second);
        assertThat(present(session)).isEqualTo("1");
        assertThat(facts(session, secret, back).body()).contains("\"UNDONE\"");
        assertThat(present(session)).isEqualTo("0");

        String orphan = fact("UNDO", "\"undoes\":\"" + Secrets.token() + "\",\"alone\":true");
        assertThat(facts(session, secret, orphan).body())
                .as("nothing it could wait for")
                .contains("IMPOSSIBLE");
        assertThat(conflicts(session)).isEqualTo("IMPOSSIBLE");
    }

    @Test
    void a_wrong_clock_is_told_once() {
        long session = session("時計のずれた電話", 0);
        String secret = device(session, account("DOOR"));
        for (int i = 0; i < 3; i++) {
            post(
                    session,
                    secret,
                    "{\"now\":" + (System.currentTimeMillis() - 720_000) + ",\"facts\":["
                            + scan(CODES.get(i), null, "\"answered\":\"OK\"") + "]}");
        }
        assertThat(present(session)).isEqualTo("3");
        assertThat(conflicts(session)).isEqualTo("CLOCK");
        assertThat(Integer.parseInt(portal.one("select clock_off from door_conflict where session_id = " + session)))
                .isBetween(715, 730);
    }

    private static String numbered(String fact, int number, long time) {
        return fact.replaceAll("\"time\":\\d+", "\"time\":" + time + ",\"number\":" + number);
    }

    private static void assertRefused(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(what).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(what)
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":400");
    }
}
