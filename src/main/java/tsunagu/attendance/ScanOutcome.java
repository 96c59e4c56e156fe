package tsunagu.attendance;

/** The closed list of answers at the door. */
public enum ScanOutcome {
    /** Present now. */
    OK,
    /** Was read before; the first reading counts. */
    ALREADY,
    /** The registration was cancelled. */
    CANCELLED,
    /** A ticket of another session of the same event. */
    OTHER_SESSION,
    /** A digit was misread: the check digit does not fit. */
    MISREAD,
    /** No ticket of this event. */
    UNKNOWN,
    /** On the waiting list, without a seat. */
    WAITING,
    /** The event is not published, or the device was shut out. */
    NOT_OPEN,
    /** The check-in was taken back. */
    UNDONE
}
