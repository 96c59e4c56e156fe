package tsunagu.application;

import java.time.LocalDate;
import tsunagu.shared.FiscalYear;

/**
 * A hire as far as it is said.
 *
 * @param year of the first day of work
 * @param route null until the person has confirmed
 * @param confirmed both sides say so: it counts
 */
public record PlacementView(
        LocalDate hiredOn, FiscalYear year, boolean inCity, PlacementRoute route, boolean confirmed, boolean denied) {}
