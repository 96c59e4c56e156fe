package tsunagu.attendance;

/** What a phone that has a secret of a door may do there. */
public enum DoorStanding {
    /** Has the list, and reports. */
    OPEN,
    /** Its time is over: the list is gone, and what it had not sent is taken and marked as late. */
    ENDED,
    /** Shut out: neither list nor reports. What it had not sent stays on it, sealed. */
    SHUT,
    /** Shut out, but staff take what it had not sent. */
    RECORDS;

    public boolean mayReport() {
        return this != SHUT;
    }
}
