package tsunagu.shared;

/** Fired once at start-up, when the schema is there: each room loads what it ships. Observers run as the system. */
public record DatabaseReady() {

    /** Observers that others build upon (the plan's programmes) come first; smaller numbers earlier. */
    public static final int REFERENCE = 100;

    public static final int ACCOUNTS = 200;

    /** Example data of the demonstration run, made from the reference data and the accounts. */
    public static final int DEMONSTRATION = 300;

    /** Search tables that another edition of the analysis filled are filled anew. */
    public static final int SEARCH = 400;
}
