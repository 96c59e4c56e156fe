package tsunagu.shared;

/**
 * The one door to locks. What is decided from a record, and written, is decided after its lock was taken and from the record as
 * it is then ({@link #fresh}): an entity that was read before the lock still says what it said before it.
 *
 * <p>There is one order in which a transaction takes its locks, that of {@link Lock} and within one kind of ascending numbers;
 * two transactions that keep it cannot wait for each other (no deadlock). A lock is held until the transaction ends.
 */
public interface Locks {

    /** What is locked, in the only order there is. */
    enum Lock {
        /** The chain of the trail's seals: one node seals at a time. */
        AUDIT_SEAL(""),
        /** The chain of official records: one approval or re-opening at a time. */
        OFFICIAL_RECORD(""),
        /** By the programme's name: allocations of support under it. */
        PROGRAMME(""),
        /** By a name: what is written as a whole and has no row of its own, such as the questions of an event. */
        SHEET(""),
        ACCOUNT("account"),
        COMPANY("company"),
        CONSULTATION_OFFICE("consultation_office"),
        /** Wishes, runs and changes of one round of meetings. */
        MEETING_ROUND("meeting_round"),
        /** Seats and the waitlist of one session. */
        SESSION("event_session"),
        /** Presses of a session's counter, which wait for nobody's seat. */
        DOOR_COUNTER(""),
        /** By the digest of a mail address: letters to it, registrations with it. */
        MAIL_ADDRESS(""),
        PERSON("person"),
        /** Days and places of one run of an internship; who applies for it shares it. */
        INTERNSHIP_RUN("internship_session"),
        REGISTRATION("registration"),
        APPLICATION("job_application"),
        CONSULTATION_TIME("consultation_time");

        private final String table;

        Lock(String table) {
            this.table = table;
        }

        /** "" for what has no row of its own. */
        public String table() {
            return table;
        }
    }

    /** Waits until nobody else holds one of these rows, in ascending order; without effect for a row that is not there. */
    void hold(Lock lock, long... ids);

    /** The same for what is known by a name and has no row. */
    void hold(Lock lock, String name);

    /** Others may read the row and hold it like this; nobody changes it. */
    void share(Lock lock, long id);

    /** The record as it is now; what this transaction has changed so far is written first. */
    <T> T fresh(T record);
}
