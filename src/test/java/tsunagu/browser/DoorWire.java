package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Secrets;
import tsunagu.testing.TestPortal;

/** A phone at a door as its requests are on the wire: what it may ask and say, whatever its page would. */
abstract class DoorWire {

    static final String PROGRAMME = "bcp-seminar";

    /** Eight digits whose last is the check digit (Damm). */
    static final List<String> CODES = List.of("57240000", "57240013", "57240021");

    final TestPortal portal = TestPortal.shared();

    final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    void assertNothing(long session, String outcome) {
        assertThat(portal.one("select count(*) from attendance where session_id = " + session))
                .isEqualTo("0");
        assertThat(portal.one("select count(*) from head_count where session_id = " + session))
                .isEqualTo("0");
        assertThat(portal.one("select outcome from event_session where id = " + session))
                .isEqualTo(outcome);
    }

    String present(long session) {
        return portal.one("select count(*) from attendance where undone_at is null and session_id = " + session);
    }

    String scans(long session) {
        return portal.one("select count(*) from scan where session_id = " + session);
    }

    String conflicts(long session) {
        return portal.one("select string_agg(kind, ' ' order by id) from door_conflict where session_id = " + session);
    }

    HttpResponse<String> list(long session, String secret) {
        return send(HttpRequest.newBuilder(URI.create(portal.url("/door/" + session + "/list")))
                .header("X-Door-Device", secret)
                .header("X-Door-Protocol", "2"));
    }

    HttpResponse<String> facts(long session, String secret, String facts) {
        return post(session, secret, "{\"now\":" + System.currentTimeMillis() + ",\"facts\":[" + facts + "]}");
    }

    HttpResponse<String> post(long session, String secret, String body) {
        return send(HttpRequest.newBuilder(URI.create(portal.url("/door/" + session + "/facts")))
                .header("X-Door-Device", secret)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param person null for a number alone */
    static String scan(String read, Long person, String more) {
        return fact(
                "SCAN",
                Stream.of(
                                read == null ? "" : "\"read\":\"" + read + "\"",
                                person == null ? "" : "\"registration\":" + person,
                                more)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(",")));
    }

    static String fact(String kind, String more) {
        return "{\"kind\":\"" + kind + "\",\"nonce\":\"" + Secrets.token() + "\",\"time\":" + System.currentTimeMillis()
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    static String nonce(String fact) {
        return fact.replaceAll(".*\"nonce\":\"([^\"]*)\".*", "$1");
    }

    void change(String sql) {
        portal.run("set tsunagu.actor = 'test'; " + sql);
    }

    long account(String role) {
        String email = Secrets.name(10) + "@door.example";
        change("insert into person (id, name, created_at, version) values (nextval('tsunagu_seq'), '受付 係', now(), 1);"
                + " insert into account (id, person_id, email, email_key, password_hash, state, created_at, version) values"
                + " (nextval('tsunagu_seq'), currval('tsunagu_seq') - 50, " + portal.sealed(email)
                + ", testing.mark('" + email + "'), 'none', 'ACTIVE', now(), 1);"
                + " insert into account_role select currval('tsunagu_seq'), '" + role + "'");
        return Long.parseLong(portal.one("select max(id) from account"));
    }

    /** A phone that was opened two days ago. */
    String device(long session, long account) {
        String secret = Secrets.token();
        change(
                "insert into door_device (id, session_id, secret_hash, opened_by, opened_at, expires_at, seen_at, version) values"
                        + " (nextval('tsunagu_seq'), " + session + ", '" + Secrets.digest(secret) + "', " + account
                        + ", now() - interval '2 days',"
                        + " now() + interval '3 days', now() - interval '2 days', 1)");
        return secret;
    }

    long registration(long session, int number) {
        return Long.parseLong(portal.one("select id from registration where session_id = " + session
                + " and short_code = '" + CODES.get(number) + "'"));
    }

    /** A published event of a session, whole days from today, with three people registered. */
    long session(String title, int days) {
        Instant begin = LocalDate.now(FiscalYear.ZONE)
                .plusDays(days)
                .atStartOfDay(FiscalYear.ZONE)
                .toInstant();
        change(
                "insert into event (id, code, programme_id, type, title, state, published_at, area, version) values (nextval('tsunagu_seq'),"
                        + " 'd' || currval('tsunagu_seq'), '" + PROGRAMME + "', 'SEMINAR', '" + title
                        + "', 'PUBLISHED', now(), 'ICHINOSEKI', 1);"
                        + " insert into event_session (id, event_id, number, known_to, held_on, starts_at, ends_at, fiscal_year, outcome, taken, version)"
                        + " select nextval('tsunagu_seq'), e.id, 1, 'TIME', (b at time zone 'Asia/Tokyo')::date, b, b + interval '23 hours',"
                        + " extract(year from (b at time zone 'Asia/Tokyo')::date - interval '3 months')::int, 'PLANNED', 3, 1"
                        + " from event e, (select timestamptz '" + begin + "' as b) x where e.title = '" + title + "'");
        String session = portal.one(
                "select s.id from event_session s join event e on e.id = s.event_id where e.title = '" + title + "'");
        List<String> names = List.of("受付 一郎", "受付 二子", "受付 三郎");
        for (int i = 0; i < names.size(); i++) {
            change("insert into person (id, name, created_at, version) values (nextval('tsunagu_seq'), '" + names.get(i)
                    + "', now(), 1);"
                    + " insert into registration (id, session_id, person_id, role, state, ticket_token, short_code, created_at, version)"
                    + " values (nextval('tsunagu_seq'), " + session
                    + ", currval('tsunagu_seq') - 50, 'EMPLOYEE', 'CONFIRMED',"
                    + " '" + Secrets.token() + "', '" + CODES.get(i) + "', now(), 1)");
        }
        return Long.parseLong(session);
    }
}
