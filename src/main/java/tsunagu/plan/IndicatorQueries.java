package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;

/** Reads indicators with their years: statistics as reported, sums from the measures' figures. */
@ApplicationScoped
class IndicatorQueries {

    private static final String MEASURES =
            """
            select m.id as measure_id, p.id as programme_id, p.name as programme, m.label as measure, m.unit
            from measure m
            join programme p on p.id = m.programme_id
            """;

    @Inject
    private Sql sql;

    @Inject
    private PlanQueries plan;

    @Inject
    private PlanPeriods periods;

    private record Stored(
            long id,
            String code,
            Integer policyNo,
            Integer strategyNo,
            String name,
            String unit,
            String accumulation,
            String direction,
            BigDecimal baseValue,
            Integer baseYear,
            BigDecimal targetValue,
            int targetYear,
            String method,
            String explanation,
            BigDecimal printedBase,
            String printedBasePeriod,
            String note) {}

    /** A formula from a year on. */
    private record Formula(long indicatorId, int fromYear, List<Long> measures) {}

    /** What was reported of a year. */
    private record Value(
            long indicatorId,
            int fiscalYear,
            Integer observedYear,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            String source) {}

    private record Target(long indicatorId, int fiscalYear, BigDecimal value) {}

    private record Measure(long id, String programmeId, String code) {}

    /** An indicator belongs to the plan in whose years its target lies. */
    List<Indicator> indicators(FiscalYear year) {
        PlanPeriod period = periods.of(year);
        return indicators().stream()
                .filter(each -> periods.of(new FiscalYear(each.targetYear())).equals(period))
                .toList();
    }

    List<Indicator> indicators() {
        Map<Long, Map<Integer, Value>> values = values();
        Map<Long, List<Formula>> formulas = formulas();
        Map<Long, Map<Integer, BigDecimal>> actuals = formulas.isEmpty() ? Map.of() : actuals();
        Map<Long, Map<Integer, BigDecimal>> set = targets();
        return sql
                .of(
                        """
                        select id, code, policy_no, strategy_no, name, unit, accumulation, direction, base_value, base_year, target_value,
                            target_year, method, explanation, printed_base, printed_base_period, note
                        from indicator
                        order by position
                        """)
                .list(Stored.class)
                .stream()
                .map(stored -> {
                    List<Formula> own = formulas.getOrDefault(stored.id(), List.of());
                    PlanPeriod period = periods.of(new FiscalYear(stored.targetYear()));
                    int begin = period.first().year();
                    int first = stored.baseYear() == null ? begin : Math.min(stored.baseYear(), begin);
                    int last = Math.max(stored.targetYear(), period.last().year());
                    List<Indicator.Year> years = new ArrayList<>();
                    for (int year = first; year <= last; year++) {
                        years.add(year(
                                stored,
                                year,
                                values.getOrDefault(stored.id(), Map.of()).get(year),
                                sum(own, stored.accumulation().equals("cumulative") ? begin : year, year, actuals),
                                set.getOrDefault(stored.id(), Map.of()).get(year),
                                begin));
                    }
                    return new Indicator(
                            stored.code(),
                            stored.policyNo(),
                            stored.strategyNo(),
                            stored.name(),
                            stored.unit(),
                            stored.accumulation(),
                            stored.direction(),
                            stored.baseValue(),
                            stored.baseYear(),
                            stored.targetValue(),
                            stored.targetYear(),
                            stored.method(),
                            stored.explanation(),
                            stored.printedBase(),
                            stored.printedBasePeriod(),
                            stored.note(),
                            !own.isEmpty()
                                    && !own.get(own.size() - 1).measures().isEmpty(),
                            List.copyOf(years));
                })
                .toList();
    }

    private static Indicator.Year year(
            Stored indicator, int year, Value reported, BigDecimal sum, BigDecimal set, int begin) {
        FiscalYear fiscalYear = new FiscalYear(year);
        BigDecimal path = set != null ? set : path(indicator, year, begin);
        if (sum != null) {
            return new Indicator.Year(fiscalYear, path, sum, year, null, null, null);
        }
        if (reported != null) {
            return new Indicator.Year(
                    fiscalYear,
                    path,
                    reported.value(),
                    reported.observedYear(),
                    reported.numerator(),
                    reported.denominator(),
                    reported.source());
        }
        boolean base = Objects.equals(indicator.baseYear(), year);
        return new Indicator.Year(
                fiscalYear, path, base ? indicator.baseValue() : null, base ? year : null, null, null, null);
    }

