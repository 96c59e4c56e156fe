package tsunagu.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Dates for which desks prepare: each room knows its own; where staff, managers and companies begin they see a week of them, and a month elsewhere. */
public interface DeskWeek {

    /** One of these roles is enough. */
    Set<Role> whose();

    /** @param until the last day, shown too */
    List<Date> dates(LocalDate from, LocalDate until);

    /**
     * @param startsAt null where no time is known
     * @param about place and the like; "" for nothing
     * @param path where it is worked with
     * @param kind event, consultation, meeting, booth or internship: a word of the texts, desk.month.kind
     * @param taken places that somebody has; null where none are counted
     * @param places there are; null where there is no limit, or none are counted
     */
    record Date(
            LocalDate day,
            Instant startsAt,
            String title,
            String about,
            String path,
            String kind,
            Integer taken,
            Integer places) {}
}
