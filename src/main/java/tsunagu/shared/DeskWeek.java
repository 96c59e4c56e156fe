package tsunagu.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Dates for which desks prepare: each room knows its own; the page on which staff, managers and companies begin shows those of a week. */
public interface DeskWeek {

    /** One of these roles is enough. */
    Set<Role> whose();

    /** @param until the last day, shown too */
    List<Date> dates(LocalDate from, LocalDate until);

    /**
     * @param startsAt null where no time is known
     * @param about place and the like; "" for nothing
     * @param path where it is worked with
     */
    record Date(LocalDate day, Instant startsAt, String title, String about, String path) {}
}
