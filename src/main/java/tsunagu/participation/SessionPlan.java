package tsunagu.participation;

import java.time.LocalDate;
import tsunagu.internship.InternshipTarget;

/**
 * Days and places of one run.
 *
 * @param hours from when until when on each day, in words
 * @param capacity null for no limit
 */
public record SessionPlan(LocalDate startsOn, LocalDate endsOn, String hours, String place, Integer capacity) {

    /** With the internship's hours where it says none: what was agreed with guests stays when the internship is revised. */
    SessionPlan within(InternshipTarget internship) {
        return hours.isBlank() ? new SessionPlan(startsOn, endsOn, internship.hours(), place, capacity) : this;
    }
}
