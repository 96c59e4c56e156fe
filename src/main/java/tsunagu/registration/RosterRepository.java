package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.StoredInstant;

/** 申込者一覧 as stored: who asked for a seat, and who came without having asked. */
@ApplicationScoped
public class RosterRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /** 申込者一覧, as they came. */
    public List<Roster.Row> rows(long sessionId) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select r.id, r.lot, p.name, p.reading, coalesce(r.guest_email, a.email, ''), r.role, r.companions,"
                        + " r.companion_role, r.state, case when r.state = 'WAITING' then row_number() over (partition by r.state"
                        + "   order by coalesce(r.line_place, 2147483647), r.id) else 0 end, r.created_at, t.checked_in_at,"
                        + " (select string_agg(n.name, chr(10) order by n.number) from companion_name n where n.registration_id = r.id),"
                        + " r.short_code, t.id, t.companions, r.version, t.version"
                        + " from registration r join person p on p.id = r.person_id left join account a on a.person_id = r.person_id"
                        + " left join attendance t on t.session_id = r.session_id and t.person_id = r.person_id and t.undone_at is null"
                        + " where r.session_id = ? order by r.id")
                .setParameter(1, sessionId)
                .getResultList();
        return rows.stream().map(RosterRepository::row).toList();
    }

    private static Roster.Row row(Object[] row) {
        String companionRole = (String) row[7];
        return new Roster.Row(
                ((Number) row[0]).longValue(),
                ShortCode.spaced((String) row[13]),
                row[1] == null ? null : ((Number) row[1]).intValue(),
                row[2] == null ? "" : (String) row[2],
                row[3] == null ? "" : (String) row[3],
                (String) row[4],
                AttendanceRole.valueOf((String) row[5]),
                new Companions(((Number) row[6]).intValue(), companionRole == null ? null : AttendanceRole.valueOf(companionRole)),
                row[12] == null ? List.of() : List.of(((String) row[12]).split("\n")),
                (String) row[8],
                ((Number) row[9]).longValue(),
                StoredInstant.of(row[10]),
                StoredInstant.of(row[11]),
                row[14] == null ? null : ((Number) row[14]).longValue(),
                row[15] == null ? null : ((Number) row[15]).intValue(),
                ((Number) row[16]).intValue(),
                row[17] == null ? 0 : ((Number) row[17]).intValue());
    }

    /** Who came without a registration, also when it was taken back. */
    List<Roster.WalkIn> walkIns(long sessionId) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select a.id, coalesce(p.name, ''), coalesce(p.reading, ''), a.role, a.source, a.checked_in_at,"
                        + " a.undone_at is not null, a.version from attendance a join person p on p.id = a.person_id"
                        + " where a.session_id = ? and a.registration_id is null order by a.checked_in_at, a.id")
                .setParameter(1, sessionId)
                .getResultList();
        return rows.stream()
                .map(row -> new Roster.WalkIn(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        (String) row[2],
                        AttendanceRole.valueOf((String) row[3]),
                        (String) row[4],
                        StoredInstant.of(row[5]),
                        (Boolean) row[6],
                        ((Number) row[7]).intValue()))
                .toList();
    }
}
