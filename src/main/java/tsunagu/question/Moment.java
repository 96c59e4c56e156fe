package tsunagu.question;

/** When something is asked. */
public enum Moment {
    REGISTRATION,
    DOOR,
    /** アンケート: by the ticket's address, after the session. */
    AFTERWARDS
}
