package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Locks;

/**
 * The one authority over seats. Test and change are one statement on the session's row (READ COMMITTED is enough, no
 * cached entity is asked), and the check constraint seats_within_capacity stands behind it.
 */
@ApplicationScoped
public class SeatCounter {

    @Inject
    private Locks locks;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /**
     * For a newcomer, who does not pass those who wait; where roles have limits of their own, those of his role.
     *
     * @return false when no seat is left, somebody waits, or the session no longer takes registrations
     */
    boolean take(long sessionId, AttendanceRole role, int wanted, Instant now) {
        return entityManager
                        .createNativeQuery("update event_session set taken = taken + ?"
                                + " where id = ? and outcome <> 'NOT_HELD' and starts_at > ? and intake = 'FIRST_COME'"
                                + " and (intake_opens_at is null or intake_opens_at <= ?)"
                                + " and (intake_closes_at is null or intake_closes_at > ?)"
                                + " and (capacity is null or taken + ? <= capacity)"
                                + " and exists (select 1 from event e where e.id = event_id and e.state = 'PUBLISHED')"
                                + " and not exists (select 1 from registration r where r.session_id = event_session.id"
                                + "   and r.state = 'WAITING' and (r.role = ? or not exists"
                                + "     (select 1 from session_limit l where l.session_id = event_session.id)))")
                        .setParameter(1, wanted)
                        .setParameter(2, sessionId)
                        .setParameter(3, java.sql.Timestamp.from(now))
                        .setParameter(4, java.sql.Timestamp.from(now))
                        .setParameter(5, java.sql.Timestamp.from(now))
                        .setParameter(6, wanted)
                        .setParameter(7, role.name())
                        .executeUpdate()
                == 1;
    }

    /**
     * Whether the roles' own limits leave room; the session must be held, so that what is counted stays true until the
     * transaction ends.
     */
    boolean withinLimits(long sessionId, AttendanceRole role, Companions companions) {
        Number over = (Number) entityManager
                .createNativeQuery("select count(*) from session_limit l where l.session_id = ? and l.role in (?, ?)"
                        + " and l.capacity < case when l.role = ? then 1 else 0 end + case when l.role = ? then ? else 0 end"
                        + " + (select coalesce(sum(case when r.role = l.role then 1 else 0 end"
                        + "     + case when r.companion_role = l.role then r.companions else 0 end), 0)"
                        + "   from registration r where r.session_id = l.session_id and r.state in ('CONFIRMED', 'OFFERED'))")
                .setParameter(1, sessionId)
                .setParameter(2, role.name())
                .setParameter(3, companions.role() == null ? role.name() : companions.role().name())
                .setParameter(4, role.name())
                .setParameter(5, companions.role() == null ? "" : companions.role().name())
                .setParameter(6, companions.persons())
                .getSingleResult();
        return over.intValue() == 0;
    }

    /** Whether no role has more seats than its limit; asked after a change, under the session's lock. */
    boolean limitsKept(long sessionId) {
        Number over = (Number) entityManager
                .createNativeQuery("select count(*) from session_limit l where l.session_id = ? and l.capacity <"
                        + " (select coalesce(sum(case when r.role = l.role then 1 else 0 end"
                        + "     + case when r.companion_role = l.role then r.companions else 0 end), 0)"
                        + "   from registration r where r.session_id = l.session_id and r.state in ('CONFIRMED', 'OFFERED'))")
                .setParameter(1, sessionId)
                .getSingleResult();
        return over.intValue() == 0;
    }

    /** Seats left for each role that has a limit of its own. */
    Map<AttendanceRole, Integer> leftByRole(long sessionId) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select l.role, greatest(0, l.capacity - coalesce(sum(case when r.role = l.role then 1 else 0 end"
                        + "     + case when r.companion_role = l.role then r.companions else 0 end), 0))"
                        + " from session_limit l left join registration r on r.session_id = l.session_id"
                        + "   and r.state in ('CONFIRMED', 'OFFERED')"
                        + " where l.session_id = ? group by l.role, l.capacity")
                .setParameter(1, sessionId)
                .getResultList();
        Map<AttendanceRole, Integer> left = new EnumMap<>(AttendanceRole.class);
        rows.forEach(row -> left.put(AttendanceRole.valueOf((String) row[0]), ((Number) row[1]).intValue()));
        return left;
    }

    /** For somebody who has seats and brings more people; he does not pass those who wait. */
    boolean takeMore(long sessionId, int more) {
        return entityManager
                        .createNativeQuery("update event_session set taken = taken + ?"
                                + " where id = ? and (capacity is null or taken + ? <= capacity)"
                                + " and not exists (select 1 from registration r where r.session_id = event_session.id"
                                + "   and r.state = 'WAITING')")
                        .setParameter(1, more)
                        .setParameter(2, sessionId)
                        .setParameter(3, more)
                        .executeUpdate()
                == 1;
    }

    /** For whoever is first in the line. */
    boolean takeForLine(long sessionId, int wanted) {
        return entityManager
                        .createNativeQuery("update event_session set taken = taken + ?"
                                + " where id = ? and (capacity is null or taken + ? <= capacity)")
                        .setParameter(1, wanted)
                        .setParameter(2, sessionId)
                        .setParameter(3, wanted)
                        .executeUpdate()
                == 1;
    }

    /** Until the transaction ends nobody else takes or frees a seat, or joins the line. */
    void hold(long sessionId) {
        locks.hold(Lock.SESSION, sessionId);
    }

    /** Sessions whose counter is not what the rows say; there should never be one. */
    List<Object[]> wrong() {
        List<Object[]> rows = entityManager
                .createNativeQuery("select s.id, s.taken, coalesce(sum(1 + r.companions), 0) from event_session s left join registration r"
                        + " on r.session_id = s.id and r.state in ('CONFIRMED', 'OFFERED')"
                        + " group by s.id, s.taken having s.taken <> coalesce(sum(1 + r.companions), 0) order by s.id")
                .getResultList();
        return rows;
    }

    void giveBack(long sessionId, int freed) {
        entityManager
                .createNativeQuery("update event_session set taken = taken - ? where id = ?")
                .setParameter(1, freed)
                .setParameter(2, sessionId)
                .executeUpdate();
    }
}
