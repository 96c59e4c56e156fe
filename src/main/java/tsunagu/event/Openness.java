package tsunagu.event;

import java.time.Instant;

/** Whether a session takes registrations, and if not, why. */
public enum Openness {
    OPEN,
    FULL,
    /** The intake begins later. */
    NOT_YET,
    /** The intake has ended, the session has not begun. */
    ENDED,
    /** It has begun, and nobody said that people may still register then. */
    OVER,
    /** Not published, called off, or an old record without a time. */
    CLOSED;

    /**
     * The one answer to "can somebody register now?": published, not called off, not begun (or its organiser takes people still), within the intake, a seat left.
     * Where seats are given later (approval, lottery) nobody is turned away for want of one.
     */
    public static Openness of(
            boolean published,
            SessionOutcome outcome,
            Instant startsAt,
            Intake intake,
            Integer capacity,
            int taken,
            Instant now) {
        if (!published || outcome == SessionOutcome.NOT_HELD || startsAt == null) {
            return CLOSED;
        }
        if (!now.isBefore(startsAt) && !intake.after(startsAt, now)) {
            return OVER;
        }
        if (intake.notYet(now)) {
            return NOT_YET;
        }
        if (intake.ended(now)) {
            return ENDED;
        }
        return intake.firstCome() && capacity != null && taken >= capacity ? FULL : OPEN;
    }
}
