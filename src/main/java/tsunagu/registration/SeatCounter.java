package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tsunagu.event.AttendanceRole;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Locks;
import tsunagu.shared.Sql;

/**
 * The one authority over seats. Test and change are one statement on the session's row (READ COMMITTED is enough, no
 * cached entity is asked), and the check constraint seats_within_capacity stands behind it.
 */
@ApplicationScoped
public class SeatCounter {

    @Inject
    private Locks locks;

    @Inject
    private Sql sql;

    /**
     * For a newcomer, who does not pass those who wait; where roles have limits of their own, those of his role.
     *
     * @return false when no seat is left, somebody waits, or the session no longer takes registrations
     */
    boolean take(long sessionId, AttendanceRole role, int wanted, Instant now) {
        return sql.of("""
                        update event_session set taken = taken + :wanted
                        where id = :session and outcome <> 'NOT_HELD' and starts_at > :now and intake = 'FIRST_COME'
                            and (intake_opens_at is null or intake_opens_at <= :now)
                            and (intake_closes_at is null or intake_closes_at > :now)
                            and (capacity is null or taken + :wanted <= capacity)
                            and exists (select 1 from event e where e.id = event_id and e.state = 'PUBLISHED')
                            and not exists (select 1 from registration r
                                where r.session_id = event_session.id and r.state = 'WAITING'
                                    and (r.role = :role
                                        or not exists (select 1 from session_limit l where l.session_id = event_session.id)))
                        """)
                        .with("session", sessionId)
                        .with("role", role)
                        .with("wanted", wanted)
                        .with("now", now)
                        .run()
                == 1;
    }

    /**
     * Whether the roles' own limits leave room; the session must be held, so that what is counted stays true until the
     * transaction ends.
     */
    boolean withinLimits(long sessionId, AttendanceRole role, Companions companions) {
        return sql.of("""
                        select count(*)
                        from session_limit l
                        where l.session_id = :session and l.role in (:role, coalesce(:with, :role))
                            and l.capacity < case when l.role = :role then 1 else 0 end
                                + case when l.role = :with then :companions else 0 end
                                + (select coalesce(sum(case when r.role = l.role then 1 else 0 end
                                        + case when r.companion_role = l.role then r.companions else 0 end), 0)
                                    from registration r
                                    where r.session_id = l.session_id and r.state in ('CONFIRMED', 'OFFERED'))
                        """)
                        .with("session", sessionId)
                        .with("role", role)
                        .with("with", companions.role())
                        .with("companions", companions.persons())
                        .one(Long.class)
                == 0;
    }

    /** Whether no role has more seats than its limit; asked after a change, under the session's lock. */
    boolean limitsKept(long sessionId) {
        return sql.of("""
                        select count(*)
                        from session_limit l
                        where l.session_id = :session
                            and l.capacity < (select coalesce(sum(case when r.role = l.role then 1 else 0 end
                                    + case when r.companion_role = l.role then r.companions else 0 end), 0)
                                from registration r
                                where r.session_id = l.session_id and r.state in ('CONFIRMED', 'OFFERED'))
                        """)
                        .with("session", sessionId)
                        .one(Long.class)
                == 0;
    }

    private record Left(AttendanceRole role, int seats) {}

    /** Seats left for each role that has a limit of its own. */
    Map<AttendanceRole, Integer> leftByRole(long sessionId) {
        Map<AttendanceRole, Integer> left = new EnumMap<>(AttendanceRole.class);
        sql.of("""
                        select l.role, greatest(0, l.capacity - coalesce(sum(case when r.role = l.role then 1 else 0 end
                            + case when r.companion_role = l.role then r.companions else 0 end), 0)) as seats
                        from session_limit l
                        left join registration r on r.session_id = l.session_id and r.state in ('CONFIRMED', 'OFFERED')
                        where l.session_id = :session
                        group by l.role, l.capacity
                        """)
                .with("session", sessionId)
                .list(Left.class)
                .forEach(each -> left.put(each.role(), each.seats()));
        return left;
    }

    /** For somebody who has seats and brings more people; he does not pass those who wait. */
    boolean takeMore(long sessionId, int more) {
        return sql.of("""
                        update event_session set taken = taken + :more
                        where id = :session and (capacity is null or taken + :more <= capacity)
                            and not exists (select 1 from registration r
                                where r.session_id = event_session.id and r.state = 'WAITING')
                        """)
                        .with("session", sessionId)
                        .with("more", more)
                        .run()
                == 1;
    }

    /** For whoever is first in the line. */
    boolean takeForLine(long sessionId, int wanted) {
        return sql.of("""
                        update event_session set taken = taken + :wanted
                        where id = :session and (capacity is null or taken + :wanted <= capacity)
                        """)
                        .with("session", sessionId)
                        .with("wanted", wanted)
                        .run()
                == 1;
    }

    /** Until the transaction ends nobody else takes or frees a seat, or joins the line. */
    void hold(long sessionId) {
        locks.hold(Lock.SESSION, sessionId);
    }

    /** @param taken what the session says, and {@code counted} what its registrations say */
    record Miscounted(long session, int taken, int counted) {}

    /** Sessions whose counter is not what the rows say; there should never be one. */
    List<Miscounted> wrong() {
        return sql.of("""
                        select s.id as session, s.taken, coalesce(sum(1 + r.companions), 0) as counted
                        from event_session s
                        left join registration r on r.session_id = s.id and r.state in ('CONFIRMED', 'OFFERED')
                        group by s.id, s.taken
                        having s.taken <> coalesce(sum(1 + r.companions), 0)
                        order by s.id
                        """)
                .list(Miscounted.class);
    }

    void giveBack(long sessionId, int freed) {
        sql.of("update event_session set taken = taken - :freed where id = :session")
                .with("freed", freed)
                .with("session", sessionId)
                .run();
    }
}
