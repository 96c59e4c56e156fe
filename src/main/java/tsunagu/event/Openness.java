package tsunagu.event;

/** Whether a session takes registrations, and if not, why. */
public enum Openness {
    OPEN,
    FULL,
    /** It has begun. */
    OVER,
    /** Not published, called off, or an old record without a time. */
    CLOSED
}
