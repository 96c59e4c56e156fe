package tsunagu.shared;

import java.time.Duration;

/**
 * Work in the background that is done again and again, on every node, as the system. One round failing is no reason to stop: it
 * is logged, shown to staff, and the next round comes.
 */
public interface Job {

    /** One word of ASCII: its name in the log, in the audit trail ({@code system:name}) and before staff. */
    String job();

    /** From the end of one round to the beginning of the next. */
    Duration every();

    /** What cannot be done now for one record must not keep the others from being done. */
    void round();
}
