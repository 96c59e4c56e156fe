package tsunagu.participation;

import java.time.LocalDate;

/** Days and places of one run. @param capacity null for no limit */
public record SessionPlan(LocalDate startsOn, LocalDate endsOn, String place, Integer capacity) {}
