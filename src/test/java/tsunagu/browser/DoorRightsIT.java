package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tsunagu.shared.Secrets;

/** How far a phone, and whoever opened it, may go. */
class DoorRightsIT extends DoorWire {

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
        assertThat(facts(open, secret, scan(CODES.get(0), null, "\"answered\":\"CANCELLED\",\"forced\":true"))
                        .body())
                .contains("\"OK\"");
        assertThat(facts(open, secret, scan(CODES.get(1), null, "\"answered\":\"WAITING\",\"forced\":true"))
                        .body())
                .contains("\"OK\"");
        assertThat(present(open)).isEqualTo("2");
        assertThat(conflicts(open)).isEqualTo("CANCELLED WAITING");
    }

    @Test
    void nobody_is_let_in_against_a_rule_in_a_frozen_year() {
        long session = session("確定した年度の日", 0);
        String secret = device(session, account("DOOR"));
        change("update registration set state = 'CANCELLED', cancelled_at = now() where id = "
                + registration(session, 0));
        record("APPROVAL", session);
        try {
            facts(session, secret, scan(CODES.get(0), null, "\"answered\":\"OK\",\"forced\":true"));
            assertNothing(session, "PLANNED");
            assertThat(conflicts(session)).isEqualTo("FROZEN");
            assertThat(facts(session, secret, scan(CODES.get(1), null, "\"answered\":\"OK\""))
                            .body())
                    .as("who came by the rules was there, and is shown as a difference")
                    .contains("\"OK\"");
        } finally {
            // The portal is everybody's: its chain of approvals must be as it was, which only a superuser can do.
            portal.run(
                    "set session_replication_role = replica; delete from official_record where hash like 'hash of %'");
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
        assertThat(undo.body().replaceAll("\"nonce\":\"[^\"]*\"", ""))
                .isEqualTo(unknown.body().replaceAll("\"nonce\":\"[^\"]*\"", ""));
        assertThat(present(theirs)).isEqualTo("1");
    }

    /** A nonce that was used there is a new one here, whatever is said under it. */
    @Test
    void a_nonce_of_another_session_is_a_new_one() {
        long theirs = session("あちらの番号", 0);
        long ours = session("こちらの番号", 0);
        String said = scan(CODES.get(2), null, "\"answered\":\"OK\"");
        String press = fact("CLICK", "\"role\":\"EMPLOYEE\",\"delta\":2");
        assertThat(facts(theirs, device(theirs, account("DOOR")), said + "," + press)
                        .body())
                .contains("受付 三郎", "\"count\":2");
        String secret = device(ours, account("DOOR"));
        for (String kind : List.of("UNDO", "COMPANIONS", "WALK_IN")) {
            String same = fact(kind, "\"name\":\"別の 人\",\"role\":\"EMPLOYEE\",\"companions\":1")
                    .replaceAll("\"nonce\":\"[^\"]*\"", "\"nonce\":\"" + nonce(said) + "\"");
            assertThat(facts(ours, secret, same).body()).as(kind).doesNotContain("三郎");
        }
        assertThat(facts(ours, secret, press).body()).contains("\"count\":2");
    }

    @Test
    void a_phone_answers_for_people_of_its_session_only() {
        long theirs = session("二日ある催し", 0);
        change(
                "insert into event_session (id, event_id, number, known_to, held_on, starts_at, ends_at, fiscal_year, outcome, taken, version)"
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
        assertThat(facts(ours, secret, letIn + "," + fact("ANSWER", answer)).body())
                .contains("\"OK\"", "ANSWERED");
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
        assertThat(facts(session, secret, scan(null, foreign, "\"answered\":\"OK\""))
                        .body())
                .contains("\"UNKNOWN\"");

        String right = scan(ticket, registration(session, 1), "\"answered\":\"OK\"");
        assertThat(facts(session, secret, right).body()).contains("受付 二子");
        assertThat(facts(session, secret, scan("５７２４－００００", first, "\"answered\":\"OK\""))
                        .body())
                .contains("受付 一郎");
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
        assertThat(present(session))
                .as("an undoing of one person's reading for another person")
                .isEqualTo("2");
        facts(
                session,
                secret,
                fact("UNDO", "\"registration\":" + registration(session, 1) + ",\"undoes\":\"" + nonce(right) + "\""));
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
            assertThat(facts(session, secret, scan(CODES.get(0), null, "")).statusCode())
                    .isEqualTo(401);
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

    /** The phone and the server know whose number it is at the door of any session of the event. */
    @Test
    void a_number_is_one_persons_within_an_event() {
        long session = session("番号は催しに一つ", 0);
        change(
                "insert into event_session (id, event_id, number, known_to, held_on, starts_at, ends_at, fiscal_year, outcome, taken, version)"
                        + " select nextval('tsunagu_seq'), event_id, 2, 'TIME', held_on, starts_at, ends_at, fiscal_year, 'PLANNED', 0, 1"
                        + " from event_session where id = " + session);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> change(
                        "insert into registration (id, session_id, person_id, role, state, ticket_token, short_code, created_at, version)"
                                + " select nextval('tsunagu_seq'), (select max(id) from event_session where number = 2 and event_id = s.event_id),"
                                + " r.person_id, r.role, r.state, '" + Secrets.token()
                                + "', r.short_code, now(), 1 from registration r"
                                + " join event_session s on s.id = r.session_id where r.id = "
                                + registration(session, 0)))
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
        change(
                "update door_device set opened_at = now() - interval '4 days', expires_at = now() - interval '1 minute' where session_id = "
                        + ended);
        assertThat(list(ended, secret).body()).contains("\"ENDED\"").doesNotContain("受付");
        assertThat(facts(ended, secret, scan(CODES.get(0), null, "\"answered\":\"OK\""))
                        .body())
                .contains("\"OK\"")
                .doesNotContain("受付");
        assertThat(portal.one("select late from scan where session_id = " + ended))
                .isEqualTo("t");
        move(ended, 2);
        assertThat(list(ended, secret).body())
                .as("put off: its time is that of the new day")
                .contains("受付 三郎");
        move(ended, -2);
        change("update door_device set expires_at = now() - interval '1 minute' where session_id = " + ended);
        record("APPROVAL", ended);
        try {
            assertThat(facts(ended, secret, scan(CODES.get(1), null, "\"answered\":\"OK\""))
                            .body())
                    .contains("IMPOSSIBLE");
            assertThat(present(ended)).isEqualTo("1");
        } finally {
            portal.run(
                    "set session_replication_role = replica; delete from official_record where hash like 'hash of %'");
        }
    }

    private void move(long session, int days) {
        change(
                "update event_session set held_on = held_on + %1$s, starts_at = starts_at + %1$s * interval '1 day', ends_at = ends_at + %1$s"
                                .formatted("(" + days + ")")
                        + " * interval '1 day', fiscal_year = extract(year from held_on + (" + days
                        + ") - interval '3 months')::int where id = "
                        + session);
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

    private void record(String kind, long session) {
        change("insert into official_record (seq, kind, programme_id, fiscal_year, content, previous, hash, decided_at)"
                + " select coalesce(max(seq), 0) + 1, '" + kind + "', '" + PROGRAMME
                + "', (select fiscal_year from event_session where id = "
                + session + "), '{}', '', 'hash of ' || coalesce(max(seq), 0) + 1, now() from official_record");
    }
}
