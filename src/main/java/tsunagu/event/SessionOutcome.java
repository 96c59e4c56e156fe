package tsunagu.event;

/** What became of a session; figures count HELD, and show NOT_HELD as a recorded zero. */
public enum SessionOutcome {
    PLANNED,
    HELD,
    NOT_HELD
}
