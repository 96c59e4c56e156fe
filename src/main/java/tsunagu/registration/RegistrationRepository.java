package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import tsunagu.event.Event;
import tsunagu.event.EventSession;
import tsunagu.event.SessionActivity.Activity;
import tsunagu.event.SessionOutcome;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Sql;

/** Registrations as stored. */
@ApplicationScoped
public class RegistrationRepository {

    private static final List<Registration.State> LIVE = List.of(
            Registration.State.CONFIRMED,
            Registration.State.WAITING,
            Registration.State.OFFERED,
            Registration.State.APPLIED);

    /** The session of the registration begins later, or a day of its course does. */
    private static final String TO_COME = "exists (select d from EventSession d where d.event = s.event"
            + " and (d = s or s.event.course = true) and d.startsAt > :now and d.outcome <> :off)";

    @Inject
    private Locks locks;

    @Inject
    private Sql sql;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    public Optional<Registration> byToken(String token) {
        return first(entityManager
                .createQuery("select r from Registration r where r.ticketToken = :token", Registration.class)
                .setParameter("token", token));
    }

    public Optional<Registration> byCode(long sessionId, ShortCode code) {
        return first(entityManager
                .createQuery(
                        "select r from Registration r where r.sessionId = :session and r.shortCode = :code",
                        Registration.class)
                .setParameter("session", lead(sessionId))
                .setParameter("code", code.digits()));
    }

    /** A registration with this code at any session of the event. */
    public Optional<Registration> byCodeInEvent(long eventId, ShortCode code) {
        return first(entityManager
                .createQuery(
                        "select r from Registration r, EventSession s where s.id = r.sessionId"
                                + " and s.event.id = :event and r.shortCode = :code order by r.id",
                        Registration.class)
                .setParameter("event", eventId)
                .setParameter("code", code.digits()));
    }

    /** Where registrations of that session are kept: of a course all at its first. */
    private long lead(long sessionId) {
        EventSession session = entityManager.find(EventSession.class, sessionId);
        return session == null ? sessionId : session.lead().id();
    }

    /** Where the registration has its seats. */
    private LongStream days(Registration registration) {
        return entityManager.find(EventSession.class, registration.sessionId()).days().stream()
                .mapToLong(EventSession::id);
    }

    /** A number that nobody has at any session of the event: doors read tickets of all of them. */
    ShortCode freeCode(long sessionId) {
        ShortCode code = ShortCode.random();
        while (taken(sessionId, code)) {
            code = ShortCode.random();
        }
        return code;
    }

    private boolean taken(long sessionId, ShortCode code) {
        return entityManager
                        .createQuery(
                                "select count(r) from Registration r, EventSession s, EventSession d where d.id = :session"
                                        + " and s.event.id = d.event.id and r.sessionId = s.id and r.shortCode = :code",
                                Long.class)
                        .setParameter("session", lead(sessionId))
                        .setParameter("code", code.digits())
                        .getSingleResult()
                > 0;
    }

    Optional<Registration> live(long sessionId, long personId) {
        return first(entityManager
                .createQuery(
                        "select r from Registration r where r.sessionId = :session and r.personId = :person"
                                + " and r.state in :live",
                        Registration.class)
                .setParameter("session", lead(sessionId))
                .setParameter("person", personId)
                .setParameter("live", LIVE));
    }

    /** Whatever has become of them; the newest first. @param persons entries of one person */
    public List<Registration> everyOf(List<Long> persons) {
        return entityManager
                .createQuery(
                        "select r from Registration r where r.personId in :persons order by r.id desc",
                        Registration.class)
                .setParameter("persons", persons)
                .getResultList();
    }

    /** Seats, places in a line and applications that hold; what is over is told by {@link #everyOf}. */
    public List<Registration> ofPerson(long personId) {
        return entityManager
                .createQuery(
                        "select r from Registration r where r.personId = :person and r.state in :live order by r.id desc",
                        Registration.class)
                .setParameter("person", personId)
                .setParameter("live", LIVE)
                .getResultList();
    }

    Optional<Registration> ofGuest(long sessionId, String email) {
        return sql.of("select id from registration where session_id = :session and guest_email_key = any(:marks)"
                        + " and state = any(:live) order by id")
                .with("session", lead(sessionId))
                .withMarks("marks", email)
                .withTexts("live", LIVE)
                .first(Long.class)
                .map(id -> entityManager.find(Registration.class, id));
    }

    /** Registrations with this address since then. */
    long byMailSince(String email, Instant since) {
        return sql.of("select count(*) from registration where guest_email_key = any(:marks) and created_at > :since")
                .withMarks("marks", email)
                .with("since", since)
                .one(Long.class);
    }

