package tsunagu.event;

import java.time.Instant;
import java.util.List;

/**
 * A session as pages show it.
 *
 * @param sequence rises whenever day, time or place changes (RFC 5545)
 * @param seatsLeft null when there is no limit
 */
public record SessionView(
        long id,
        int number,
        String title,
        SessionTimes times,
        String place,
        boolean online,
        Integer capacity,
        int taken,
        Integer seatsLeft,
        SessionOutcome outcome,
        Openness openness,
        List<AttendanceRole> countedRoles,
        String eventCode,
        String eventTitle,
        EventType eventType,
        int sequence,
        Intake intake) {

    static SessionView of(EventSession session, Instant now) {
        return new SessionView(
                session.id(),
                session.number(),
                session.title(),
                session.times(),
                session.place(),
                !session.onlineUrl().isEmpty(),
                session.capacity(),
                session.taken(),
                session.capacity() == null ? null : Math.max(0, session.capacity() - session.taken()),
                session.outcome(),
                session.opennessAt(now),
                session.countedRoles().stream().sorted().toList(),
                session.event().code(),
                session.event().title(),
                session.event().type(),
                session.sequence(),
                session.intake());
    }

    public boolean open() {
        return openness == Openness.OPEN;
    }
}
