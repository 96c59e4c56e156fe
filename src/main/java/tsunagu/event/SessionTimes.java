package tsunagu.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;

/**
 * When a session is or was, as exactly as it is known. A paper that names only a month keeps only the month: no day is
 * invented, and the fiscal year is certain in every case.
 *
 * @param heldOn the day in Japan; for a month its first day; null when only the year is known
 */
public record SessionTimes(KnownTo knownTo, LocalDate heldOn, Instant startsAt, Instant endsAt, FiscalYear fiscalYear) {

    private static final int WEEKS = 52;

    /** How exactly a time is known. */
    public enum KnownTo {
        TIME,
        DAY,
        MONTH,
        FISCAL_YEAR
    }

    /** Within one day. @throws DomainException when the end is not after the start */
    public static SessionTimes exact(LocalDate day, LocalTime start, LocalTime end) {
        return exact(day, start, Duration.between(LocalTime.MIDNIGHT, end));
    }

    /**
     * @param end from the beginning of the day it starts on; 24 hours and more when it ends at midnight or later
     * @throws DomainException when the end is not after the start
     */
    public static SessionTimes exact(LocalDate day, LocalTime start, Duration end) {
        if (end.compareTo(Duration.between(LocalTime.MIDNIGHT, start)) <= 0) {
            throw new DomainException("event.error.endBeforeStart");
        }
        return new SessionTimes(
                KnownTo.TIME,
                day,
                day.atTime(start).atZone(FiscalYear.ZONE).toInstant(),
                day.atStartOfDay(FiscalYear.ZONE).plus(end).toInstant(),
                FiscalYear.of(day));
    }

    /** From the beginning of its day to its end; null when no time is known. */
    public Duration end() {
        return endsAt == null
                ? null
                : Duration.between(heldOn.atStartOfDay(FiscalYear.ZONE), endsAt.atZone(FiscalYear.ZONE));
    }

    /** How many weeks on the same weekday is in the next fiscal year: 52, and 53 for the first days of April. */
    static int weeksToNextYear(LocalDate day) {
        return FiscalYear.of(day.plusWeeks(WEEKS)).equals(FiscalYear.of(day)) ? WEEKS + 1 : WEEKS;
    }

    /** The same weekday and hours, some weeks on. */
    SessionTimes later(int weeks) {
        return exact(heldOn.plusWeeks(weeks), startsAt.atZone(FiscalYear.ZONE).toLocalTime(), end());
    }

    /** @param text "2023-10-21", "2024-03" or "R5", as the plan's data write it */
    public static SessionTimes fromPaper(String text) {
        if (text.startsWith("R")) {
            return new SessionTimes(KnownTo.FISCAL_YEAR, null, null, null, FiscalYear.parse(text));
        }
        if (text.length() == 7) {
            LocalDate first = YearMonth.parse(text).atDay(1);
            return new SessionTimes(KnownTo.MONTH, first, null, null, FiscalYear.of(first));
        }
        LocalDate day = LocalDate.parse(text);
        return new SessionTimes(KnownTo.DAY, day, null, null, FiscalYear.of(day));
    }
}
