package tsunagu.shared;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * The hours in Japan in which people are written to who did not ask just now: news, reminders. What answers somebody leaves at once.
 *
 * @param from 0 to 23
 * @param until 1 to 24, later than {@code from}
 */
public record MailHours(int from, int until) {

    public static final MailHours USUAL = new MailHours(8, 21);

    private static final int WHOLE_DAY = 24;

    /** Between a reminder and what it reminds of there is time to get there. */
    private static final int HOURS_BEFORE = 1;

    /** @throws DomainException when no hour of the day is among them */
    public MailHours {
        if (from < 0 || until > WHOLE_DAY || until <= from) {
            throw new DomainException("city.error.mailHours");
        }
    }

    /** From when on daily letters are written. */
    public LocalTime begin() {
        return LocalTime.of(from, 0);
    }

    /**
     * When a letter that was written now leaves: a telephone on the bedside table is not woken by it.
     *
     * @param latest what the letter is about begins then: it does not leave later than an hour before; null when nothing begins
     */
    public Instant next(Instant now, Instant latest) {
        Instant awake = next(now);
        return latest != null && awake.isAfter(latest.minusSeconds(HOURS_BEFORE * 3600L)) ? now : awake;
    }

    private Instant next(Instant now) {
        ZonedDateTime here = now.atZone(FiscalYear.ZONE);
        int hour = here.getHour();
        if (hour < from) {
            return here.with(begin()).toInstant();
        }
        return hour < until ? now : here.plusDays(1).with(begin()).toInstant();
    }

    /** Knows the hours the city has set without asking the database each time; at most a minute old. */
    public interface Known {

        MailHours hours();
    }
}
