package tsunagu.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Sql;

/** Rounds, wishes and meetings as stored. */
@ApplicationScoped
class MeetingRepository {

    private static final String ROUNDS =
            """
            select r.id, e.code as event_code, e.title as event_title, r.session_id as session, r.first_at, r.minutes, r.pause,
                r.slots, r.most, r.closes_at, r.seed,
                exists (select 1 from meeting_run x where x.round_id = r.id) as ran, r.published_at
            from meeting_round r
            join event e on e.id = r.event_id
            """;

    @Inject
    private Locks locks;

    @Inject
    private Sql sql;

    @Inject
    private CurrentActor currentActor;

    /** A company at the event. */
    record Host(long id, String code, String name) {}

    private record StoredRound(
            long id,
            String eventCode,
            String eventTitle,
            long session,
            Instant firstAt,
            int minutes,
            int pause,
            int slots,
            int most,
            Instant closesAt,
            String seed,
            boolean ran,
            Instant publishedAt) {

        Round round() {
            return new Round(
                    id,
                    eventCode,
                    eventTitle,
                    session,
                    firstAt,
                    minutes,
                    pause,
                    slots,
                    most,
                    closesAt,
                    Lots.sha256(seed),
                    ran ? seed : null,
                    ran,
                    publishedAt);
        }
    }

    /** A person who takes part. @param role of their registration */
    record Guest(long person, int number, String name, String role, List<Long> wishes, Set<Integer> away) {}

    private record StoredGuest(long person, int number, String name, String role, List<Integer> away) {}

    private record Wish(long person, long company) {}

    /** A company's word. @param most null for as many as its panels hold */
    record Said(
            long company,
            String name,
            int panels,
            Integer most,
            Set<Integer> closed,
            Set<String> roles,
            List<Integer> favours) {

        MeetingService.Terms terms() {
            return new MeetingService.Terms(panels, most, closed, roles);
        }
    }

    private record StoredSaid(
            long company, String name, int panels, Integer most, List<Integer> closed, List<String> roles) {}

    private record Favour(long company, int number) {}

    private record StoredPlace(int number, long company, int slot, int panel) {

        SlotPlan.Placed placed() {
            return new SlotPlan.Placed(new Allocation.Pair(number, company), slot, panel);
        }
    }

    /** A run or a change. @param hash of its certificate */
    record Run(String kind, String certificate, String hash, Instant at) {}

    Optional<Round> round(String eventCode) {
        return sql.of(ROUNDS + "where e.code = :event")
                .with("event", eventCode)
                .first(StoredRound.class)
                .map(StoredRound::round);
    }

    List<Round> ofCompany(long company) {
        return rounds(sql.of(
                        ROUNDS
                                + """
                        where exists (select 1 from event_exhibitor x where x.event_id = e.id and x.company_id = :company)
                        order by r.first_at desc
                        """)
                .with("company", company));
    }

    /** Rounds the person takes part in, published or not. */
    List<Round> ofPerson(long person) {
        return rounds(sql.of(
                        ROUNDS
                                + """
                        where exists (select 1 from meeting_seeker s
                            where s.round_id = r.id and s.person_id = :person and s.left_at is null)
                        order by r.first_at
                        """)
                .with("person", person));
    }

    private static List<Round> rounds(Sql.Statement statement) {
        return statement.list(StoredRound.class).stream()
                .map(StoredRound::round)
                .toList();
    }

    /** When a session begins and ends. */
    record Hours(LocalDate day, Instant begin, Instant end) {}

    /** Of a session of the event; empty when it is none. */
    Optional<Hours> hours(String eventCode, long session) {
        return sql.of(
                        """
                        select s.held_on as day, s.starts_at as begin, s.ends_at as "end"
                        from event_session s
                        join event e on e.id = s.event_id
                        where e.code = :event and s.id = :session and e.state = 'PUBLISHED' and s.known_to = 'TIME'
                        """)
                .with("event", eventCode)
                .with("session", session)
                .first(Hours.class);
    }

