package tsunagu.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import tsunagu.shared.FiscalYear;

/**
 * 計画の指標 or 戦略の指標, over the years.
 *
 * @param accumulation stock, annual, rate or cumulative
 * @param direction at_least, at_most or keep: which way is good
 * @param method 現状把握の方法; "" where the papers name none
 * @param computed a formula over measures; otherwise a statistic from outside
 * @param years from the base year to the plan's last year
 */
public record Indicator(
        String code,
        Integer policyNo,
        Integer strategyNo,
        String name,
        String unit,
        String accumulation,
        String direction,
        BigDecimal base,
        Integer baseYear,
        BigDecimal target,
        int targetYear,
        String method,
        String note,
        boolean computed,
        List<Year> years) {

    /**
     * One year of an indicator.
     *
     * @param path what it should have reached: the straight line from base to target, or what was set for the year; null without
     * @param actual null when nothing was reported
     * @param observedYear the year the actual describes, which may lie before the one it was reported in
     * @param numerator of a rate; null where only the rate is known
     * @param source of a statistic; null for a sum of measures
     */
    public record Year(
            FiscalYear year,
            BigDecimal path,
            BigDecimal actual,
            Integer observedYear,
            BigDecimal numerator,
            BigDecimal denominator,
            String source) {

        public boolean late() {
            return observedYear != null && observedYear < year.year();
        }
    }

    /** As it was known in a year: what was reported for later ones is not there. */
    public Indicator until(FiscalYear last) {
        return new Indicator(
                code, policyNo, strategyNo, name, unit, accumulation, direction, base, baseYear, target, targetYear, method, note, computed,
                years.stream()
                        .map(each -> each.year().compareTo(last) <= 0
                                ? each
                                : new Year(each.year(), each.path(), null, null, null, null, null))
                        .toList());
    }

    /** The latest year with an actual, up to a year; null when there is none. The base is no actual. */
    public Year latest(FiscalYear until) {
        return years.stream()
                .filter(each -> each.actual() != null && each.year().compareTo(until) <= 0)
                .filter(each -> !Objects.equals(each.year().year(), baseYear))
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
