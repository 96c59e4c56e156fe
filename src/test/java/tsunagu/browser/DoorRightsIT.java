package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Secrets;
import tsunagu.testing.TestPortal;

/** What a phone with a secret may do, said to the portal without the phone's page: a forger does not use it either. */
class DoorRightsIT {

    private static final String PROGRAMME = "bcp-seminar";

    /** Eight digits whose last is the check digit (Damm). */
    private static final List<String> CODES = List.of("57240000", "57240013", "57240021");

    private final TestPortal portal = TestPortal.shared();

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void a_phone_goes_no_further_than_the_account_that_opened_it() {
        long session = session("止められた受付", 0);
        long account = account("DOOR");
        String secret = device(session, account);
        String read = scan(CODES.get(0), null, "\"answered\":\"OK\"");
        assertThat(list(session, secret).statusCode()).isEqualTo(200);

        change("update account set state = 'DISABLED', epoch = epoch + 1 where id = " + account);
        HttpResponse<String> list = list(session, secret);
        assertThat(list.statusCode()).isEqualTo(401);
        assertThat(list.body()).doesNotContain("受付");
        assertThat(facts(session, secret, read).statusCode()).isEqualTo(401);
        assertThat(scans(session)).isEqualTo("0");

        change("update account set state = 'ACTIVE' where id = " + account);
        assertThat(list(session, secret).statusCode()).isEqualTo(200);
        change("update account_role set role = 'SEEKER' where account_id = " + account);
        assertThat(list(session, secret).statusCode()).isEqualTo(401);
        assertThat(facts(session, secret, read).statusCode()).isEqualTo(401);
        assertThat(scans(session)).isEqualTo("0");

        change("update account_role set role = 'STAFF' where account_id = " + account);
        assertThat(facts(session, secret, read).body()).contains("\"outcome\":\"OK\"");
        assertThat(present(session)).isEqualTo("1");
    }

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
                fact("COMPANIONS", "\"registration\":" + person + ",\"companions\":3,\"answered\":\"OK\",\"forced\":true"),
                fact("UNDO", "\"registration\":" + person + ",\"forced\":true"),
                fact("CLICK", "\"role\":\"EMPLOYEE\",\"delta\":1"))) {
            assertThat(facts(session, secret, fact).body()).as(fact).doesNotContain("\"OK\"", "COUNTED");
        }
        assertNothing(session, "PLANNED");
        assertThat(conflicts(session)).as("staff see that a phone said otherwise").contains("NOT_OPEN");
        assertThat(facts(session, secret, forced).body()).as("repeated").contains("NOT_OPEN");
    }

    /** On the day, facts that say they are of the day before; but a phone that was opened on the day only has a wrong clock. */
    @Test
    void what_a_phone_dates_before_the_day_is_nothing() {
        long today = session("きょうの受付", 0);
        String secret = device(today, account("DOOR"));
        long before = LocalDate.now(FiscalYear.ZONE).atStartOfDay(FiscalYear.ZONE).toInstant().toEpochMilli() - 60_000;
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
        String fact = fact("COMPANIONS", "\"registration\":" + registration(today, 0) + ",\"companions\":3,\"answered\":\"OK\"");
        for (int again = 0; again < 2; again++) {
            assertThat(facts(today, secret, fact).body()).contains("IMPOSSIBLE");
        }
        assertThat(conflicts(today)).isEqualTo("IMPOSSIBLE");
        assertThat(portal.one("select s.registration_id from door_conflict c join scan s on s.id = c.scan_id where c.session_id = " + today))
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
        assertThat(portal.one("select a.checked_in_at >= d.opened_at from attendance a join door_device d on d.session_id = a.session_id"
                        + " where a.session_id = " + today))
                .isEqualTo("t");
    }

    @Test
    void only_what_the_door_may_override_is_overridden() {
        long session = session("中止された日", 0);
        String secret = device(session, account("DOOR"));
        change("update event_session set outcome = 'NOT_HELD', off_why = '大雪' where id = " + session);
        for (String fact : List.of(
                scan(CODES.get(0), null, "\"answered\":\"OK\""),
                scan(CODES.get(1), null, "\"answered\":\"NOT_OPEN\",\"forced\":true"),
                fact("WALK_IN", "\"name\":\"中止 花子\",\"role\":\"EMPLOYEE\",\"answered\":\"OK\""),
                fact("CLICK", "\"role\":\"EMPLOYEE\",\"delta\":1"))) {
            assertThat(facts(session, secret, fact).body()).as(fact).doesNotContain("\"OK\"", "COUNTED");
        }
        assertNothing(session, "NOT_HELD");

        long open = session("ふつうの日", 0);
        secret = device(open, account("DOOR"));
        change("update registration set state = 'CANCELLED', cancelled_at = now() where id = " + registration(open, 0));
        change("update registration set state = 'WAITING' where id = " + registration(open, 1));
        assertThat(facts(open, secret, scan(CODES.get(0), null, "\"answered\":\"CANCELLED\",\"forced\":true")).body()).contains("\"OK\"");
        assertThat(facts(open, secret, scan(CODES.get(1), null, "\"answered\":\"WAITING\",\"forced\":true")).body()).contains("\"OK\"");
        assertThat(present(open)).isEqualTo("2");
        assertThat(conflicts(open)).isEqualTo("CANCELLED WAITING");
    }

    @Test
    void nobody_is_let_in_against_a_rule_in_a_frozen_year() {
        long session = session("確定した年度の日", 0);
        String secret = device(session, account("DOOR"));
        change("update registration set state = 'CANCELLED', cancelled_at = now() where id = " + registration(session, 0));
        record("APPROVAL", session);
        try {
            facts(session, secret, scan(CODES.get(0), null, "\"answered\":\"OK\",\"forced\":true"));
            assertNothing(session, "PLANNED");
            assertThat(conflicts(session)).isEqualTo("FROZEN");
            assertThat(facts(session, secret, scan(CODES.get(1), null, "\"answered\":\"OK\"")).body())
                    .as("who came by the rules was there, and is shown as a difference")
                    .contains("\"OK\"");
        } finally {
            // The portal is everybody's: its chain of approvals must be as it was, which only a superuser can do.
            portal.run("set session_replication_role = replica; delete from official_record where hash like 'hash of %'");
        }
    }

    @Test
    void what_happened_at_another_session_is_not_there() {
        long theirs = session("となりの部屋", 0);
        long ours = session("こちらの部屋", 0);
        String said = scan(CODES.get(2), null, "\"answered\":\"OK\"");
        assertThat(facts(theirs, device(theirs, account("DOOR")), said).body()).contains("受付 三郎");
        String secret = device(ours, account("DOOR"));
        HttpResponse<String> undo = facts(ours, secret, fact("UNDO", "\"undoes\":\"" + nonce(said) + "\""));
        HttpResponse<String> unknown = facts(ours, secret, fact("UNDO", "\"undoes\":\"" + Secrets.token() + "\""));
        assertThat(undo.body().replaceAll("\"nonce\":\"[^\"]*\"", "")).isEqualTo(unknown.body().replaceAll("\"nonce\":\"[^\"]*\"", ""));
        assertThat(present(theirs)).isEqualTo("1");
    }

    /** A nonce that was used there is a new one here, whatever is said under it. */
    @Test
    void a_nonce_of_another_session_is_a_new_one() {
        long theirs = session("あちらの番号", 0);
        long ours = session("こちらの番号", 0);
        String said = scan(CODES.get(2), null, "\"answered\":\"OK\"");
        String press = fact("CLICK", "\"role\":\"EMPLOYEE\",\"delta\":2");
        assertThat(facts(theirs, device(theirs, account("DOOR")), said + "," + press).body()).contains("受付 三郎", "\"count\":2");
        String secret = device(ours, account("DOOR"));
        for (String kind : List.of("UNDO", "COMPANIONS", "WALK_IN")) {
            String same = fact(kind, "\"name\":\"別の 人\",\"role\":\"EMPLOYEE\",\"companions\":1").replaceAll(
                    "\"nonce\":\"[^\"]*\"", "\"nonce\":\"" + nonce(said) + "\"");
            assertThat(facts(ours, secret, same).body()).as(kind).doesNotContain("三郎");
        }
        assertThat(facts(ours, secret, press).body()).contains("\"count\":2");
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
        assertRefused("101 facts", facts(session, secret, IntStream.range(0, 101)
                .mapToObj(i -> scan("99999999", null, "\"answered\":\"UNKNOWN\""))
                .collect(Collectors.joining(","))));
        for (String body : List.of(
                "", "[]", "{}", "{\"now\":1}", "{\"now\":\"x\",\"facts\":[]}", "{\"now\":1e400000000,\"facts\":[]}",
                "{\"now\":" + System.currentTimeMillis() + ",\"facts\":{}}",
                "{\"now\":" + System.currentTimeMillis() + ",\"facts\":" + "[".repeat(100_000))) {
            assertRefused(body.substring(0, Math.min(60, body.length())), post(session, secret, body));
        }
        String large = "{\"now\":" + System.currentTimeMillis() + ",\"facts\":[],\"more\":\"" + "x".repeat(300_000) + "\"}";
        assertThat(post(session, secret, large).statusCode()).as("refused before it is read").isEqualTo(413);
        assertThat(scans(session)).as("not even the good one beside it").isEqualTo("0");
    }

    /** What a camera reads of a strange code, and half a character that was cut off, must not keep the rest from being sent. */
    @Test
    void strange_characters_keep_nothing_back() {
        long session = session("ふしぎな文字", 0);
        String secret = device(session, account("DOOR"));
        String good = scan(CODES.get(1), null, "\"answered\":\"OK\"");
        HttpResponse<String> strange =
                facts(session, secret, scan("\\u001d0104\\u0000\\ud83d", null, "\"answered\":\"UNKNOWN\"") + "," + good);
        assertThat(strange.statusCode()).isEqualTo(200);
        assertThat(strange.body()).contains("\"UNKNOWN\"", "\"OK\"");
        assertThat(present(session)).isEqualTo("1");
    }

    /** A page that was opened under a former release and is still open: it would find nobody on a list with other names. */
    @Test
    void a_page_of_before_the_names_keeps_its_list_and_loses_no_fact() {
        long session = session("前の版のまま", 0);
        String secret = device(session, account("DOOR"));
        assertThat(send(HttpRequest.newBuilder(URI.create(portal.url("/door/" + session + "/list"))).header("X-Door-Device", secret))
                        .statusCode())
                .isEqualTo(409);
        assertThat(list(session, secret).body()).contains("\"registration\"", "\"ticketHash\"").doesNotContain("\"r\"", "\"h\"");
        String former = scan(CODES.get(0), registration(session, 0), "\"answered\":\"OK\"").replace("\"registration\"", "\"r\"");
        assertThat(facts(session, secret, former).body()).contains("\"OK\"", "受付 一郎");
        assertThat(present(session)).isEqualTo("1");
        String mismatch = scan(CODES.get(1), registration(session, 2), "\"answered\":\"OK\"").replace("\"registration\"", "\"r\"");
        assertThat(facts(session, secret, mismatch).body()).as("whom it named is read").contains("\"UNKNOWN\"");
    }

    @Test
    void a_phone_answers_for_people_of_its_session_only() {
        long theirs = session("二日ある催し", 0);
        change("insert into event_session (id, event_id, number, known_to, held_on, starts_at, ends_at, fiscal_year, outcome, taken, version)"
                + " select nextval('tsunagu_seq'), event_id, 2, 'TIME', held_on, starts_at, ends_at, fiscal_year, 'PLANNED', 0, 1"
                + " from event_session where id = " + theirs + ";"
                + " insert into event_question (id, event_id, number, moment, kind, text, options, version)"
                + " select nextval('tsunagu_seq'), event_id, 1, 'DOOR', 'ONE', '弁当が要りますか', E'要る\\n要らない', 1"
                + " from event_session where id = " + theirs);
        long ours = Long.parseLong(portal.one("select max(id) from event_session where number = 2 and event_id ="
                + " (select event_id from event_session where id = " + theirs + ")"));
        long person = registration(theirs, 0);
        String question = portal.one("select max(id) from event_question");
        String secret = device(ours, account("DOOR"));
        String answer = "\"registration\":" + person + ",\"question\":" + question + ",\"value\":\"要る\"";
        assertThat(facts(ours, secret, fact("ANSWER", answer)).body()).contains("IMPOSSIBLE");
        String letIn = scan(null, person, "\"answered\":\"OTHER_SESSION\",\"forced\":true");
        assertThat(facts(ours, secret, letIn + "," + fact("ANSWER", answer)).body()).contains("\"OK\"", "ANSWERED");
        assertThat(conflicts(ours)).isEqualTo("OTHER_SESSION");
    }

    @Test
    void a_number_and_a_person_that_do_not_fit_together_make_nobody_present() {
        long session = session("番号と人", 0);
        long other = session("よその催し", 0);
        String secret = device(session, account("DOOR"));
        long first = registration(session, 0);
        long foreign = registration(other, 2);
        String ticket = portal.one("select ticket_token from registration where id = " + registration(session, 1));
        String repeated = scan(CODES.get(1), first, "\"answered\":\"OK\"");
        for (String fact : List.of(
                repeated,
                scan(ticket, first, "\"answered\":\"OK\""),
                scan(CODES.get(1), foreign, "\"answered\":\"OK\""),
                scan("11111111", first, "\"answered\":\"OK\",\"forced\":true"),
                repeated)) {
            HttpResponse<String> answer = facts(session, secret, fact);
            assertThat(answer.body()).as(fact).contains("\"UNKNOWN\"").doesNotContain("受付", "\"registration\"");
        }
        assertNothing(session, "PLANNED");
        assertThat(conflicts(session)).isEqualTo("MISMATCH MISMATCH MISMATCH MISMATCH");
        assertThat(facts(session, secret, scan(null, foreign, "\"answered\":\"OK\"")).body()).contains("\"UNKNOWN\"");

        String right = scan(ticket, registration(session, 1), "\"answered\":\"OK\"");
        assertThat(facts(session, secret, right).body()).contains("受付 二子");
        assertThat(facts(session, secret, scan("５７２４－００００", first, "\"answered\":\"OK\"")).body()).contains("受付 一郎");
        assertThat(present(session)).isEqualTo("2");
    }

    @Test
    void nobody_is_taken_back_for_another() {
        long session = session("取り違え", 0);
        String secret = device(session, account("DOOR"));
        long first = registration(session, 0);
        String right = scan(CODES.get(1), registration(session, 1), "\"answered\":\"OK\"");
        facts(session, secret, scan(CODES.get(0), first, "\"answered\":\"OK\"") + "," + right);
        assertThat(present(session)).isEqualTo("2");
        facts(session, secret, fact("UNDO", "\"registration\":" + first + ",\"undoes\":\"" + nonce(right) + "\""));
        assertThat(present(session)).as("an undoing of one person's reading for another person").isEqualTo("2");
        facts(session, secret, fact("UNDO", "\"registration\":" + registration(session, 1) + ",\"undoes\":\"" + nonce(right) + "\""));
        assertThat(present(session)).isEqualTo("1");
    }

    @Test
    void an_unknown_secret_costs_one_look_and_no_words_in_the_log() throws IOException {
        long session = session("知らない電話", 0);
        String known = device(session, account("DOOR"));
        long another = session("別の部屋", 0);
        portal.statements();
        long words = Files.size(portal.log());
        long failures = failures();
        for (String secret : List.of(Secrets.token(), Secrets.token(), "x".repeat(6_000), "", "a b")) {
            assertThat(list(session, secret).statusCode()).isEqualTo(401);
            assertThat(facts(session, secret, scan(CODES.get(0), null, "")).statusCode()).isEqualTo(401);
        }
        assertThat(list(another, known).statusCode()).isEqualTo(401);
        assertThat(portal.one("select coalesce(sum(calls), 0) from pg_stat_statements where query like '%door_device%'"
                        + " and query not like '%pg_stat%' and query not like '%insert%'"))
                .as("only what looks like a secret is looked up")
                .isEqualTo("5");
        assertThat(failures()).isEqualTo(failures);
        byte[] log = Files.readAllBytes(portal.log());
        assertThat(new String(log, (int) words, log.length - (int) words, StandardCharsets.UTF_8))
                .doesNotContain("refused", "NotFoundException", "DoorReportService");
    }

    /** By the phone's own counter, whatever its clock said; and what takes back something unknown waits for it. */
    @Test
    void facts_are_taken_in_the_order_of_the_phone() {
        long session = session("順番の狂った電話", 0);
        String secret = device(session, account("DOOR"));
        long now = System.currentTimeMillis();
        String in = numbered(scan(CODES.get(0), registration(session, 0), "\"answered\":\"OK\""), 1, now);
        String out = numbered(fact("UNDO", "\"registration\":" + registration(session, 0) + ",\"undoes\":\"" + nonce(in) + "\""), 2, now - 900_000);
        assertThat(facts(session, secret, out + "," + in).body()).contains("\"OK\"", "\"UNDONE\"");
        assertThat(present(session)).isEqualTo("0");

        String second = scan(CODES.get(1), registration(session, 1), "\"answered\":\"OK\"");
        String back = fact("UNDO", "\"registration\":" + registration(session, 1) + ",\"undoes\":\"" + nonce(second) + "\"");
        assertThat(facts(session, secret, back).body()).contains("\"waits\":true").doesNotContain("outcome");
        facts(session, secret, second);
        assertThat(present(session)).isEqualTo("1");
        assertThat(facts(session, secret, back).body()).contains("\"UNDONE\"");
        assertThat(present(session)).isEqualTo("0");

        String orphan = fact("UNDO", "\"undoes\":\"" + Secrets.token() + "\",\"alone\":true");
        assertThat(facts(session, secret, orphan).body()).as("nothing it could wait for").contains("IMPOSSIBLE");
        assertThat(conflicts(session)).isEqualTo("IMPOSSIBLE");
    }

    @Test
    void a_wrong_clock_is_told_once() {
        long session = session("時計のずれた電話", 0);
        String secret = device(session, account("DOOR"));
        for (int i = 0; i < 3; i++) {
            post(session, secret, "{\"now\":" + (System.currentTimeMillis() - 720_000) + ",\"facts\":["
                    + scan(CODES.get(i), null, "\"answered\":\"OK\"") + "]}");
        }
        assertThat(present(session)).isEqualTo("3");
        assertThat(conflicts(session)).isEqualTo("CLOCK");
        assertThat(Integer.parseInt(portal.one("select clock_off from door_conflict where session_id = " + session))).isBetween(715, 730);
    }

    /** The phone and the server know whose number it is at the door of any session of the event. */
    @Test
    void a_number_is_one_persons_within_an_event() {
        long session = session("番号は催しに一つ", 0);
        change("insert into event_session (id, event_id, number, known_to, held_on, starts_at, ends_at, fiscal_year, outcome, taken, version)"
                + " select nextval('tsunagu_seq'), event_id, 2, 'TIME', held_on, starts_at, ends_at, fiscal_year, 'PLANNED', 0, 1"
                + " from event_session where id = " + session);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> change(
                        "insert into registration (id, session_id, person_id, role, state, ticket_token, short_code, created_at, version)"
                                + " select nextval('tsunagu_seq'), (select max(id) from event_session where number = 2 and event_id = s.event_id),"
                                + " r.person_id, r.role, r.state, '" + Secrets.token() + "', r.short_code, now(), 1 from registration r"
                                + " join event_session s on s.id = r.session_id where r.id = " + registration(session, 0)))
                .hasStackTraceContaining("code_in_event");
    }

    /** Shut out: neither list nor reports; what staff take all the same comes without names; late is taken until the year is approved. */
    @Test
    void a_phone_that_was_shut_out_says_and_hears_what_staff_allow() {
        long session = session("締め出しの段階", 0);
        String secret = device(session, account("DOOR"));
        change("update door_device set revoked_at = now() where session_id = " + session);
        String read = scan(CODES.get(0), null, "\"answered\":\"OK\"");
        assertThat(list(session, secret).statusCode()).isEqualTo(401);
        assertThat(list(session, secret).body()).contains("\"SHUT\"");
        assertThat(facts(session, secret, read).statusCode()).isEqualTo(401);
        change("update door_device set records_at = now() where session_id = " + session);
        assertThat(list(session, secret).statusCode()).isEqualTo(401);
        assertThat(facts(session, secret, read).body()).contains("\"OK\"").doesNotContain("受付");
        assertThat(present(session)).isEqualTo("1");

        long ended = session("終わった日程の段階", 0);
        secret = device(ended, account("DOOR"));
        move(ended, -2);
        change("update door_device set opened_at = now() - interval '4 days', expires_at = now() - interval '1 minute' where session_id = "
                + ended);
        assertThat(list(ended, secret).body()).contains("\"ENDED\"").doesNotContain("受付");
        assertThat(facts(ended, secret, scan(CODES.get(0), null, "\"answered\":\"OK\"")).body()).contains("\"OK\"").doesNotContain("受付");
        assertThat(portal.one("select late from scan where session_id = " + ended)).isEqualTo("t");
        move(ended, 2);
        assertThat(list(ended, secret).body()).as("put off: its time is that of the new day").contains("受付 三郎");
        move(ended, -2);
        change("update door_device set expires_at = now() - interval '1 minute' where session_id = " + ended);
        record("APPROVAL", ended);
        try {
            assertThat(facts(ended, secret, scan(CODES.get(1), null, "\"answered\":\"OK\"")).body()).contains("IMPOSSIBLE");
            assertThat(present(ended)).isEqualTo("1");
        } finally {
            portal.run("set session_replication_role = replica; delete from official_record where hash like 'hash of %'");
        }
    }

    private void move(long session, int days) {
        change("update event_session set held_on = held_on + %1$s, starts_at = starts_at + %1$s * interval '1 day', ends_at = ends_at + %1$s"
                .formatted("(" + days + ")")
                + " * interval '1 day', fiscal_year = extract(year from held_on + (" + days + ") - interval '3 months')::int where id = "
                + session);
    }

    private static String numbered(String fact, int number, long time) {
        return fact.replaceAll("\"time\":\\d+", "\"time\":" + time + ",\"number\":" + number);
    }

    private long failures() throws IOException {
        Path folder = portal.log().resolveSibling("ffdc");
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static void assertRefused(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(what).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).as(what).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":400");
    }

    private void assertNothing(long session, String outcome) {
        assertThat(portal.one("select count(*) from attendance where session_id = " + session)).isEqualTo("0");
        assertThat(portal.one("select count(*) from head_count where session_id = " + session)).isEqualTo("0");
        assertThat(portal.one("select outcome from event_session where id = " + session)).isEqualTo(outcome);
    }

    private String present(long session) {
        return portal.one("select count(*) from attendance where undone_at is null and session_id = " + session);
    }

    private String scans(long session) {
        return portal.one("select count(*) from scan where session_id = " + session);
    }

    private String conflicts(long session) {
        return portal.one("select string_agg(kind, ' ' order by id) from door_conflict where session_id = " + session);
    }

    private HttpResponse<String> list(long session, String secret) {
        return send(HttpRequest.newBuilder(URI.create(portal.url("/door/" + session + "/list")))
                .header("X-Door-Device", secret)
                .header("X-Door-Protocol", "2"));
    }

    private HttpResponse<String> facts(long session, String secret, String facts) {
        return post(session, secret, "{\"now\":" + System.currentTimeMillis() + ",\"facts\":[" + facts + "]}");
    }

    private HttpResponse<String> post(long session, String secret, String body) {
        return send(HttpRequest.newBuilder(URI.create(portal.url("/door/" + session + "/facts")))
                .header("X-Door-Device", secret)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param person null for a number alone */
    private static String scan(String read, Long person, String more) {
        return fact("SCAN", Stream.of(read == null ? "" : "\"read\":\"" + read + "\"", person == null ? "" : "\"registration\":" + person, more)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(",")));
    }

    private static String fact(String kind, String more) {
        return "{\"kind\":\"" + kind + "\",\"nonce\":\"" + Secrets.token() + "\",\"time\":" + System.currentTimeMillis()
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private static String nonce(String fact) {
        return fact.replaceAll(".*\"nonce\":\"([^\"]*)\".*", "$1");
    }

    private void change(String sql) {
        portal.run("set tsunagu.actor = 'test'; " + sql);
    }

    private void record(String kind, long session) {
        change("insert into official_record (seq, kind, programme_id, fiscal_year, content, previous, hash, decided_at)"
                + " select coalesce(max(seq), 0) + 1, '" + kind + "', '" + PROGRAMME + "', (select fiscal_year from event_session where id = "
                + session + "), '{}', '', 'hash of ' || coalesce(max(seq), 0) + 1, now() from official_record");
    }

    private long account(String role) {
        change("insert into person (id, name, created_at, version) values (nextval('tsunagu_seq'), '受付 係', now(), 1);"
                + " insert into account (id, person_id, email, password_hash, state, created_at, version) values"
                + " (nextval('tsunagu_seq'), currval('tsunagu_seq') - 50, '" + Secrets.name(10) + "@door.example', 'none', 'ACTIVE', now(), 1);"
                + " insert into account_role select currval('tsunagu_seq'), '" + role + "'");
        return Long.parseLong(portal.one("select max(id) from account"));
    }

    /** A phone that was opened two days ago. */
    private String device(long session, long account) {
        String secret = Secrets.token();
        change("insert into door_device (id, session_id, secret_hash, opened_by, opened_at, expires_at, seen_at, version) values"
                + " (nextval('tsunagu_seq'), " + session + ", '" + Secrets.digest(secret) + "', " + account + ", now() - interval '2 days',"
                + " now() + interval '3 days', now() - interval '2 days', 1)");
        return secret;
    }

    private long registration(long session, int number) {
        return Long.parseLong(portal.one(
                "select id from registration where session_id = " + session + " and short_code = '" + CODES.get(number) + "'"));
    }

    /** A published event of a session, whole days from today, with three people registered. */
    private long session(String title, int days) {
        Instant begin = LocalDate.now(FiscalYear.ZONE).plusDays(days).atStartOfDay(FiscalYear.ZONE).toInstant();
        change("insert into event (id, code, programme_id, type, title, state, published_at, area, version) values (nextval('tsunagu_seq'),"
                + " 'd' || currval('tsunagu_seq'), '" + PROGRAMME + "', 'SEMINAR', '" + title + "', 'PUBLISHED', now(), 'ICHINOSEKI', 1);"
                + " insert into event_session (id, event_id, number, known_to, held_on, starts_at, ends_at, fiscal_year, outcome, taken, version)"
                + " select nextval('tsunagu_seq'), e.id, 1, 'TIME', (b at time zone 'Asia/Tokyo')::date, b, b + interval '23 hours',"
                + " extract(year from (b at time zone 'Asia/Tokyo')::date - interval '3 months')::int, 'PLANNED', 3, 1"
                + " from event e, (select timestamptz '" + begin + "' as b) x where e.title = '" + title + "'");
        String session = portal.one("select s.id from event_session s join event e on e.id = s.event_id where e.title = '" + title + "'");
        List<String> names = List.of("受付 一郎", "受付 二子", "受付 三郎");
        for (int i = 0; i < names.size(); i++) {
            change("insert into person (id, name, created_at, version) values (nextval('tsunagu_seq'), '" + names.get(i) + "', now(), 1);"
                    + " insert into registration (id, session_id, person_id, role, state, ticket_token, short_code, created_at, version)"
                    + " values (nextval('tsunagu_seq'), " + session + ", currval('tsunagu_seq') - 50, 'EMPLOYEE', 'CONFIRMED',"
                    + " '" + Secrets.token() + "', '" + CODES.get(i) + "', now(), 1)");
        }
        return Long.parseLong(session);
    }
}
