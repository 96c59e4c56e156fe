package tsunagu.shared;

import java.time.LocalDate;

/** What a room does once a day: reminders, what has become too old. Runs as the system, in a transaction of its own. */
public interface DailyTask {

    /** One word of ASCII; with the day it names the run. */
    String task();

    /** Whether it writes to people: then it does not run before the hour from which the city writes to them ({@link MailHours}). */
    default boolean writes() {
        return false;
    }

    /** @param today in Japan */
    void run(LocalDate today);

    /**
     * Told before {@link #run}, for each day on which no node was up: what was due on that day and is not too late.
     *
     * @param day at most seven days ago
     */
    default void missed(LocalDate day, LocalDate today) {}
}
