package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.FactMark;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Locks;
import tsunagu.shared.Sql;

/** Devices, conflicts, presses of the counter, and the list a device takes along, as stored. */
@ApplicationScoped
class DoorRepository {

    @Inject
    private Locks locks;

    @Inject
    private Sql sql;

    @Inject
    private FactMark factMark;

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
        sql.of("""
                        update door_device set seen_at = :now, clock_off = :off
                        where id = :device and (seen_at < :before or clock_off <> :off)
                        """)
                .with("now", now)
                .with("off", clockOff)
                .with("device", deviceId)
                .with("before", now.minusSeconds(10))
                .run();
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
    List<DoorInbox.Item> conflicts(long sessionId) {
        return sql.of("""
                        select c.id, c.kind, coalesce(p.name, c.said) as person, coalesce(s.device_time, s.scanned_at) as at,
                            s.scanned_at as received, coalesce(s.device_id, 0) as device, c.settled_at, c.note, c.version
                        from door_conflict c
                        join scan s on s.id = c.scan_id
                        left join registration r on r.id = s.registration_id
                        left join person p on p.id = r.person_id
                        where c.session_id = :session
                        order by c.settled_at is not null, c.id desc
                        """)
                .with("session", sessionId)
                .list(DoorInbox.Item.class);
    }

    /** Words that a device said about people of whom nothing else is known. */
    void forgetSaid(LocalDate heldBefore) {
        sql.of("""
                        update door_conflict c set said = ''
                        from event_session s
                        where s.id = c.session_id and s.held_on < :day and c.said <> ''
                        """)
                .with("day", heldBefore)
                .run();
    }

    private record Invited(
            long registration,
            long person,
            String token,
            String code,
            String name,
            String reading,
            String role,
            String state,
            long session,
            String title,
            Instant at,
            int companions,
            int expected) {

        DoorReportService.Person at(long door) {
            boolean here = session == door;
            return new DoorReportService.Person(
                    registration, person, token, code, name, reading, role, here ? state : "OTHER", here ? "" : title, at, companions,
                    expected);
        }
    }

    /** Everybody of the session's event, as its door sees them. */
    List<DoorReportService.Person> people(long sessionId) {
        return sql.of("""
                        select r.id as registration, r.person_id as person, r.ticket_token as token, r.short_code as code, p.name,
                            coalesce(p.reading, '') as reading, r.role, r.state, r.session_id as session, s.title,
                            a.checked_in_at as at, coalesce(a.companions, r.companions) as companions, r.companions as expected
                        from event_session d
                        join event_session s on s.event_id = d.event_id
                        join registration r on r.session_id = s.id
                        join person p on p.id = r.person_id
                        left join attendance a on a.session_id = d.id and a.person_id = r.person_id and a.undone_at is null
                        where d.id = :session and (s.id = d.id or r.state = 'CONFIRMED')
                        order by p.name, r.id
                        """)
                .with("session", sessionId)
                .list(Invited.class)
                .stream()
                .map(each -> each.at(sessionId))
                .toList();
    }

    /** People at the session who had not registered, with those who came along. */
    int walkIns(long sessionId) {
        return sql.of("""
                        select coalesce(sum(companions + 1), 0)
                        from attendance
                        where session_id = :session and registration_id is null and undone_at is null
                        """)
                .with("session", sessionId)
                .one(Integer.class);
    }

    /** @return false when this press was reported before */
    boolean click(String nonce, long sessionId, AttendanceRole role, int delta, long deviceId, Instant at, Instant now) {
        return sql.of("""
                        insert into door_click (id, nonce, session_id, role, delta, device_id, device_time, received_at)
                        values (nextval('tsunagu_seq'), :nonce, :session, :role, :delta, :device, :at, :now)
                        on conflict (session_id, nonce) do nothing
                        """)
                        .with("nonce", nonce)
                        .with("session", sessionId)
                        .with("role", role)
                        .with("delta", delta)
                        .with("device", deviceId)
                        .with("at", at)
                        .with("now", now)
                        .run()
                == 1;
    }

    /** Never below zero. */
    int clicked(long sessionId, AttendanceRole role) {
        return sql.of("select greatest(0, coalesce(sum(delta), 0)) from door_click where session_id = :session and role = :role")
                .with("session", sessionId)
                .with("role", role)
                .one(Integer.class);
    }

    private record Clicked(String role, int persons) {}

    /** What the counters stand at, by role. */
    Map<String, Integer> clicks(long sessionId) {
        Map<String, Integer> clicks = new TreeMap<>();
        sql.of("select role, greatest(0, sum(delta)) as persons from door_click where session_id = :session group by role")
                .with("session", sessionId)
                .list(Clicked.class)
                .forEach(each -> clicks.put(each.role(), each.persons()));
        return clicks;
    }

    /** What follows is a fact of the door: it is kept even when the year was approved meanwhile, as a difference. */
    void fact() {
        factMark.mark();
    }

    /** Presses at two devices at once are added up one after the other. */
    void holdSession(long sessionId) {
        locks.hold(Lock.DOOR_COUNTER, String.valueOf(sessionId));
    }
}
