package tsunagu.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import tsunagu.shared.FiscalYear;

/**
 * What the running year's actual may become, as a range: no actual, and never used as one.
 *
 * @param measure code
 * @param years earlier years whose pace it rests on; empty when only the days gone by were used
 */
public record Forecast(String measure, BigDecimal low, BigDecimal high, List<FiscalYear> years) {

    /** Before a tenth of the year has gone, its pace says nothing. */
    private static final double TOO_EARLY = 0.1;

    /** How far an earlier year had come at the same day. */
    record Pace(FiscalYear year, BigDecimal untilThen, BigDecimal whole) {}

    /**
     * @param gone share of the running year that has gone
     * @return null when it is too early to say, or nothing has been counted yet
     */
    static Forecast of(Figure running, List<Pace> earlier, double gone) {
        if (running.computed() == null
                || running.computed().signum() == 0
                || gone < TOO_EARLY
                || EnumSet.of(Counting.COMPANIES_REGISTERED, Counting.COMPANIES_EVER)
                        .contains(running.counting())) {
            return null;
        }
        List<BigDecimal> guesses = new ArrayList<>();
        guesses.add(running.computed().divide(BigDecimal.valueOf(gone), 0, RoundingMode.HALF_UP));
        List<FiscalYear> years = new ArrayList<>();
        for (Pace each : earlier) {
            if (each.untilThen().signum() > 0) {
                guesses.add(
                        running.computed().multiply(each.whole()).divide(each.untilThen(), 0, RoundingMode.HALF_UP));
                years.add(each.year());
            }
        }
        if (years.isEmpty()) {
            // One pace alone is no range: what is counted already is the least it can become.
            guesses.add(running.computed());
        }
        return new Forecast(
                running.measure(),
                Collections.min(guesses).max(running.computed()),
                Collections.max(guesses).max(running.computed()),
                years);
    }
}
