package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Registrations, attendance, scans and head counts, as stored. */
@ApplicationScoped
class RegistrationRepository {

    private static final List<Registration.State> LIVE =
            List.of(Registration.State.CONFIRMED, Registration.State.WAITING, Registration.State.OFFERED);

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    Optional<Registration> byToken(String token) {
        return first(entityManager
                .createQuery("select r from Registration r where r.ticketToken = :token", Registration.class)
                .setParameter("token", token));
    }

    Optional<Registration> byCode(long sessionId, ShortCode code) {
        return first(entityManager
                .createQuery(
                        "select r from Registration r where r.sessionId = :session and r.shortCode = :code",
                        Registration.class)
                .setParameter("session", sessionId)
                .setParameter("code", code.digits()));
    }

    /** A registration with this code at any session of the event. */
    Optional<Registration> byCodeInEvent(long eventId, ShortCode code) {
        return first(entityManager
                .createQuery(
                        "select r from Registration r, EventSession s where s.id = r.sessionId"
                                + " and s.event.id = :event and r.shortCode = :code order by r.id",
                        Registration.class)
                .setParameter("event", eventId)
                .setParameter("code", code.digits()));
    }

    Optional<Registration> live(long sessionId, long personId) {
        return first(entityManager
                .createQuery(
                        "select r from Registration r where r.sessionId = :session and r.personId = :person"
                                + " and r.state in :live",
                        Registration.class)
                .setParameter("session", sessionId)
                .setParameter("person", personId)
                .setParameter("live", LIVE));
    }

    List<Registration> ofPerson(long personId) {
        return entityManager
                .createQuery(
                        "select r from Registration r where r.personId = :person and r.state in :live order by r.id desc",
                        Registration.class)
                .setParameter("person", personId)
                .setParameter("live", LIVE)
                .getResultList();
    }

    Optional<Registration> ofGuest(long sessionId, String email) {
        return first(entityManager
                .createQuery(
                        "select r from Registration r where r.sessionId = :session and lower(r.guestEmail) = lower(:email)"
                                + " and r.state in :live",
                        Registration.class)
                .setParameter("session", sessionId)
                .setParameter("email", email)
                .setParameter("live", LIVE));
    }

    /** Who registered before with this address and this name: then it is the same person, and counted once. */
    Optional<Long> guest(String email, String name) {
        List<?> ids = entityManager
                .createNativeQuery("select r.person_id from registration r join person p on p.id = r.person_id"
                        + " where lower(r.guest_email) = lower(?)"
                        + " and regexp_replace(p.name, '[[:space:]\u3000]', '', 'g') = regexp_replace(?, '[[:space:]\u3000]', '', 'g')"
                        + " order by r.id")
                .setParameter(1, email)
                .setParameter(2, name)
                .setMaxResults(1)
                .getResultList();
        return ids.stream().findFirst().map(id -> ((Number) id).longValue());
    }

    /** Holding a seat or in the line, the first to come first. */
    List<Registration> ofSession(long sessionId, Registration.State... states) {
        return entityManager
                .createQuery(
                        "select r from Registration r where r.sessionId = :session and r.state in :states order by r.id",
                        Registration.class)
                .setParameter("session", sessionId)
                .setParameter("states", List.of(states))
                .getResultList();
    }

    /** Offers whose time is over. */
    List<Registration> overdue(Instant now) {
        return entityManager
                .createQuery(
                        "select r from Registration r where r.state = :offered and r.offerUntil < :now order by r.id",
                        Registration.class)
                .setParameter("offered", Registration.State.OFFERED)
                .setParameter("now", now)
                .getResultList();
    }

    long before(Registration registration) {
        return entityManager
                .createQuery(
                        "select count(r) from Registration r where r.sessionId = :session and r.state = :waiting and r.id < :id",
                        Long.class)
                .setParameter("session", registration.sessionId())
                .setParameter("waiting", Registration.State.WAITING)
                .setParameter("id", registration.id())
                .getSingleResult();
    }

    long waiting(long sessionId) {
        return count(
                "select count(r) from Registration r where r.sessionId = :session and r.state = "
                        + "tsunagu.event.Registration.State.WAITING",
                sessionId);
    }

