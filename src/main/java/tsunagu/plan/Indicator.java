package tsunagu.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tsunagu.shared.FiscalYear;

/**
 * 計画の指標 or 戦略の指標, over the years.
 *
 * @param accumulation stock, annual, rate or cumulative
 * @param direction at_least, at_most or keep: which way is good
 * @param method 現状把握の方法; "" where the papers name none
 * @param explanation 説明 of 資料3; "" without
 * @param printedBase 現況 of 資料3 where it is another one than the plan's; null: the same
 * @param printedBasePeriod what that describes, as printed
 * @param note how the numbers are to be read; on no paper
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
        String explanation,
        BigDecimal printedBase,
        String printedBasePeriod,
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

    /**
     * A year as a chart shows it.
     *
     * @param path what should have been reached
     * @param report what was reported about this year, in it or later; null when nothing was
     */
    public record Point(FiscalYear year, BigDecimal path, Year report) {

        public BigDecimal actual() {
            return report == null ? null : report.actual();
        }

        /** The statistic of the year came out later. */
        public boolean reportedLater() {
            return report != null && report.late();
        }
    }

    /**
     * The years as the actuals describe them: a value of R3 that was reported in R5 stands at R3. Of two reports about one year the
     * later one holds.
     */
    public List<Point> points() {
        Map<Integer, Year> reports = new TreeMap<>();
        years.stream()
                .filter(each -> each.actual() != null)
                .forEach(each ->
                        reports.put(each.observedYear() == null ? each.year().year() : each.observedYear(), each));
        Map<Integer, BigDecimal> paths = new TreeMap<>();
        years.forEach(each -> paths.put(each.year().year(), each.path()));
        int first = Stream.concat(reports.keySet().stream(), paths.keySet().stream())
                .min(Integer::compare)
                .orElse(0);
        int last =
                years.isEmpty() ? first - 1 : years.get(years.size() - 1).year().year();
        return IntStream.rangeClosed(first, last)
                .mapToObj(year -> new Point(new FiscalYear(year), paths.get(year), reports.get(year)))
                .toList();
    }

    /** As it was known in a year: what was reported for later ones is not there. */
    public Indicator until(FiscalYear last) {
        return new Indicator(
                code,
                policyNo,
                strategyNo,
                name,
                unit,
                accumulation,
                direction,
                base,
                baseYear,
                target,
                targetYear,
                method,
                explanation,
                printedBase,
                printedBasePeriod,
                note,
                computed,
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
