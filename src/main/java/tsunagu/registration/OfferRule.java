package tsunagu.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.WorkingDays;

/**
 * How long a seat that became free is held for whoever is first in the line: until the evening of the second working day, or, where the
 * session begins earlier, until an hour before it. An offer that would stand for less than half an hour is not made: nobody reads their
 * mail so fast. From then on the line is served by hand: staff give seats in it, and whoever is first is called at the door. A newcomer
 * does not pass it then either.
 */
public final class OfferRule {

    private static final int WORKING_DAYS = 2;
    private static final LocalTime EVENING = LocalTime.of(17, 0);
    private static final Duration LAST_HOUR = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofMinutes(30);

    private OfferRule() {}

    /** Until when a seat that is free now is held; empty when the line is served by hand. */
    static Optional<Instant> until(Instant now, Instant startsAt) {
        if (byHand(now, startsAt)) {
            return Optional.empty();
        }
        LocalDate day = WorkingDays.after(now.atZone(FiscalYear.ZONE).toLocalDate(), WORKING_DAYS);
        Instant evening = day.atTime(EVENING).atZone(FiscalYear.ZONE).toInstant();
        Instant last = startsAt.minus(LAST_HOUR);
        return Optional.of(evening.isBefore(last) ? evening : last);
    }

    /** No offers are written any more: from an hour and a half before the beginning. @param startsAt null for old records without an hour */
    public static boolean byHand(Instant now, Instant startsAt) {
        return startsAt == null || now.plus(SHORTEST).isAfter(startsAt.minus(LAST_HOUR));
    }
}
