package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.event.SessionOutcome;
import tsunagu.event.SessionView;
import tsunagu.shared.DomainException;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Sql;

/**
 * The one authority over seats, of a session or, where the event is a course, of all its sessions together: whoever registers has a seat at
 * each of them or at none. Test and change are one statement on the session's row (READ COMMITTED is enough, no
 * cached entity is asked), and the check constraint seats_within_capacity stands behind it.
 */
@ApplicationScoped
public class SeatCounter {

    @Inject
    private Locks locks;

    @Inject
    private EventRepository events;

    @Inject
    private Sql sql;

    /**
     * For a newcomer, who does not pass those who wait; where roles have limits of their own, {@link FreePlaces} has said before, under the
     * session's lock, that they do not.
     *
     * @return false when no seat is left, somebody waits, or the session no longer takes registrations
     */
    boolean take(EventSession session, int wanted, Instant now) {
        // Several rows are not changed by one statement, all or none: of a course they are held, and FreePlaces has
        // looked at all of them.
        if (!session.event().course()) {
            return takeOne(session.id(), wanted, now);
        }
        hold(session.id());
        events.fresh(session.event());
        return SessionView.asked(session, now).open() && takeForLine(session.id(), wanted);
    }

    private boolean takeOne(long sessionId, int wanted, Instant now) {
        return sql.of(
                                """
                        update event_session set taken = taken + :wanted
                        where id = :session and outcome <> 'NOT_HELD' and greatest(starts_at, intake_closes_at) > :now and intake = 'FIRST_COME'
                            and (intake_opens_at is null or intake_opens_at <= :now)
                            and (intake_closes_at is null or intake_closes_at > :now)
                            and (capacity is null or taken + :wanted <= capacity)
                            and exists (select 1 from event e where e.id = event_id and e.state = 'PUBLISHED')
                            and (not exists (select 1 from registration r
                                    where r.session_id = event_session.id and r.state = 'WAITING'
                                        and (event_session.capacity is null or 1 + r.companions <= event_session.capacity))
                                or exists (select 1 from session_limit l where l.session_id = event_session.id))
                        """)
                        .with("session", sessionId)
                        .with("wanted", wanted)
                        .with("now", now)
                        .run()
                == 1;
    }

    private record Seats(long session, Integer capacity, Integer left) {}

    private record Limit(long session, AttendanceRole role, int capacity, int seats) {}

    private record Waiting(AttendanceRole role, String companionKinds) {

        SeatNeed need() {
            return SeatNeed.of(role, Companions.of(companionKinds));
        }
    }

    /** What is left, and who waits for it; it stays true while the session is held. */
    FreePlaces places(long sessionId) {
        EventSession session = events.session(sessionId);
        boolean course = session.event().course();
        List<EventSession> days = course
                ? session.days().stream()
                        .filter(each -> each.outcome() != SessionOutcome.NOT_HELD)
                        .toList()
                : List.of(session);
        Map<Long, FreePlaces> each = places(days.stream().map(EventSession::id).toList());
        List<SeatNeed> waiting = waiting(session.lead().id());
        return course
                ? FreePlaces.whole(
                        days.stream()
                                .map(day -> each.get(day.id()).on(day.times().heldOn()))
                                .toList(),
                        waiting)
                : each.get(sessionId).behind(waiting);
    }

    /** Each for itself, and as if nobody waited; two statements, however many days. */
    private Map<Long, FreePlaces> places(List<Long> sessions) {
        Map<Long, Map<AttendanceRole, Integer>> limits = new HashMap<>();
        Map<Long, Map<AttendanceRole, Integer>> left = new HashMap<>();
        sql.of(
                        """
                        select l.session_id as session, l.role, l.capacity,
                            l.capacity - coalesce(sum(case when r.role = l.role then 1 else 0 end
                                + companions_as(r.companion_kinds, l.role)), 0) as seats
                        from session_limit l
                        left join seat x on x.session_id = l.session_id
                        left join registration r on r.id = x.registration_id and r.state in ('CONFIRMED', 'OFFERED')
                        where l.session_id = any(:sessions)
                        group by l.session_id, l.role, l.capacity
                        """)
                .withNumbers("sessions", sessions)
                .list(Limit.class)
                .forEach(each -> {
                    limits.computeIfAbsent(each.session(), session -> new EnumMap<>(AttendanceRole.class))
                            .put(each.role(), each.capacity());
                    left.computeIfAbsent(each.session(), session -> new EnumMap<>(AttendanceRole.class))
                            .put(each.role(), each.seats());
                });
        return sql
                .of(
                        "select id as session, capacity, capacity - taken as left from event_session where id = any(:sessions)")
                .withNumbers("sessions", sessions)
                .list(Seats.class)
                .stream()
                .collect(Collectors.toMap(
                        Seats::session,
                        each -> new FreePlaces(
                                each.capacity(),
                                each.left(),
                                limits.getOrDefault(each.session(), Map.of()),
                                left.getOrDefault(each.session(), Map.of()),
                                List.of())));
    }

