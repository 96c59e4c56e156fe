package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.event.SessionActivity.Activity;
import tsunagu.event.SessionOutcome;
import tsunagu.registration.Registration;
import tsunagu.shared.Sql;

/** Attendance, scans and head counts, as stored. */
@ApplicationScoped
class AttendanceRepository {

    @Inject
    private Sql sql;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

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

    /** Those taken back, too. @param persons entries of one person */
    List<Attendance> attendancesOf(List<Long> persons) {
        return entityManager
                .createQuery(
                        "select a from Attendance a where a.personId in :persons order by a.id desc", Attendance.class)
                .setParameter("persons", persons)
                .getResultList();
    }

    /**
     * Registrations of people who were present on that day, or on some day of the course whose last day it was; where the last days were
     * called off, also on each day up to the last one that had been planned: they are told once.
     */
    List<Registration> presentOn(LocalDate day) {
        return entityManager
                .createQuery(
                        "select distinct r from Registration r, Attendance a, EventSession s where a.registrationId = r.id"
                                + " and a.undoneAt is null and s.id = a.sessionId and (s.event.course = false and s.heldOn = :day"
                                + " or s.event.course = true and :day >= (select max(d.heldOn) from EventSession d"
                                + " where d.event.id = s.event.id and d.outcome <> :off)"
                                + " and :day <= (select max(e.heldOn) from EventSession e where e.event.id = s.event.id)) order by r.id",
                        Registration.class)
                .setParameter("day", day)
                .setParameter("off", SessionOutcome.NOT_HELD)
                .getResultList();
    }

    /** People who are or were there, with those who came along. */
    long headcountPresent(long sessionId) {
        return entityManager
                .createQuery(
                        "select coalesce(sum(a.companions + 1), 0) from Attendance a where a.sessionId = :session and a.undoneAt is null",
                        Long.class)
                .setParameter("session", sessionId)
                .getSingleResult();
    }

    /** @param counted null without a head count */
    private record Known(long session, long present, Integer counted, boolean scanned) {

        Activity activity() {
            return new Activity(scanned || counted != null, false, 0, present, counted);
        }
    }

    Map<Long, Activity> activity(Collection<Long> sessionIds) {
        return sql
                .of(
                        """
                        select s.id as session,
                            (select coalesce(sum(a.companions + 1), 0) from attendance a
                                where a.session_id = s.id and a.undone_at is null) as present,
                            (select sum(h.persons) from head_count h where h.session_id = s.id) as counted,
                            exists (select 1 from scan c where c.session_id = s.id) as scanned
                        from event_session s
                        where s.id = any(:sessions)
                        """)
                .withNumbers("sessions", sessionIds)
                .list(Known.class)
                .stream()
                .collect(Collectors.toMap(Known::session, Known::activity));
    }

    /** A nonce names a fact within its session; what was said at another door is unknown. */
    Optional<Scan> scan(long sessionId, String nonce) {
        return first(entityManager
                .createQuery("select s from Scan s where s.sessionId = :session and s.nonce = :nonce", Scan.class)
                .setParameter("session", sessionId)
                .setParameter("nonce", nonce));
    }

    /** Nonces of everything that was recorded at a session. */
    Set<String> nonces(long sessionId) {
        return Set.copyOf(sql.of("select distinct nonce from scan where session_id = :session")
                .with("session", sessionId)
                .list(String.class));
    }

    /** People who are recorded as present. */
    Set<Long> present(long sessionId) {
        return Set.copyOf(
                sql.of("select distinct person_id from attendance where session_id = :session and undone_at is null")
                        .with("session", sessionId)
                        .list(Long.class));
    }

    /** What was written is written; nothing of it is held any longer. */
    void letGo() {
        entityManager.flush();
        entityManager.clear();
    }

    List<HeadCount> headCounts(long sessionId) {
        return entityManager
                .createQuery("select h from HeadCount h where h.sessionId = :session order by h.role", HeadCount.class)
                .setParameter("session", sessionId)
                .getResultList();
    }

    void add(Object row) {
        entityManager.persist(row);
    }

    void remove(HeadCount headCount) {
        entityManager.remove(headCount);
    }

    private static <T> Optional<T> first(TypedQuery<T> query) {
        return query.setMaxResults(1).getResultStream().findFirst();
    }
}
