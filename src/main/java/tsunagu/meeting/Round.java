package tsunagu.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tsunagu.shared.FiscalYear;

/**
 * 面談会 of an event.
 *
 * @param session number of the event's session whose day it is on
 * @param pause minutes between two slots
 * @param most meetings of one person
 * @param closesAt until when wishes are taken
 * @param seedDigest SHA-256 of the lottery's seed, public from the beginning
 * @param seed null before the run
 * @param ran the latest run was made
 * @param publishedAt null before
 */
public record Round(
        long id,
        String eventCode,
        String eventTitle,
        long session,
        Instant firstAt,
        int minutes,
        int pause,
        int slots,
        int most,
        Instant closesAt,
        String seedDigest,
        String seed,
        boolean ran,
        Instant publishedAt) {

    /** As it was set up. */
    public RoundDraft draft() {
        return new RoundDraft(
                session,
                firstAt.atZone(FiscalYear.ZONE).toLocalTime(),
                minutes,
                pause,
                slots,
                most,
                closesAt.atZone(FiscalYear.ZONE).toLocalDateTime());
    }

    public boolean open(Instant now) {
        return !ran && now.isBefore(closesAt);
    }

    public boolean published() {
        return publishedAt != null;
    }

    /** When a slot begins, counted from 0. */
    public Instant begin(int slot) {
        return firstAt.plus(Duration.ofMinutes((long) slot * (minutes + pause)));
    }

    public Instant end(int slot) {
        return begin(slot).plus(Duration.ofMinutes(minutes));
    }

    public List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            numbers.add(slot);
        }
        return numbers;
    }
}