    void set(String eventCode, RoundDraft draft, Instant firstAt, Instant closesAt, String seed) {
        sql.of(
                        """
                        insert into meeting_round
                            (id, event_id, session_id, first_at, minutes, pause, slots, most, closes_at, seed, version)
                        select nextval('tsunagu_seq'), e.id, :session, :firstAt, :minutes, :pause, :slots, :most, :closesAt, :seed, 1
                        from event e
                        where e.code = :event
                        on conflict (event_id) do update
                        set session_id = excluded.session_id, first_at = excluded.first_at, minutes = excluded.minutes,
                            pause = excluded.pause, slots = excluded.slots, most = excluded.most, closes_at = excluded.closes_at,
                            version = meeting_round.version + 1
                        """)
                .with("event", eventCode)
                .with("session", draft.session())
                .with("firstAt", firstAt)
                .with("minutes", draft.minutes())
                .with("pause", draft.pause())
                .with("slots", draft.slots())
                .with("most", draft.most())
                .with("closesAt", closesAt)
                .with("seed", seed)
                .run();
    }

    /** One at a time: wishes, runs and changes of a round come one after the other. */
    void hold(long round) {
        locks.hold(Lock.MEETING_ROUND, round);
    }

    /** The round of an event, read once for a page: its parts ask for it one after the other. */
    Optional<Round> asked(String eventCode) {
        return currentActor.once(List.of("meeting round", eventCode), () -> round(eventCode));
    }

    /** The companies of an event, read once for a page. */
    List<Host> companies(String eventCode) {
        return currentActor.once(List.of("meeting hosts", eventCode), () -> hosts(eventCode));
    }

    List<Host> hosts(String eventCode) {
        return sql.of(
                        """
                        select c.id, c.code, c.name
                        from event_exhibitor x
                        join event e on e.id = x.event_id
                        join company c on c.id = x.company_id
                        where e.code = :event
                        order by c.reading
                        """)
                .with("event", eventCode)
                .list(Host.class);
    }

    boolean exhibits(String eventCode, long company) {
        return hosts(eventCode).stream().anyMatch(each -> each.id() == company);
    }

    /** Has a seat in the round's session. */
    boolean registered(long round, long person) {
        return sql.of(
                        """
                        select 1
                        from registration g
                        join seat x on x.registration_id = g.id
                        join meeting_round r on r.session_id = x.session_id
                        where r.id = :round and g.person_id = :person and g.state = 'CONFIRMED'
                        """)
                .with("round", round)
                .with("person", person)
                .first(Integer.class)
                .isPresent();
    }

    void wish(long round, long person, List<Long> companies, Set<Integer> away) {
        sql.of(
                        """
                        insert into meeting_seeker (round_id, person_id, number, away)
                        values (:round, :person,
                            coalesce((select max(number) from meeting_seeker where round_id = :round), 0) + 1, cast(:away as int[]))
                        on conflict (round_id, person_id) do update set away = excluded.away, left_at = null, wished_at = now()
                        """)
                .with("round", round)
                .with("person", person)
                .withNumbers("away", ordered(away))
                .run();
        sql.of("delete from meeting_wish where round_id = :round and person_id = :person")
                .with("round", round)
                .with("person", person)
                .run();
        for (int i = 0; i < companies.size(); i++) {
            sql.of(
                            "insert into meeting_wish (round_id, person_id, place, company_id) values (:round, :person, :place, :company)")
                    .with("round", round)
                    .with("person", person)
                    .with("place", i + 1)
                    .with("company", companies.get(i))
                    .run();
        }
    }

    Optional<Guest> guest(long round, long person) {
        return guests(round, true).stream()
                .filter(each -> each.person() == person)
                .findFirst();
    }

