package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tsunagu.shared.FiscalYear;

/** Reads indicators with their years: statistics as reported, sums from the measures' figures. */
@ApplicationScoped
class IndicatorQueries {

    private static final String MEASURES = "select m.id, p.id, p.name, m.label, m.unit from measure m join programme p on p.id = m.programme_id";

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Inject
    private PlanQueries plan;

    /** A formula from a year on. */
    private record Formula(int from, List<Long> measures) {}

    List<Indicator> indicators() {
        Map<Long, Map<Integer, Object[]>> values = values();
        Map<Long, List<Formula>> formulas = formulas();
        Map<Long, Map<Integer, BigDecimal>> actuals = formulas.isEmpty() ? Map.of() : actuals();
        Map<Long, Map<Integer, BigDecimal>> set = targets();
        List<Object[]> rows = entityManager
                .createNativeQuery("select id, code, policy_no, strategy_no, name, unit, accumulation, direction, base_value, base_year,"
                        + " target_value, target_year, method, note from indicator order by position")
                .getResultList();
        return rows.stream()
                .map(row -> {
                    Cells cells = new Cells(row);
                    long id = cells.whole(0);
                    List<Formula> own = formulas.getOrDefault(id, List.of());
                    Integer baseYear = cells.integer(9);
                    int first = Math.min(baseYear == null ? PlanPeriod.FIRST.year() : baseYear, PlanPeriod.FIRST.year());
                    List<Indicator.Year> years = new ArrayList<>();
                    for (int year = first; year <= Math.max(cells.integer(11), PlanPeriod.LAST.year()); year++) {
                        years.add(year(
                                cells,
                                year,
                                values.getOrDefault(id, Map.of()).get(year),
                                sum(own, cells.text(6), year, actuals),
                                set.getOrDefault(id, Map.of()).get(year)));
                    }
                    return new Indicator(
                            cells.text(1),
                            cells.integer(2),
                            cells.integer(3),
                            cells.text(4),
                            cells.text(5),
                            cells.text(6),
                            cells.text(7),
                            cells.decimal(8),
                            baseYear,
                            cells.decimal(10),
                            cells.integer(11),
                            cells.text(12),
                            cells.text(13),
                            !own.isEmpty() && !own.get(own.size() - 1).measures().isEmpty(),
                            List.copyOf(years));
                })
                .toList();
    }

    private static Indicator.Year year(Cells indicator, int year, Object[] reported, BigDecimal sum, BigDecimal set) {
        FiscalYear fiscalYear = new FiscalYear(year);
        BigDecimal path = set != null ? set : path(indicator, year);
        if (sum != null) {
            return new Indicator.Year(fiscalYear, path, sum, year, null, null, null);
        }
        if (reported != null) {
            Cells cells = new Cells(reported);
            return new Indicator.Year(
                    fiscalYear, path, cells.decimal(3), cells.integer(2), cells.decimal(4), cells.decimal(5), cells.text(6));
        }
        boolean base = Objects.equals(indicator.integer(9), year);
        return new Indicator.Year(fiscalYear, path, base ? indicator.decimal(8) : null, base ? year : null, null, null, null);
    }

