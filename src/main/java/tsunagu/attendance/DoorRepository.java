package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tsunagu.event.AttendanceRole;
import tsunagu.registration.Companions;
import tsunagu.shared.FactMark;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
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
        sql.of(
                        """
                        update door_device set seen_at = :now, clock_off = :off
                        where id = :device and (seen_at < :before or clock_off <> :off)
                        """)
                .with("now", now)
                .with("off", clockOff)
                .with("device", deviceId)
                .with("before", now.minusSeconds(10))
                .run();
    }

    /** @return true for one caller only: staff are told once of each phone */
    boolean tellOfClock(long deviceId, Instant now) {
        return sql.of("update door_device set clock_told_at = :now where id = :device and clock_told_at is null")
                        .with("now", now)
                        .with("device", deviceId)
                        .run()
                == 1;
    }

    /** The same phone at the doors of all sessions it opened. */
    List<DoorDevice> ofPhone(String phoneMark) {
        return entityManager
                .createQuery("select d from DoorDevice d where d.phoneMark = :phone order by d.id", DoorDevice.class)
                .setParameter("phone", phoneMark)
                .getResultList();
    }

    Optional<DoorDevice> invited(long invitationId, String phoneMark) {
        return entityManager
                .createQuery(
                        "select d from DoorDevice d where d.invitationId = :invitation and d.phoneMark = :phone",
                        DoorDevice.class)
                .setParameter("invitation", invitationId)
                .setParameter("phone", phoneMark)
                .getResultStream()
                .findFirst();
    }

    List<DoorDevice> invited(long invitationId) {
        return entityManager
                .createQuery(
                        "select d from DoorDevice d where d.invitationId = :invitation order by d.id", DoorDevice.class)
                .setParameter("invitation", invitationId)
                .getResultList();
    }

    Optional<DoorInvitation> invitation(long id) {
        return Optional.ofNullable(entityManager.find(DoorInvitation.class, id));
    }

    /** The newest first. */
    List<DoorInvitation> invitations(long sessionId) {
        return entityManager
                .createQuery(
                        "select i from DoorInvitation i where i.sessionId = :session order by i.id desc",
                        DoorInvitation.class)
                .setParameter("session", sessionId)
                .getResultList();
    }

    private record Late(long device, long facts) {}

    /** By device: what it reported when its time was over. */
    Map<Long, Long> late(long sessionId) {
        Map<Long, Long> late = new TreeMap<>();
        sql.of(
                        """
                        select device_id as device, count(*) as facts
                        from (select device_id from scan where session_id = :session and late
                            union all select device_id from door_click where session_id = :session and late) x
                        where device_id is not null
                        group by device_id
                        """)
                .with("session", sessionId)
                .list(Late.class)
                .forEach(each -> late.put(each.device(), each.facts()));
        return late;
    }

    private record Reader(String name) {}

    /** The phone that recorded an attendance first, where it was one that has a name. */
    Optional<String> readBy(long attendanceId) {
        return sql
                .of(
                        """
                        select d.called as name
                        from scan s
                        left join door_device d on d.id = s.device_id
                        where s.attendance_id = :attendance and s.outcome in ('OK', 'ALREADY')
                        order by coalesce(s.device_time, s.scanned_at), s.id
                        limit 1
                        """)
                .with("attendance", attendanceId)
                .list(Reader.class)
                .stream()
                .map(Reader::name)
                .filter(name -> name != null && !name.isEmpty())
                .findFirst();
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
                        .createQuery(
                                "select count(c) from DoorConflict c where c.scanId = :scan and c.kind = :kind",
                                Long.class)
                        .setParameter("scan", scanId)
                        .setParameter("kind", DoorConflict.Kind.IMPOSSIBLE)
                        .getSingleResult()
                > 0;
    }

    Optional<DoorConflict> conflict(long id) {
        return Optional.ofNullable(entityManager.find(DoorConflict.class, id));
    }

    /** Those that wait for staff. */
    long openConflicts(long sessionId) {
        return sql.of("select count(*) from door_conflict where session_id = :session and settled_at is null")
                .with("session", sessionId)
                .one(Long.class);
    }

    /** Conflicts of one session that wait for staff. */
    record Unsettled(long session, String title, long conflicts, Instant since) {}

    /** Not of events that are closed: what is final then cannot be settled any more. */
    List<Unsettled> unsettled() {
        return sql.of(
                        """
                        select s.id as session, e.title, count(*) as conflicts, min(c.raised_at) as since
                        from door_conflict c
                        join event_session s on s.id = c.session_id
                        join event e on e.id = s.event_id
                        where c.settled_at is null and e.closed_at is null
                        group by s.id, e.title
                        order by min(c.raised_at)
                        """)
                .list(Unsettled.class);
    }

    /** Open ones first, the newest of each first. */
    List<DoorInbox.Item> conflicts(long sessionId) {
        return sql.of(
                        """
                        select c.id, c.kind, case when c.kind = 'CLOCK' then '' else coalesce(p.name, c.said) end as person,
                            coalesce(s.device_time, s.scanned_at) as at,
                            s.scanned_at as received, coalesce(s.device_id::text, '') as device, coalesce(d.called, '') as called,
                            c.clock_off, c.settled_at, c.note, c.version
                        from door_conflict c
                        join scan s on s.id = c.scan_id
                        left join door_device d on d.id = s.device_id
                        left join registration r on r.id = s.registration_id
                        left join person p on p.id = r.person_id
                        where c.session_id = :session
                        order by c.settled_at is not null, c.id desc
                        """)
                .with("session", sessionId)
                .list(DoorInbox.Item.class);
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
            int expected,
            String kinds,
            String expectedKinds,
            int line) {

        /** Those who came or are to come, and a nought for a kind of which nobody came: it may have been set by mistake. */
        private Map<AttendanceRole, Integer> ofKinds() {
            Map<AttendanceRole, Integer> all = new EnumMap<>(AttendanceRole.class);
            Companions.of(expectedKinds).roles().forEach(role -> all.put(role, 0));
            all.putAll(Companions.of(kinds).byRole());
            return all;
        }

        DoorReportService.Person at(long door) {
            boolean here = session == door;
            return new DoorReportService.Person(
                    registration,
                    person,
                    token,
                    code,
                    name,
                    reading,
                    role,
                    here ? state : "OTHER",
                    here ? "" : title,
                    at,
                    companions,
                    expected,
                    ofKinds(),
                    here ? line : 0);
        }
    }

    /** Everybody of the session's event, as its door sees them. */
    List<DoorReportService.Person> people(long sessionId) {
        return sql
                .of(
                        """
                        select r.id as registration, r.person_id as person, r.ticket_token as token, r.short_code as code, p.name,
                            coalesce(p.reading, '') as reading, r.role, r.state, s.id as session, s.title,
                            a.checked_in_at as at, coalesce(a.companions, r.companions) as companions, r.companions as expected,
                            case when a.id is null then r.companion_kinds else a.companion_kinds end as kinds,
                            r.companion_kinds as expected_kinds,
                            case when r.state = 'WAITING' then (row_number() over (partition by r.session_id, r.state
                                order by coalesce(r.line_place, 2147483647), r.id))::int else 0 end as line
                        from event_session d
                        join event e on e.id = d.event_id
                        join registration r on r.event_id = d.event_id
                        join event_session s on s.id = case when e.course then d.id else r.session_id end
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

    /** Who they are, by the fact that let them in first. */
    List<DoorReportService.WalkIn> walkInPeople(long sessionId) {
        return sql.of(
                        """
                        select distinct on (a.id) s.nonce, p.name, coalesce(p.reading, '') as reading, a.role, a.checked_in_at as at
                        from attendance a
                        join scan s on s.attendance_id = a.id and s.kind in ('WALK_IN', 'IMPORT')
                        join person p on p.id = a.person_id
                        where a.session_id = :session and a.registration_id is null and a.undone_at is null and p.name is not null
                        order by a.id, s.id
                        """)
                .with("session", sessionId)
                .list(DoorReportService.WalkIn.class);
    }

    /** People at the session who had not registered, with those who came along. */
    int walkIns(long sessionId) {
        return sql.of(
                        """
                        select coalesce(sum(companions + 1), 0)
                        from attendance
                        where session_id = :session and registration_id is null and undone_at is null
                        """)
                .with("session", sessionId)
                .one(Integer.class);
    }

    /** @return false when this press was reported before */
    boolean click(
            String nonce, long sessionId, AttendanceRole role, int delta, DoorDevice device, Instant at, Instant now) {
        return sql.of(
                                """
                        insert into door_click (id, nonce, session_id, role, delta, device_id, device_time, received_at, late)
                        values (nextval('tsunagu_seq'), :nonce, :session, :role, :delta, :device, :at, :now, :late)
                        on conflict (session_id, nonce) do nothing
                        """)
                        .with("nonce", nonce)
                        .with("session", sessionId)
                        .with("role", role)
                        .with("delta", delta)
                        .with("device", device.id())
                        .with("at", at)
                        .with("now", now)
                        .with("late", device.late(now))
                        .run()
                == 1;
    }

    /** Never below zero. */
    int clicked(long sessionId, AttendanceRole role) {
        return sql.of(
                        "select greatest(0, coalesce(sum(delta), 0)) from door_click where session_id = :session and role = :role")
                .with("session", sessionId)
                .with("role", role)
                .one(Integer.class);
    }

    private record Clicked(String role, int persons) {}

    /** What the counters stand at, by role. */
    Map<String, Integer> clicks(long sessionId) {
        Map<String, Integer> clicks = new TreeMap<>();
        sql.of(
                        "select role, greatest(0, sum(delta)) as persons from door_click where session_id = :session group by role")
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
