package tsunagu.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.StoredInstant;

/** Rounds, wishes and meetings as stored. */
@ApplicationScoped
class MeetingRepository {

    private static final String ROUNDS = "select r.id, e.code, e.title, r.first_at, r.minutes, r.pause, r.slots, r.most, r.closes_at, r.seed,"
            + " exists (select 1 from meeting_run x where x.round_id = r.id), r.published_at from meeting_round r join event e on e.id = r.event_id";

    @Inject
    private Locks locks;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /** A company at the event. */
    record Host(long id, String code, String name) {}

    /** A person who takes part. @param role of his registration */
    record Guest(long person, int number, String name, String role, List<Long> wishes, Set<Integer> away) {}

    /** A company's word. @param most null for as many as its panels hold */
    record Said(long company, String name, int panels, Integer most, Set<Integer> closed, Set<String> roles, List<Integer> favours) {}

    Optional<Round> round(String eventCode) {
        return rows(ROUNDS + " where e.code = ?1", eventCode).stream().map(MeetingRepository::round).findFirst();
    }

    List<Round> ofCompany(long company) {
        return rows(ROUNDS + " where exists (select 1 from event_exhibitor x where x.event_id = e.id and x.company_id = ?1) order by r.first_at desc", company)
                .stream()
                .map(MeetingRepository::round)
                .toList();
    }

    /** Rounds the person takes part in, published or not. */
    List<Round> ofPerson(long person) {
        return rows(ROUNDS + " where exists (select 1 from meeting_seeker s where s.round_id = r.id and s.person_id = ?1 and s.left_at is null)"
                        + " order by r.first_at", person)
                .stream()
                .map(MeetingRepository::round)
                .toList();
    }

