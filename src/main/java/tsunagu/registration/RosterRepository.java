package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.Sql;

/** 申込者一覧 as stored: who asked for a seat, and who came without having asked. */
@ApplicationScoped
public class RosterRepository {

    @Inject
    private Sql sql;

    /** {@link Roster.Row} in the columns it is stored in. */
    private record Stored(
            long registration,
            String code,
            Integer lot,
            String name,
            String reading,
            String contact,
            AttendanceRole role,
            String companionKinds,
            String schoolName,
            String className,
            String dayTelephone,
            List<String> names,
            String state,
            long position,
            Instant createdAt,
            Instant presentAt,
            Long attendance,
            String presentKinds,
            List<String> tags,
            String beyondWhy,
            int version,
            int attendanceVersion) {

        Roster.Row row() {
            return new Roster.Row(
                    registration,
                    ShortCode.spaced(code),
                    lot,
                    name,
                    reading,
                    contact,
                    role,
                    Companions.of(companionKinds),
                    new ClassVisit(schoolName, className, dayTelephone),
                    names,
                    state,
                    position,
                    createdAt,
                    presentAt,
                    attendance,
                    attendance == null ? null : Companions.of(presentKinds),
                    tags,
                    beyondWhy,
                    version,
                    attendanceVersion);
        }
    }

    /** 申込者一覧, as they came. */
    public List<Roster.Row> rows(long sessionId) {
        return rows(sessionId, null);
    }

    /** One of them, with its place in the line. */
    Roster.Row row(long sessionId, long registrationId) {
        return rows(sessionId, registrationId).get(0);
    }

    /** How many registrations there are in each state that somebody is in. */
    Map<String, Long> counts(long sessionId) {
        record Counted(String state, long count) {}
        return sql
                .of("select r.state, count(*) as count from seat x join registration r on r.id = x.registration_id"
                        + " where x.session_id = :session group by r.state")
                .with("session", sessionId)
                .list(Counted.class)
                .stream()
                .collect(Collectors.toMap(Counted::state, Counted::count));
    }

    /** Whoever is first in the line, in which somebody is. */
    long firstInLine(long sessionId) {
        return sql.of("select r.id from seat x join registration r on r.id = x.registration_id"
                        + " where x.session_id = :session and r.state = 'WAITING'"
                        + " order by coalesce(r.line_place, 2147483647), r.id limit 1")
                .with("session", sessionId)
                .one(Long.class);
    }

    private List<Roster.Row> rows(long sessionId, Long registrationId) {
        return sql
                .of(
                        """
                        select * from (
                        select r.id as registration, r.short_code as code, r.lot,
                            coalesce(p.name, '') as name, coalesce(p.reading, '') as reading,
                            coalesce(r.guest_email, a.email, '') as contact,
                            r.role, r.companion_kinds, r.school_name, r.class_name, coalesce(r.day_telephone, '') as day_telephone,
                            array(select n.name from companion_name n where n.registration_id = r.id order by n.number) as names,
                            r.state,
                            case when r.state = 'WAITING' then row_number() over (partition by r.state
                                order by coalesce(r.line_place, 2147483647), r.id) else 0 end as position,
                            r.created_at, t.checked_in_at as present_at, t.id as attendance, t.companion_kinds as present_kinds,
                            array(select g.tag from registration_tag g where g.registration_id = r.id order by g.tag) as tags,
                            r.beyond_why, r.version, coalesce(t.version, 0) as attendance_version
                        from seat x
                        join registration r on r.id = x.registration_id
                        join person p on p.id = r.person_id
                        left join account a on a.person_id = r.person_id
                        left join attendance t
                            on t.session_id = x.session_id and t.person_id = r.person_id and t.undone_at is null
                        where x.session_id = :session
                        ) as roster
                        where cast(:registration as bigint) is null or registration = cast(:registration as bigint)
                        order by registration
                        """)
                .with("session", sessionId)
                .with("registration", registrationId)
                .list(Stored.class)
                .stream()
                .map(Stored::row)
                .toList();
    }

    /** {@link Roster.WalkIn} in the columns it is stored in. */
    private record Came(
            long attendance,
            String code,
            String name,
            String reading,
            AttendanceRole role,
            String companionKinds,
            String source,
            Instant at,
            boolean undone,
            int version) {

        Roster.WalkIn row() {
            return new Roster.WalkIn(
                    attendance,
                    code == null ? "" : ShortCode.spaced(code),
                    name,
                    reading,
                    role,
                    Companions.of(companionKinds),
                    source,
                    at,
                    undone,
                    version);
        }
    }

    /** Everybody who came and is not in {@link #rows(long)}, also when it was taken back. */
    List<Roster.WalkIn> walkIns(long sessionId) {
        return sql
                .of(
                        """
                        select a.id as attendance, r.short_code as code, coalesce(p.name, '') as name, coalesce(p.reading, '') as reading,
                            a.role, a.companion_kinds, case when r.id is not null then 'OTHER_SESSION' else a.source end as source,
                            a.checked_in_at as at, a.undone_at is not null as undone, a.version
                        from attendance a
                        join person p on p.id = a.person_id
                        left join registration r on r.id = a.registration_id
                        where a.session_id = :session and (r.id is null
                                or not exists (select from seat x where x.session_id = a.session_id and x.registration_id = r.id))
                            and (a.undone_at is not null or not exists (select from seat x
                                join registration own on own.id = x.registration_id
                                where x.session_id = a.session_id and own.person_id = a.person_id))
                        order by a.checked_in_at, a.id
                        """)
                .with("session", sessionId)
                .list(Came.class)
                .stream()
                .map(Came::row)
                .toList();
    }
}
