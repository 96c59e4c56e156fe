package tsunagu.application;

import java.time.LocalDate;
import tsunagu.shared.FiscalYear;

/**
 * A hire as far as it is said.
 *
 * @param year of the first day of work
 * @param route null until the person has confirmed
 * @param programmeId of the plan that the hire is a result of; "" for none
 * @param byAdviser the adviser asked the person and said it for them
 * @param confirmed both sides say so: it counts
 */
public record PlacementView(
        LocalDate hiredOn,
        FiscalYear year,
        boolean inCity,
        PlacementRoute route,
        boolean confirmed,
        boolean denied,
        String programmeId,
        boolean byAdviser) {}
