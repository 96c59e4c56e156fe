package tsunagu.participation;

import java.time.LocalDate;

/**
 * One run of an internship.
 *
 * @param hours its own, "" when they are those of the internship
 * @param capacity null for no limit
 */
public record InternshipRun(
        long id,
        int number,
        LocalDate startsOn,
        LocalDate endsOn,
        String hours,
        String place,
        Integer capacity,
        int taken,
        int version) {

    /** Which run, as it says now: who applies applies for what they read. */
    public String seen() {
        return id + "-" + version;
    }

    public boolean full() {
        return capacity != null && taken >= capacity;
    }

    /** Places left; null without a limit. */
    public Integer left() {
        return capacity == null ? null : capacity - taken;
    }
}