    /**
     * Who registered before with this address and this name, and opened a letter's link: then it is the same person, and counted once.
     * What somebody only typed joins them to nobody.
     */
    Optional<Long> guest(String email, String name) {
        return sql.of(
                        """
                        select r.person_id
                        from registration r
                        join person p on p.id = r.person_id
                        where r.mail_proven and r.guest_email_key = any(:marks)
                            and regexp_replace(p.name, '[[:space:]\u3000]', '', 'g')
                                = regexp_replace(:name, '[[:space:]\u3000]', '', 'g')
                        order by r.id
                        limit 1
                        """)
                .withMarks("marks", email)
                .with("name", name)
                .first(Long.class);
    }

    /** In the order of the line: drawn places first, then as they came. */
    List<Registration> ofSession(long sessionId, Registration.State... states) {
        return entityManager
                .createQuery(
                        "select r from Registration r where r.sessionId = :session and r.state in :states"
                                + " order by coalesce(r.linePlace, 2147483647), r.id",
                        Registration.class)
                // under the session's lock these are as they are, and not as this transaction read them before
                .setHint("eclipselink.refresh", "true")
                .setParameter("session", lead(sessionId))
                .setParameter("states", List.of(states))
                .getResultList();
    }

    /**
     * Numbers of registrations whose time is over: offers that nobody took, and guests who did not confirm, of sessions that have
     * not begun, or courses of which a day is still to come (at the door they are there or not).
     */
    List<Long> overdue(Instant now) {
        return entityManager
                .createQuery(
                        "select r.id from Registration r, EventSession s where s.id = r.sessionId and ("
                                + "r.state = :offered and r.offerUntil < :now"
                                + " or r.proofUntil < :now and r.state in :live and " + TO_COME + ") order by r.id",
                        Long.class)
                .setParameter("off", SessionOutcome.NOT_HELD)
                .setParameter("offered", Registration.State.OFFERED)
                .setParameter("now", now)
                .setParameter("live", LIVE)
                .getResultList();
    }

    /** Guests of one origin who have not confirmed, whether their time is over or not. */
    List<Registration> unprovenOf(String origin, Instant now) {
        return entityManager
                .createQuery(
                        "select r from Registration r, EventSession s where s.id = r.sessionId and r.origin = :origin"
                                + " and r.proofUntil is not null and r.state in :live and " + TO_COME
                                + " order by r.id",
                        Registration.class)
                .setParameter("off", SessionOutcome.NOT_HELD)
                .setParameter("origin", origin)
                .setParameter("now", now)
                .setParameter("live", LIVE)
                .getResultList();
    }

    /** Sessions of the event that this address, or this person, has a live registration for. */
    long sessionsOf(long eventId, String email, Long personId) {
        return sql.of(
                        """
                        select count(*)
                        from registration r
                        join event_session s on s.id = r.session_id
                        where s.event_id = :event and r.state in ('CONFIRMED', 'WAITING', 'OFFERED', 'APPLIED')
                            and (r.guest_email_key = any(:marks) or r.person_id = cast(:person as bigint))
                        """)
                .with("event", eventId)
                .withMarks("marks", email)
                .with("person", personId)
                .one(Long.class);
    }

    long before(Registration registration) {
        return entityManager
                .createQuery(
                        "select count(r) from Registration r where r.sessionId = :session and r.state = :waiting"
                                + " and (coalesce(r.linePlace, 2147483647) < :place"
                                + " or coalesce(r.linePlace, 2147483647) = :place and r.id < :id)",
                        Long.class)
                .setParameter("session", registration.sessionId())
                .setParameter("waiting", Registration.State.WAITING)
                .setParameter("place", registration.linePlace() == null ? Integer.MAX_VALUE : registration.linePlace())
                .setParameter("id", registration.id())
                .getSingleResult();
    }

    long waiting(long sessionId) {
        return count(
                "select count(r) from Registration r where r.sessionId = :session and r.state = "
                        + "tsunagu.registration.Registration.State.WAITING",
                sessionId);
    }

    /** Everybody who ever asked for a seat, as they came. */
    List<Registration> all(long sessionId) {
        return entityManager
                .createQuery(
                        "select r from Registration r where r.sessionId = :session order by r.id", Registration.class)
                .setParameter("session", lead(sessionId))
                .getResultList();
    }

    public List<String> names(long registrationId) {
        return sql.of("select name from companion_name where registration_id = :registration order by number")
                .with("registration", registrationId)
                .list(String.class);
    }

