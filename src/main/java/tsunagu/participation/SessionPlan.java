package tsunagu.participation;

import java.time.LocalDate;

/**
 * Days and places of one run.
 *
 * @param hours from when until when on each day, in words; "": those of the internship
 * @param capacity null for no limit
 */
public record SessionPlan(LocalDate startsOn, LocalDate endsOn, String hours, String place, Integer capacity) {}
