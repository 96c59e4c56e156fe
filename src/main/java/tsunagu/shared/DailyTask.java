package tsunagu.shared;

import java.time.LocalDate;
import java.time.LocalTime;

/** What a room does once a day: reminders, what has become too old. Runs as the system, in a transaction of its own. */
public interface DailyTask {

    /** From when on people are written to. */
    LocalTime MORNING = LocalTime.of(8, 0);

    /** One word of ASCII; with the day it names the run. */
    String task();

    /** The hour of Japan from which it is run; what writes letters does not write them at night. */
    default LocalTime from() {
        return LocalTime.MIDNIGHT;
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
