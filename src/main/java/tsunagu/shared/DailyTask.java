package tsunagu.shared;

import java.time.LocalDate;

/** What a room does once a day: reminders, what has become too old. Runs as the system, in a transaction of its own. */
public interface DailyTask {

    /** One word of ASCII; with the day it names the run. */
    String task();

    /** @param today in Japan */
    void run(LocalDate today);
}