    /** The day of a session of the event; empty when it is none. */
    Optional<LocalDate> day(String eventCode, long session) {
        return query("select s.held_on from event_session s join event e on e.id = s.event_id where e.code = ?1 and s.id = ?2 and e.state = 'PUBLISHED'",
                        eventCode, session)
                .getResultList().stream()
                .findFirst()
                .map(each -> each instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) each);
    }

    void set(String eventCode, RoundDraft draft, Instant firstAt, Instant closesAt, String seed) {
        run("insert into meeting_round (id, event_id, session_id, first_at, minutes, pause, slots, most, closes_at, seed, version)"
                        + " select nextval('tsunagu_seq'), e.id, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1 from event e where e.code = ?1"
                        + " on conflict (event_id) do update set session_id = excluded.session_id, first_at = excluded.first_at,"
                        + " minutes = excluded.minutes, pause = excluded.pause, slots = excluded.slots, most = excluded.most,"
                        + " closes_at = excluded.closes_at, version = meeting_round.version + 1",
                eventCode, draft.session(), firstAt, draft.minutes(), draft.pause(), draft.slots(), draft.most(), closesAt, seed);
    }

    /** One at a time: wishes, runs and changes of a round come one after the other. */
    void hold(long round) {
        locks.hold(Lock.MEETING_ROUND, round);
    }

    List<Host> hosts(String eventCode) {
        return rows("select c.id, c.code, c.name from event_exhibitor x join event e on e.id = x.event_id join company c on c.id = x.company_id"
                        + " where e.code = ?1 order by c.reading", eventCode)
                .stream()
                .map(row -> new Host(whole(row[0]), (String) row[1], (String) row[2]))
                .toList();
    }

    boolean exhibits(String eventCode, long company) {
        return hosts(eventCode).stream().anyMatch(each -> each.id() == company);
    }

    /** Has a seat in the round's session. */
    boolean registered(long round, long person) {
        return !query("select 1 from registration g join meeting_round r on r.session_id = g.session_id where r.id = ?1 and g.person_id = ?2"
                + " and g.state = 'CONFIRMED'", round, person).getResultList().isEmpty();
    }

    void wish(long round, long person, List<Long> companies, Set<Integer> away) {
        run("insert into meeting_seeker (round_id, person_id, number, away) values (?1, ?2, coalesce((select max(number) from meeting_seeker"
                        + " where round_id = ?1), 0) + 1, cast(?3 as int[])) on conflict (round_id, person_id) do update set away = excluded.away, left_at = null,"
                        + " wished_at = now()",
                round, person, array(away));
        run("delete from meeting_wish where round_id = ?1 and person_id = ?2", round, person);
        for (int i = 0; i < companies.size(); i++) {
            run("insert into meeting_wish (round_id, person_id, place, company_id) values (?1, ?2, ?3, ?4)", round, person, i + 1, companies.get(i));
        }
    }

    Optional<Guest> guest(long round, long person) {
        return guests(round, true).stream().filter(each -> each.person() == person).findFirst();
    }

    /** Those who take part, by number. @param left those who dropped out, too */
    List<Guest> guests(long round, boolean left) {
        Map<Long, List<Long>> wishes = new HashMap<>();
        rows("select person_id, company_id from meeting_wish where round_id = ?1 order by person_id, place", round)
                .forEach(row -> wishes.computeIfAbsent(whole(row[0]), key -> new ArrayList<>()).add(whole(row[1])));
        return rows("select s.person_id, s.number, coalesce(p.name, ''), (select min(g.role) from registration g where g.session_id = r.session_id"
                        + " and g.person_id = s.person_id and g.state = 'CONFIRMED'), array_to_string(s.away, ' ') from meeting_seeker s"
                        + " join meeting_round r on r.id = s.round_id join person p on p.id = s.person_id where s.round_id = ?1"
                        + (left ? "" : " and s.left_at is null") + " order by s.number", round)
                .stream()
                .map(row -> new Guest(
                        whole(row[0]), (int) whole(row[1]), (String) row[2], (String) row[3], wishes.getOrDefault(whole(row[0]), List.of()),
                        numbers((String) row[4])))
                .toList();
    }

    /**
     * A wish, as its person is told of it.
     *
     * @param since when the company saw his name
     * @param left he dropped out: it sees it no more
     */
    record Wished(String eventCode, String event, String company, Instant since, boolean left) {}

    List<Wished> wished(long person) {
        return rows("select e.code, e.title, c.name, s.wished_at, s.left_at is not null from meeting_wish w join meeting_seeker s on s.round_id = w.round_id"
                        + " and s.person_id = w.person_id join meeting_round r on r.id = w.round_id join event e on e.id = r.event_id"
                        + " join company c on c.id = w.company_id where w.person_id = ?1 order by w.round_id, w.place", person)
                .stream()
                .map(row -> new Wished((String) row[0], (String) row[1], (String) row[2], StoredInstant.of(row[3]), (Boolean) row[4]))
                .toList();
    }

    void leave(long round, long person, Instant now) {
        run("update meeting_seeker set left_at = ?3 where round_id = ?1 and person_id = ?2 and left_at is null", round, person, now);
    }

    void say(long round, Said said) {
        run("insert into meeting_table (round_id, company_id, panels, most, closed, roles) values (?1, ?2, ?3, cast(?4 as int), cast(?5 as int[]),"
                        + " coalesce(string_to_array(nullif(?6, ''), ' '), '{}')) on conflict (round_id, company_id) do update set panels = excluded.panels,"
                        + " most = excluded.most, closed = excluded.closed, roles = excluded.roles",
                round, said.company(), said.panels(), said.most(), array(said.closed()), String.join(" ", said.roles()));
        run("delete from meeting_favour where round_id = ?1 and company_id = ?2", round, said.company());
        for (int i = 0; i < said.favours().size(); i++) {
            run("insert into meeting_favour (round_id, company_id, place, number) values (?1, ?2, ?3, ?4)",
                    round, said.company(), i + 1, said.favours().get(i));
        }
    }

    /** Every company at the event, with what it said, or the usual. */
    List<Said> said(long round) {
        Map<Long, List<Integer>> favours = new HashMap<>();
        rows("select company_id, number from meeting_favour where round_id = ?1 order by company_id, place", round)
                .forEach(row -> favours.computeIfAbsent(whole(row[0]), key -> new ArrayList<>()).add((int) whole(row[1])));
        return rows("select c.id, c.name, coalesce(t.panels, 1), t.most, array_to_string(t.closed, ' '), array_to_string(t.roles, ' ')"
                        + " from meeting_round r join event_exhibitor x on x.event_id = r.event_id join company c on c.id = x.company_id"
                        + " left join meeting_table t on t.round_id = r.id and t.company_id = c.id where r.id = ?1 and t.left_at is null"
                        + " order by c.reading", round)
                .stream()
                .map(row -> new Said(
                        whole(row[0]), (String) row[1], (int) whole(row[2]), row[3] == null ? null : (int) whole(row[3]), numbers((String) row[4]),
                        words((String) row[5]), favours.getOrDefault(whole(row[0]), List.of())))
                .toList();
    }

    /** The meetings as they are placed: number, company, slot, panel. */
    List<SlotPlan.Placed> placed(long round) {
        return rows("select number, company_id, slot, panel from meeting where round_id = ?1 order by slot, company_id, panel", round).stream()
                .map(row -> new SlotPlan.Placed(new Allocation.Pair(whole(row[0]), whole(row[1])), (int) whole(row[2]), (int) whole(row[3])))
                .toList();
    }

    void place(long round, List<SlotPlan.Placed> placed) {
        run("delete from meeting where round_id = ?1", round);
        placed.forEach(each -> run(
                "insert into meeting (round_id, number, company_id, slot, panel) values (?1, ?2, ?3, ?4, ?5)",
                round, each.pair().seeker(), each.pair().table(), each.slot(), each.panel()));
    }

    void keep(long round, String kind, String certificate, Instant now) {
        run("insert into meeting_run (id, round_id, kind, certificate, hash, made_at) values (nextval('tsunagu_seq'), ?1, ?2, ?3, ?4, ?5)",
                round, kind, certificate, Lots.sha256(certificate), now);
    }

    /** Runs and changes, the latest first: kind, certificate, hash, at. */
    List<Object[]> runs(long round) {
        return rows("select kind, certificate, hash, made_at from meeting_run where round_id = ?1 order by id desc", round);
    }

    void publish(long round, Instant now) {
        run("update meeting_round set published_at = ?2, version = version + 1 where id = ?1 and published_at is null", round, now);
    }

    /** What was said of one company is said of another one now; where both were named, once. */
    void move(long from, long into) {
        for (String each : List.of(
                "meeting_wish t set company_id = ?2 where company_id = ?1 and not exists (select 1 from meeting_wish o where o.round_id = t.round_id"
                        + " and o.person_id = t.person_id and o.company_id = ?2)",
                "meeting_table t set company_id = ?2 where company_id = ?1 and not exists (select 1 from meeting_table o where o.round_id = t.round_id"
                        + " and o.company_id = ?2)",
                "meeting_favour t set company_id = ?2 where company_id = ?1 and not exists (select 1 from meeting_favour o where o.round_id = t.round_id"
                        + " and o.company_id = ?2)",
                "meeting t set company_id = ?2 where company_id = ?1 and not exists (select 1 from meeting o where o.round_id = t.round_id"
                        + " and o.company_id = ?2)")) {
            run("update " + each, from, into);
        }
    }

    /** Everything that says whom the person wanted to meet. */
    void forget(long person) {
        run("delete from meeting_wish where person_id = ?1", person);
        run("update meeting_seeker set away = '{}' where person_id = ?1", person);
    }

    private static Round round(Object[] row) {
        String seed = (String) row[9];
        boolean ran = (Boolean) row[10];
        return new Round(
                whole(row[0]), (String) row[1], (String) row[2], StoredInstant.of(row[3]), (int) whole(row[4]), (int) whole(row[5]), (int) whole(row[6]),
                (int) whole(row[7]), StoredInstant.of(row[8]), Lots.sha256(seed), ran ? seed : null, ran, StoredInstant.of(row[11]));
    }

    String seed(long round) {
        return (String) query("select seed from meeting_round where id = ?1", round).getSingleResult();
    }

    private static String array(Set<Integer> numbers) {
        return numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static Set<Integer> numbers(String line) {
        return words(line).stream().map(Integer::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> words(String line) {
        return line == null || line.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(line.split(" ")));
    }

    private static long whole(Object value) {
        return ((Number) value).longValue();
    }

    private List<Object[]> rows(String sql, Object... values) {
        List<Object[]> rows = query(sql, values).getResultList();
        return rows;
    }

    private void run(String sql, Object... values) {
        query(sql, values).executeUpdate();
    }

    private Query query(String sql, Object... values) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