    /**
     * The straight line from the base to the target; without a base, the target in its year.
     *
     * @param begin the plan's first year: before it there was no aim
     */
    private static BigDecimal path(Stored indicator, int year, int begin) {
        BigDecimal base = indicator.baseValue();
        Integer baseYear = indicator.baseYear();
        BigDecimal target = indicator.targetValue();
        int targetYear = indicator.targetYear();
        if (year == targetYear) {
            return target;
        }
        if (base == null || baseYear == null || year <= baseYear || year > targetYear || year < begin) {
            return null;
        }
        BigDecimal exact = base.add(target.subtract(base)
                        .multiply(BigDecimal.valueOf(year - baseYear))
                        .divide(BigDecimal.valueOf(targetYear - baseYear), 1, RoundingMode.HALF_UP))
                .stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /**
     * Null when no formula holds or one of its measures has no actual: a part is not the whole.
     *
     * @param from the first year that is added up
     */
    private static BigDecimal sum(
            List<Formula> formulas, int from, int year, Map<Long, Map<Integer, BigDecimal>> actuals) {
        Formula formula = formulas.stream()
                .filter(each -> each.fromYear() <= year)
                .reduce((one, later) -> later)
                .orElse(null);
        if (formula == null || formula.measures().isEmpty()) {
            return null;
        }
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

    /** The indicators that add up a measure of a programme in a year. @param measure its code; null: any of the programme's */
    List<IndicatorService.Whole> wholes(String programmeId, String measure, FiscalYear year) {
        return sql.of(
                        """
                        select i.code, i.name from indicator i
                        join lateral (select f.measures from indicator_formula f where f.indicator_id = i.id and f.from_year <= :year
                            order by f.from_year desc limit 1) latest on true
                        where exists (select 1 from measure m where m.id = any (latest.measures) and m.programme_id = :programme
                            and (cast(:measure as text) is null or m.code = :measure))
                        order by i.id
                        """)
                .with("programme", programmeId)
                .with("measure", measure)
                .with("year", year)
                .list(IndicatorService.Whole.class);
    }

    List<IndicatorService.Term> terms(String code, FiscalYear year) {
        return sql.of(
                        MEASURES
                                + """
                        where m.id in (select unnest(latest.measures) from (
                            select f.measures
                            from indicator_formula f
                            join indicator i on i.id = f.indicator_id
                            where i.code = :code and f.from_year <= :year
                            order by f.from_year desc
                            limit 1) latest)
                        order by m.position
                        """)
                .with("code", code)
                .with("year", year)
                .list(IndicatorService.Term.class);
    }

    List<IndicatorService.Term> measures() {
        return sql.of(MEASURES + "order by m.position").list(IndicatorService.Term.class);
    }

    /** The latest revisions, by indicator and year of report. */
    private Map<Long, Map<Integer, Value>> values() {
        Map<Long, Map<Integer, Value>> values = new HashMap<>();
        sql.of(
                        """
                        select distinct on (indicator_id, fiscal_year) indicator_id, fiscal_year, observed_year, value, numerator,
                            denominator, source
                        from indicator_value
                        order by indicator_id, fiscal_year, revision desc
                        """)
                .list(Value.class)
                .forEach(each -> values.computeIfAbsent(each.indicatorId(), key -> new HashMap<>())
                        .put(each.fiscalYear(), each));
        return values;
    }

    private Map<Long, Map<Integer, BigDecimal>> targets() {
        Map<Long, Map<Integer, BigDecimal>> targets = new HashMap<>();
        sql.of("select indicator_id, fiscal_year, value from indicator_target")
                .list(Target.class)
                .forEach(each -> targets.computeIfAbsent(each.indicatorId(), key -> new HashMap<>())
                        .put(each.fiscalYear(), each.value()));
        return targets;
    }

    private Map<Long, List<Formula>> formulas() {
        return sql
                .of("select indicator_id, from_year, measures from indicator_formula order by indicator_id, from_year")
                .list(Formula.class)
                .stream()
                .collect(Collectors.groupingBy(Formula::indicatorId));
    }

    /** The figures the plan shows, by measure and year: an indicator never says another number than the measures it is made of. */
    private Map<Long, Map<Integer, BigDecimal>> actuals() {
        Map<String, Long> ids = new HashMap<>();
        sql.of("select id, programme_id, code from measure")
                .list(Measure.class)
                .forEach(each -> ids.put(each.programmeId() + "/" + each.code(), each.id()));
        Map<Long, Map<Integer, BigDecimal>> actuals = new HashMap<>();
        for (Figure figure : plan.figures(null, periods.first(), periods.last())) {
            if (figure.actual() != null) {
                actuals.computeIfAbsent(ids.get(figure.programmeId() + "/" + figure.measure()), key -> new HashMap<>())
                        .put(figure.year().year(), figure.actual());
            }
        }
        return actuals;
    }
}