    /** Registrations of people who were present. */
    List<Registration> present(LocalDate day) {
        return entityManager
                .createQuery(
                        "select r from Registration r, Attendance a, EventSession s where a.registrationId = r.id"
                                + " and a.undoneAt is null and s.id = a.sessionId and s.heldOn = :day order by r.id",
                        Registration.class)
                .setParameter("day", day)
                .getResultList();
    }

    /** Registered for a published event's session on that day. */
    List<Registration> expected(LocalDate day) {
        return entityManager
                .createQuery(
                        "select r from Registration r, EventSession s where s.id = r.sessionId and s.heldOn = :day"
                                + " and r.state = :confirmed and s.event.state = :published and s.outcome <> :off order by r.id",
                        Registration.class)
                .setParameter("day", day)
                .setParameter("confirmed", Registration.State.CONFIRMED)
                .setParameter("published", Event.State.PUBLISHED)
                .setParameter("off", SessionOutcome.NOT_HELD)
                .getResultList();
    }

    /** Holds the row until the transaction ends, so that two doors decide about one ticket one after the other. */
    void lock(Registration registration) {
        entityManager.refresh(registration, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Attendance> attendance(long sessionId, long personId) {
        return first(entityManager
                .createQuery(
                        "select a from Attendance a where a.sessionId = :session and a.personId = :person"
                                + " and a.undoneAt is null",
                        Attendance.class)
                .setParameter("session", sessionId)
                .setParameter("person", personId));
    }

    /** Also one that was taken back. */
    Optional<Attendance> attendanceEver(long sessionId, long personId) {
        return first(entityManager
                .createQuery(
                        "select a from Attendance a where a.sessionId = :session and a.personId = :person",
                        Attendance.class)
                .setParameter("session", sessionId)
                .setParameter("person", personId));
    }

    Optional<Attendance> attendanceById(long id) {
        return Optional.ofNullable(entityManager.find(Attendance.class, id));
    }

    Optional<Registration> byId(long id) {
        return Optional.ofNullable(entityManager.find(Registration.class, id));
    }

    /** True when anything was ever recorded for the session: its row must then stay. */
    boolean hasTraces(long sessionId) {
        return count("select count(r) from Registration r where r.sessionId = :session", sessionId) > 0
                || count("select count(s) from Scan s where s.sessionId = :session", sessionId) > 0
                || count("select count(h) from HeadCount h where h.sessionId = :session", sessionId) > 0;
    }

    long present(long sessionId) {
        return count("select count(a) from Attendance a where a.sessionId = :session and a.undoneAt is null", sessionId);
    }

    long registered(long sessionId) {
        return count(
                "select count(r) from Registration r where r.sessionId = :session and r.state = "
                        + "tsunagu.event.Registration.State.CONFIRMED",
                sessionId);
    }

    Optional<Scan> scan(String nonce) {
        return first(entityManager
                .createQuery("select s from Scan s where s.nonce = :nonce", Scan.class)
                .setParameter("nonce", nonce));
    }

    List<HeadCount> headCounts(long sessionId) {
        return entityManager
                .createQuery("select h from HeadCount h where h.sessionId = :session order by h.role", HeadCount.class)
                .setParameter("session", sessionId)
                .getResultList();
    }

    /** The name of a person, or null after the person had it deleted. */
    String personName(long personId) {
        return (String) entityManager
                .createNativeQuery("select name from person where id = ?")
                .setParameter(1, personId)
                .getSingleResult();
    }

    /** Who held the device, as the account room names that person. */
    String accountName(Long accountId) {
        return accountId == null
                ? null
                : (String) entityManager
                        .createNativeQuery("select p.name from account a join person p on p.id = a.person_id where a.id = ?")
                        .setParameter(1, accountId)
                        .getSingleResult();
    }

    void add(Object row) {
        entityManager.persist(row);
    }

    void remove(HeadCount headCount) {
        entityManager.remove(headCount);
    }

    private long count(String query, long sessionId) {
        return entityManager
                .createQuery(query, Long.class)
                .setParameter("session", sessionId)
                .getSingleResult();
    }

    private static <T> Optional<T> first(TypedQuery<T> query) {
        return query.setMaxResults(1).getResultStream().findFirst();
    }
}