    /** Those who take part, by number. @param left those who dropped out, too */
    List<Guest> guests(long round, boolean left) {
        Map<Long, List<Long>> wishes = sql
                .of(
                        """
                        select person_id as person, company_id as company
                        from meeting_wish
                        where round_id = :round
                        order by person_id, place
                        """)
                .with("round", round)
                .list(Wish.class)
                .stream()
                .collect(Collectors.groupingBy(Wish::person, Collectors.mapping(Wish::company, Collectors.toList())));
        return sql
                .of(
                        """
                        select s.person_id as person, s.number, coalesce(p.name, '') as name,
                            (select min(g.role) from registration g join seat x on x.registration_id = g.id
                                where x.session_id = r.session_id and g.person_id = s.person_id and g.state = 'CONFIRMED') as role,
                            s.away
                        from meeting_seeker s
                        join meeting_round r on r.id = s.round_id
                        join person p on p.id = s.person_id
                        where s.round_id = :round and (:left or s.left_at is null)
                        order by s.number
                        """)
                .with("round", round)
                .with("left", left)
                .list(StoredGuest.class)
                .stream()
                .map(each -> new Guest(
                        each.person(),
                        each.number(),
                        each.name(),
                        each.role(),
                        wishes.getOrDefault(each.person(), List.of()),
                        new LinkedHashSet<>(each.away())))
                .toList();
    }

    /**
     * A wish, as its person is told of it.
     *
     * @param since when the company saw their name
     * @param left they dropped out: it sees it no more
     */
    record Wished(String eventCode, String event, String company, Instant since, boolean left) {}

    List<Wished> wished(long person) {
        return sql.of(
                        """
                        select e.code as event_code, e.title as event, c.name as company, s.wished_at as since,
                            s.left_at is not null as left
                        from meeting_wish w
                        join meeting_seeker s on s.round_id = w.round_id and s.person_id = w.person_id
                        join meeting_round r on r.id = w.round_id
                        join event e on e.id = r.event_id
                        join company c on c.id = w.company_id
                        where w.person_id = :person
                        order by w.round_id, w.place
                        """)
                .with("person", person)
                .list(Wished.class);
    }

    void leave(long round, long person, Instant now) {
        sql.of(
                        "update meeting_seeker set left_at = :now where round_id = :round and person_id = :person and left_at is null")
                .with("round", round)
                .with("person", person)
                .with("now", now)
                .run();
    }

    void say(long round, Said said) {
        sql.of(
                        """
                        insert into meeting_table (round_id, company_id, panels, most, closed, roles)
                        values (:round, :company, :panels, :most, cast(:closed as int[]), :roles)
                        on conflict (round_id, company_id) do update
                        set panels = excluded.panels, most = excluded.most, closed = excluded.closed, roles = excluded.roles
                        """)
                .with("round", round)
                .with("company", said.company())
                .with("panels", said.panels())
                .with("most", said.most())
                .withNumbers("closed", ordered(said.closed()))
                .withTexts("roles", said.roles())
                .run();
        sql.of("delete from meeting_favour where round_id = :round and company_id = :company")
                .with("round", round)
                .with("company", said.company())
                .run();
        for (int i = 0; i < said.favours().size(); i++) {
            sql.of(
                            "insert into meeting_favour (round_id, company_id, place, number) values (:round, :company, :place, :number)")
                    .with("round", round)
                    .with("company", said.company())
                    .with("place", i + 1)
                    .with("number", said.favours().get(i))
                    .run();
        }
    }

    /** Every company at the event, with what it said, or the usual. */
    List<Said> said(long round) {
        Map<Long, List<Integer>> favours = sql
                .of(
                        """
                        select company_id as company, number
                        from meeting_favour
                        where round_id = :round
                        order by company_id, place
                        """)
                .with("round", round)
                .list(Favour.class)
                .stream()
                .collect(Collectors.groupingBy(
                        Favour::company, Collectors.mapping(Favour::number, Collectors.toList())));
        return sql
                .of(
                        """
                        select c.id as company, c.name, coalesce(t.panels, 1) as panels, t.most,
                            coalesce(t.closed, '{}') as closed, coalesce(t.roles, '{}') as roles
                        from meeting_round r
                        join event_exhibitor x on x.event_id = r.event_id
                        join company c on c.id = x.company_id
                        left join meeting_table t on t.round_id = r.id and t.company_id = c.id
                        where r.id = :round and t.left_at is null
                        order by c.reading
                        """)
                .with("round", round)
                .list(StoredSaid.class)
                .stream()
                .map(each -> new Said(
                        each.company(),
                        each.name(),
                        each.panels(),
                        each.most(),
                        new LinkedHashSet<>(each.closed()),
                        new LinkedHashSet<>(each.roles()),
                        favours.getOrDefault(each.company(), List.of())))
                .toList();
    }