    private List<SeatNeed> waiting(long sessionId) {
        return sql
                .of(
                        """
                        select role, companion_kinds
                        from registration
                        where session_id = :session and state = 'WAITING'
                        order by line_place nulls last, id
                        """)
                .with("session", sessionId)
                .list(Waiting.class)
                .stream()
                .map(Waiting::need)
                .toList();
    }

    /**
     * For somebody who has seats and is to have others: takes what the session has to give more. Fewer are given back by
     * {@link Waitlist#exchanged}, after the registration was written. The session must be held.
     *
     * @throws DomainException when there is no room within the session's seats or a role's limit, or the line would be passed
     */
    void exchange(long sessionId, SeatNeed before, SeatNeed after) {
        places(sessionId).refusal(before, after).ifPresent(refusal -> {
            throw refusal;
        });
        int more = after.seats() - before.seats();
        if (more > 0 && !takeForLine(sessionId, more)) {
            throw new DomainException("event.error.more.full");
        }
    }

    /** @throws DomainException where there are more people than the session, or one of their roles, has seats: nobody waits for that */
    void requireEver(long sessionId, SeatNeed need) {
        places(sessionId).never(need).ifPresent(never -> {
            throw never;
        });
    }

    /** For whoever is first in the line. */
    boolean takeForLine(long sessionId, int wanted) {
        List<Long> days = days(sessionId);
        if (days.size() > 1) {
            hold(sessionId);
            Integer left = places(sessionId).left();
            if (left != null && left < wanted) {
                return false;
            }
        }
        int taken = sql.of(
                        """
                        update event_session
                        set taken = taken + :wanted,
                            beyond = case when outcome = 'NOT_HELD' then greatest(beyond, coalesce(taken + :wanted - capacity, 0)) else beyond end
                        where id = any(:days)
                            and (capacity is null or taken + :wanted <= capacity or outcome = 'NOT_HELD' and :whole)
                        """)
                .withNumbers("days", days)
                .with("whole", days.size() > 1)
                .with("wanted", wanted)
                .run();
        if (taken > 0 && taken < days.size()) {
            throw new IllegalStateException("seats at some days of a course only: session " + sessionId);
        }
        return taken > 0;
    }

    /** Until the transaction ends nobody else takes or frees a seat, or joins the line. */
    void hold(long sessionId) {
        locks.hold(
                Lock.SESSION,
                days(sessionId).stream().mapToLong(Long::longValue).toArray());
    }

    /** All sessions at which a registration for this one has a seat. */
    private List<Long> days(long sessionId) {
        return events.session(sessionId).days().stream().map(EventSession::id).toList();
    }

    /** @param taken what the session says, and {@code counted} what its registrations say */
    record Miscounted(long session, int taken, int counted) {}

    /** Sessions whose counter is not what the rows say; there should never be one. */
    List<Miscounted> wrong() {
        return sql.of(
                        """
                        select s.id as session, s.taken, coalesce(sum(1 + r.companions), 0) as counted
                        from event_session s
                        left join seat x on x.session_id = s.id
                        left join registration r on r.id = x.registration_id and r.state in ('CONFIRMED', 'OFFERED')
                        group by s.id, s.taken
                        having s.taken <> coalesce(sum(1 + r.companions), 0)
                        order by s.id
                        """)
                .list(Miscounted.class);
    }

    /** Seats beyond the session's own, because staff say so. The session must be held. */
    void takeBeyond(long sessionId, int wanted) {
        sql.of(
                        """
                        update event_session
                        set taken = taken + :wanted, beyond = greatest(beyond, coalesce(taken + :wanted - capacity, 0))
                        where id = any(:days)
                        """)
                .withNumbers("days", days(sessionId))
                .with("wanted", wanted)
                .run();
    }

    /** Seats beyond the session's own are the first to go: nobody gets them again without somebody saying so. */
    void giveBack(long sessionId, int freed) {
        sql.of(
                        """
                        update event_session
                        set taken = taken - :freed, beyond = least(beyond, greatest(0, coalesce(taken - :freed - capacity, 0)))
                        where id = any(:days)
                        """)
                .with("freed", freed)
                .withNumbers("days", days(sessionId))
                .run();
    }
}