    /** The straight line from the base to the target; without a base, the target in its year. */
    private static BigDecimal path(Cells indicator, int year) {
        BigDecimal base = indicator.decimal(8);
        Integer baseYear = indicator.integer(9);
        BigDecimal target = indicator.decimal(10);
        int targetYear = indicator.integer(11);
        if (year == targetYear) {
            return target;
        }
        if (base == null || baseYear == null || year <= baseYear || year > targetYear || year < PlanPeriod.FIRST.year()) {
            return null;
        }
        BigDecimal exact = base.add(target.subtract(base)
                        .multiply(BigDecimal.valueOf(year - baseYear))
                        .divide(BigDecimal.valueOf(targetYear - baseYear), 1, RoundingMode.HALF_UP))
                .stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** Null when no formula holds or one of its measures has no actual: a part is not the whole. */
    private static BigDecimal sum(
            List<Formula> formulas, String accumulation, int year, Map<Long, Map<Integer, BigDecimal>> actuals) {
        Formula formula = formulas.stream().filter(each -> each.from() <= year).reduce((one, later) -> later).orElse(null);
        if (formula == null || formula.measures().isEmpty()) {
            return null;
        }
        int from = accumulation.equals("cumulative") ? PlanPeriod.FIRST.year() : year;
        BigDecimal sum = BigDecimal.ZERO;
        for (int each = from; each <= year; each++) {
            for (Long measure : formula.measures()) {
                BigDecimal actual = actuals.getOrDefault(measure, Map.of()).get(each);
                if (actual == null) {
                    return null;
                }
                sum = sum.add(actual);
            }
        }
        return sum;
    }

    List<IndicatorService.Term> terms(String code, FiscalYear year) {
        List<Object[]> rows = entityManager
                .createNativeQuery(MEASURES + " where m.id in (select unnest(latest.measures) from (select f.measures from indicator_formula f"
                        + " join indicator i on i.id = f.indicator_id where i.code = ? and f.from_year <= ?"
                        + " order by f.from_year desc limit 1) latest) order by m.position")
                .setParameter(1, code)
                .setParameter(2, year.year())
                .getResultList();
        return rows.stream().map(IndicatorQueries::term).toList();
    }

    List<IndicatorService.Term> measures() {
        List<Object[]> rows = entityManager.createNativeQuery(MEASURES + " order by m.position").getResultList();
        return rows.stream().map(IndicatorQueries::term).toList();
    }

    private static IndicatorService.Term term(Object[] row) {
        Cells cells = new Cells(row);
        return new IndicatorService.Term(cells.whole(0), cells.text(1), cells.text(2), cells.text(3), cells.text(4));
    }

    /** Indicator and year of report to the latest revision: indicator, year, observed, value, numerator, denominator, source. */
    private Map<Long, Map<Integer, Object[]>> values() {
        List<Object[]> rows = entityManager
                .createNativeQuery("select distinct on (indicator_id, fiscal_year) indicator_id, fiscal_year, observed_year, value, numerator,"
                        + " denominator, source from indicator_value order by indicator_id, fiscal_year, revision desc")
                .getResultList();
        Map<Long, Map<Integer, Object[]>> values = new HashMap<>();
        rows.forEach(row -> values.computeIfAbsent(((Number) row[0]).longValue(), key -> new HashMap<>())
                .put(((Number) row[1]).intValue(), row));
        return values;
    }

    private Map<Long, Map<Integer, BigDecimal>> targets() {
        List<Object[]> rows =
                entityManager.createNativeQuery("select indicator_id, fiscal_year, value from indicator_target").getResultList();
        Map<Long, Map<Integer, BigDecimal>> targets = new HashMap<>();
        rows.forEach(row -> targets.computeIfAbsent(((Number) row[0]).longValue(), key -> new HashMap<>())
                .put(((Number) row[1]).intValue(), (BigDecimal) row[2]));
        return targets;
    }

    private Map<Long, List<Formula>> formulas() {
        List<Object[]> rows = entityManager
                .createNativeQuery("select indicator_id, from_year, array_to_string(measures, ',') from indicator_formula"
                        + " order by indicator_id, from_year")
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> ((Number) row[0]).longValue(),
                        Collectors.mapping(
                                row -> new Formula(
                                        ((Number) row[1]).intValue(),
                                        Arrays.stream(((String) row[2]).split(","))
                                                .filter(each -> !each.isEmpty())
                                                .map(Long::valueOf)
                                                .toList()),
                                Collectors.toList())));
    }

    /** The figures the plan shows, by measure and year: an indicator never says another number than the measures it is made of. */
    private Map<Long, Map<Integer, BigDecimal>> actuals() {
        Map<String, Long> ids = new HashMap<>();
        List<Object[]> rows = entityManager
                .createNativeQuery("select id, programme_id, code from measure")
                .getResultList();
        rows.forEach(row -> ids.put(row[1] + "/" + row[2], ((Number) row[0]).longValue()));
        Map<Long, Map<Integer, BigDecimal>> actuals = new HashMap<>();
        for (Figure figure : plan.figures(null, PlanPeriod.FIRST, PlanPeriod.LAST)) {
            if (figure.actual() != null) {
                actuals.computeIfAbsent(ids.get(figure.programmeId() + "/" + figure.measure()), key -> new HashMap<>())
                        .put(figure.year().year(), figure.actual());
            }
        }
        return actuals;
    }
}
