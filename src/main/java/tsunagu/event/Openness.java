package tsunagu.event;

import java.time.Instant;

/** Whether a session takes registrations, and if not, why. */
public enum Openness {
    OPEN,
    FULL,
    /** It has begun. */
    OVER,
    /** Not published, called off, or an old record without a time. */
    CLOSED;

    /** The one answer to "can somebody register now?": published, not called off, not begun, a seat left. */
    public static Openness of(
            boolean published, SessionOutcome outcome, Instant startsAt, Integer capacity, int taken, Instant now) {
        if (!published || outcome == SessionOutcome.NOT_HELD || startsAt == null) {
            return CLOSED;
        }
        if (!now.isBefore(startsAt)) {
            return OVER;
        }
        return capacity != null && taken >= capacity ? FULL : OPEN;
    }
}
