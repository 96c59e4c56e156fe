package tsunagu.shared;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When something is open: the one predicate that lists, search, facet counts, company pages, feeds, sitemap, structured
 * data, addresses and the API all follow. Days are days in Japan, and the last day is included.
 *
 * @param from the first open instant
 * @param until the first instant that is not open any more; null when there is no end
 */
public record OpenWindow(Instant from, Instant until) {

    /** From the beginning of the first day to the end of the last one. */
    public static OpenWindow ofDays(LocalDate first, LocalDate last) {
        return new OpenWindow(
                first.atStartOfDay(FiscalYear.ZONE).toInstant(),
                last.plusDays(1).atStartOfDay(FiscalYear.ZONE).toInstant());
    }

    public static OpenWindow since(Instant from) {
        return new OpenWindow(from, null);
    }

    /**
     * When what is published now with this window becomes public (公開された時点): now, or on its first open instant where that is
     * still to come. A changed edition of what is public and stays so does not become new; what is published again after it had
     * not been public does.
     *
     * @param before the window it was published with the last time, null for something new
     * @param since when it became public with that one
     */
    public Instant publicSince(OpenWindow before, Instant since, Instant now) {
        if (before != null && before.isOpenAt(now) && isOpenAt(now)) {
            return since;
        }
        return from.isAfter(now) ? from : now;
    }

    /** The same window, ended early. */
    public OpenWindow endedAt(Instant end) {
        return until == null || end.isBefore(until) ? new OpenWindow(from, end) : this;
    }

    /** The last day in Japan on which it was or will be open, which is an earlier one where it was ended early; null without an end. */
    public LocalDate lastDay() {
        return until == null
                ? null
                : until.minusNanos(1).atZone(FiscalYear.ZONE).toLocalDate();
    }

    public boolean isOpenAt(Instant now) {
        return !now.isBefore(from) && (until == null || now.isBefore(until));
    }

    public boolean isOverAt(Instant now) {
        return until != null && !now.isBefore(until);
    }
}