    /** What staff wrote down about it, and the labels they gave it; for the person it is about. */
    public List<String> remarks(long registrationId) {
        return sql.of(
                        """
                        select words from (
                            select id, words from registration_note where registration_id = :registration
                            union all
                            select 0, tag from registration_tag where registration_id = :registration) as remark
                        order by id, words
                        """)
                .with("registration", registrationId)
                .list(String.class);
    }

    /** Replaces the class list. */
    void name(Registration registration, List<String> names) {
        sql.of("delete from companion_name where registration_id = :registration")
                .with("registration", registration.id())
                .run();
        for (int i = 0; i < names.size(); i++) {
            sql.of("insert into companion_name (registration_id, number, name) values (:registration, :number, :name)")
                    .with("registration", registration.id())
                    .with("number", i + 1)
                    .with("name", names.get(i).strip())
                    .run();
        }
    }

    int lots(long sessionId) {
        return sql.of("select coalesce(max(lot), 0) from registration where session_id = :session")
                .with("session", lead(sessionId))
                .one(Integer.class);
    }

    /** A seat at one day. */
    record Expected(Registration registration, EventSession day) {}

    /** Registered for a published event's session, or its whole course, on that day. */
    List<Expected> expected(LocalDate day) {
        return entityManager
                .createQuery(
                        "select d from EventSession d where d.heldOn = :day and d.event.state = :published and d.outcome <> :off"
                                + " order by d.id",
                        EventSession.class)
                .setParameter("day", day)
                .setParameter("published", Event.State.PUBLISHED)
                .setParameter("off", SessionOutcome.NOT_HELD)
                .getResultStream()
                .flatMap(each -> ofSession(each.id(), Registration.State.CONFIRMED).stream()
                        .map(registration -> new Expected(registration, each)))
                .toList();
    }

    /** The registration as it is now, held until the transaction ends: two doors decide about one ticket one after the other. */
    public Registration lock(Registration registration) {
        locks.hold(Lock.REGISTRATION, registration.id());
        return locks.fresh(registration);
    }

    /** Seats of two sessions may change hands: both are held, and the registrations. */
    void lockWithSeats(List<Registration> several, long otherSession) {
        locks.hold(
                Lock.SESSION,
                LongStream.concat(several.stream().flatMapToLong(this::days), LongStream.of(otherSession))
                        .distinct()
                        .toArray());
        locks.hold(
                Lock.REGISTRATION, several.stream().mapToLong(Registration::id).toArray());
        several.forEach(locks::fresh);
    }

    /** The same for several, which may be of several sessions. */
    void lockWithSeats(List<Registration> several) {
        locks.hold(
                Lock.SESSION,
                several.stream().flatMapToLong(this::days).distinct().toArray());
        locks.hold(
                Lock.REGISTRATION, several.stream().mapToLong(Registration::id).toArray());
        several.forEach(locks::fresh);
    }

    /** A seat may change hands: the session is held first, as whoever gives seats away holds it, and then the registration. */
    Registration lockWithSeat(Registration registration) {
        locks.hold(Lock.SESSION, days(registration).toArray());
        return lock(registration);
    }

    public Optional<Registration> byId(long id) {
        return Optional.ofNullable(entityManager.find(Registration.class, id));
    }

    /** People who are expected, with those who come along. */
    public long registered(long sessionId) {
        return count(
                "select coalesce(sum(r.companions + 1), 0) from Registration r where r.sessionId = :session and r.state = "
                        + "tsunagu.registration.Registration.State.CONFIRMED",
                sessionId);
    }

    /** @param applied people who have no answer yet */
    private record Asked(long session, long applied) {}

    Map<Long, Activity> activity(Collection<Long> sessionIds) {
        return sql
                .of(
                        """
                        select x.session_id as session,
                            count(*) filter (where r.state = 'APPLIED' and x.session_id = r.session_id) as applied
                        from seat x
                        join registration r on r.id = x.registration_id
                        where x.session_id = any(:sessions)
                        group by x.session_id
                        """)
                .withNumbers("sessions", sessionIds)
                .list(Asked.class)
                .stream()
                .collect(Collectors.toMap(Asked::session, each -> new Activity(true, true, each.applied(), 0, null)));
    }

    public void flush() {
        entityManager.flush();
    }

    void add(Registration row) {
        entityManager.persist(row);
    }

    private long count(String query, long sessionId) {
        return entityManager
                .createQuery(query, Long.class)
                .setParameter("session", lead(sessionId))
                .getSingleResult();
    }

    private static <T> Optional<T> first(TypedQuery<T> query) {
        return query.setMaxResults(1).getResultStream().findFirst();
    }
}
