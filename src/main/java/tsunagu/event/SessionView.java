package tsunagu.event;

import java.time.Instant;
import java.util.List;

/**
 * A session as pages show it.
 *
 * @param sequence rises whenever day, time or place changes (RFC 5545)
 * @param revisedAt when that happened last, or when it was published; null for a draft
 * @param seatsLeft null when there is no limit
 * @param cancellationReason why it does not take place, as people were told; "" when it does
 * @param itinerary 行程 of a tour, a stop in each line; "" for none
 * @param doorOpen staff may open its door now
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
        Instant revisedAt,
        Intake intake,
        String cancellationReason,
        boolean doorOpen,
        String itinerary) {

    public static SessionView of(EventSession session, Instant now) {
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
                session.revisedAt(),
                session.intake(),
                session.cancellationReason(),
                session.doorOpenAt(now),
                session.itinerary());
    }

    /** 行程, one stop after the other; none for a session at one place. */
    public List<String> stops() {
        return itinerary
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** It had been announced and does not take place. */
    public boolean calledOff() {
        return openness == Openness.CLOSED && outcome == SessionOutcome.NOT_HELD || !cancellationReason.isEmpty();
    }

    public boolean open() {
        return openness == Openness.OPEN;
    }
}
