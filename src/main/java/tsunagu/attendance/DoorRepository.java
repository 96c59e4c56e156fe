package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Locks;

/** Devices, conflicts, presses of the counter, and the list a device takes along, as stored. */
@ApplicationScoped
class DoorRepository {

    @Inject
    private Locks locks;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    void add(Object row) {
        entityManager.persist(row);
    }

    void flush() {
        entityManager.flush();
    }

    Optional<DoorDevice> device(String secretHash) {
        return entityManager
                .createQuery("select d from DoorDevice d where d.secretHash = :hash", DoorDevice.class)
                .setParameter("hash", secretHash)
                .getResultStream()
                .findFirst();
    }

    Optional<DoorDevice> device(long id) {
        return Optional.ofNullable(entityManager.find(DoorDevice.class, id));
    }

    /**
     * When a device was last heard of, and how wrong its clock is. One statement without the version: a device whose network
     * breaks in the middle of an answer reports again while the first report is still being kept, and neither may be refused.
     */
    void reported(long deviceId, int clockOff, Instant now) {
        entityManager
                .createNativeQuery("update door_device set seen_at = ?, clock_off = ? where id = ?"
                        + " and (seen_at < ? or clock_off <> ?)")
                .setParameter(1, now)
                .setParameter(2, clockOff)
                .setParameter(3, deviceId)
                .setParameter(4, now.minusSeconds(10))
                .setParameter(5, clockOff)
                .executeUpdate();
    }

    List<DoorDevice> devices(long sessionId) {
        return entityManager
                .createQuery("select d from DoorDevice d where d.sessionId = :session order by d.id", DoorDevice.class)
                .setParameter("session", sessionId)
                .getResultList();
    }

    /** Whether the fact went before staff because it could not be kept. */
    boolean setAside(long scanId) {
        return entityManager
                        .createQuery("select count(c) from DoorConflict c where c.scanId = :scan and c.kind = :kind", Long.class)
                        .setParameter("scan", scanId)
                        .setParameter("kind", DoorConflict.Kind.IMPOSSIBLE)
                        .getSingleResult()
                > 0;
    }

    Optional<DoorConflict> conflict(long id) {
        return Optional.ofNullable(entityManager.find(DoorConflict.class, id));
    }

    /** Open ones first, the newest of each first. */
    List<Object[]> conflicts(long sessionId) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select c.id, c.kind, coalesce(p.name, c.said), coalesce(s.device_time, s.scanned_at), s.scanned_at,"
                        + " coalesce(s.device_id, 0), c.settled_at, c.note, c.version from door_conflict c join scan s on s.id = c.scan_id"
                        + " left join registration r on r.id = s.registration_id left join person p on p.id = r.person_id"
                        + " where c.session_id = ? order by c.settled_at is not null, c.id desc")
                .setParameter(1, sessionId)
                .getResultList();
        return rows;
    }

    /** Words that a device said about people of whom nothing else is known. */
    void forgetSaid(LocalDate heldBefore) {
        entityManager
                .createNativeQuery("update door_conflict c set said = '' from event_session s where s.id = c.session_id and s.held_on < ?"
                        + " and c.said <> ''")
                .setParameter(1, heldBefore)
                .executeUpdate();
    }

    /**
     * Everybody of the session's event: registration, token, code, name, role, state, session and its title, when present at
     * this session, who came along, who was to come along, reading, person.
     */
    List<Object[]> people(long sessionId) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select r.id, r.ticket_token, r.short_code, p.name, r.role, r.state, r.session_id, s.title,"
                        + " a.checked_in_at, coalesce(a.companions, r.companions), r.companions,"
                        + " coalesce(p.reading, ''), r.person_id from event_session d join event_session s on s.event_id = d.event_id"
                        + " join registration r on r.session_id = s.id join person p on p.id = r.person_id"
                        + " left join attendance a on a.session_id = d.id and a.person_id = r.person_id"
                        + "   and a.undone_at is null"
                        + " where d.id = ? and (s.id = d.id or r.state = 'CONFIRMED') order by p.name, r.id")
                .setParameter(1, sessionId)
                .getResultList();
        return rows;
    }

    /** People at the session who had not registered, with those who came along. */
    int walkIns(long sessionId) {
        return ((Number) entityManager
                        .createNativeQuery("select coalesce(sum(companions + 1), 0) from attendance"
                                + " where session_id = ? and registration_id is null and undone_at is null")
                        .setParameter(1, sessionId)
                        .getSingleResult())
                .intValue();
    }

    /** @return false when this press was reported before */
    boolean click(String nonce, long sessionId, AttendanceRole role, int delta, long deviceId, Instant at, Instant now) {
        return entityManager
                        .createNativeQuery("insert into door_click (id, nonce, session_id, role, delta, device_id, device_time,"
                                + " received_at) values (nextval('tsunagu_seq'), ?, ?, ?, ?, ?, ?, ?) on conflict (session_id, nonce) do nothing")
                        .setParameter(1, nonce)
                        .setParameter(2, sessionId)
                        .setParameter(3, role.name())
                        .setParameter(4, delta)
                        .setParameter(5, deviceId)
                        .setParameter(6, at)
                        .setParameter(7, now)
                        .executeUpdate()
                == 1;
    }

    /** Never below zero. */
    int clicked(long sessionId, AttendanceRole role) {
        return ((Number) entityManager
                        .createNativeQuery("select greatest(0, coalesce(sum(delta), 0)) from door_click"
                                + " where session_id = ? and role = ?")
                        .setParameter(1, sessionId)
                        .setParameter(2, role.name())
                        .getSingleResult())
                .intValue();
    }

    List<Object[]> clicks(long sessionId) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select role, greatest(0, sum(delta)) from door_click where session_id = ? group by role")
                .setParameter(1, sessionId)
                .getResultList();
        return rows;
    }

    /** What follows is a fact of the door: it is kept even when the year was approved meanwhile, as a difference. */
    void fact() {
        entityManager.createNativeQuery("select set_config('tsunagu.fact', 'yes', true)").getSingleResult();
    }

    /** Presses at two devices at once are added up one after the other. */
    void holdSession(long sessionId) {
        locks.hold(Lock.DOOR_COUNTER, String.valueOf(sessionId));
    }
}