    /** The meetings as they are placed: number, company, slot, panel. */
    List<SlotPlan.Placed> placed(long round) {
        return sql
                .of(
                        """
                        select number, company_id as company, slot, panel
                        from meeting
                        where round_id = :round
                        order by slot, company_id, panel
                        """)
                .with("round", round)
                .list(StoredPlace.class)
                .stream()
                .map(StoredPlace::placed)
                .toList();
    }

    void place(long round, List<SlotPlan.Placed> placed) {
        sql.of("delete from meeting where round_id = :round")
                .with("round", round)
                .run();
        placed.forEach(each -> sql.of(
                        """
                        insert into meeting (round_id, number, company_id, slot, panel)
                        values (:round, :number, :company, :slot, :panel)
                        """)
                .with("round", round)
                .with("number", each.pair().seeker())
                .with("company", each.pair().table())
                .with("slot", each.slot())
                .with("panel", each.panel())
                .run());
    }

    void keep(long round, String kind, String certificate, Instant now) {
        sql.of(
                        """
                        insert into meeting_run (id, round_id, kind, certificate, hash, made_at)
                        values (nextval('tsunagu_seq'), :round, :kind, :certificate, :hash, :now)
                        """)
                .with("round", round)
                .with("kind", kind)
                .with("certificate", certificate)
                .with("hash", Lots.sha256(certificate))
                .with("now", now)
                .run();
    }

    /** The latest first. */
    List<Run> runs(long round) {
        return sql.of(
                        "select kind, certificate, hash, made_at as at from meeting_run where round_id = :round order by id desc")
                .with("round", round)
                .list(Run.class);
    }

    void publish(long round, Instant now) {
        sql.of(
                        "update meeting_round set published_at = :now, version = version + 1 where id = :round and published_at is null")
                .with("round", round)
                .with("now", now)
                .run();
    }

    /** What was said of one company is said of another one now; where both were named, once. */
    void move(long from, long into) {
        for (String each : List.of(
                """
                update meeting_wish t set company_id = :into
                where company_id = :from and not exists (select 1 from meeting_wish o
                    where o.round_id = t.round_id and o.person_id = t.person_id and o.company_id = :into)
                """,
                """
                update meeting_table t set company_id = :into
                where company_id = :from and not exists (select 1 from meeting_table o
                    where o.round_id = t.round_id and o.company_id = :into)
                """,
                """
                update meeting_favour t set company_id = :into
                where company_id = :from and not exists (select 1 from meeting_favour o
                    where o.round_id = t.round_id and o.company_id = :into)
                """,
                """
                update meeting t set company_id = :into
                where company_id = :from and not exists (select 1 from meeting o
                    where o.round_id = t.round_id and o.company_id = :into)
                """)) {
            sql.of(each).with("from", from).with("into", into).run();
        }
    }

    /** Everything that says whom the person wanted to meet. */
    void forget(long person) {
        sql.of("delete from meeting_wish where person_id = :person")
                .with("person", person)
                .run();
        sql.of("update meeting_seeker set away = '{}' where person_id = :person")
                .with("person", person)
                .run();
    }

    String seed(long round) {
        return sql.of("select seed from meeting_round where id = :round")
                .with("round", round)
                .one(String.class);
    }

    private static List<Integer> ordered(Set<Integer> numbers) {
        return numbers.stream().sorted().toList();
    }
}
