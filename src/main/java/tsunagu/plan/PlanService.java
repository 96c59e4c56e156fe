package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.audit.ChangeReason;
import tsunagu.shared.DomainException;
import tsunagu.shared.FirstSteps;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Locks;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/** The door of the plan room. */
@ApplicationScoped
@Transactional
public class PlanService implements FirstSteps {

    /** Persons behind a figure, by programme, measure and year. */
    private static final String COUNTED =
            """
            select r.person_id from official_row r join measure m on m.id = r.measure_id
            where m.programme_id = split_part(:record, ' ', 1) and m.code = split_part(:record, ' ', 2)
                and r.fiscal_year = split_part(:record, ' ', 3)::int and r.person_id is not null""";

    /** A number up to this one is never doubted for its size. */
    private static final BigDecimal NEVER_DOUBTED = BigDecimal.TEN;

    private static final BigDecimal SO_MANY_TIMES = BigDecimal.valueOf(5);

    @Inject
    private Viewings viewings;

    @Inject
    private PlanQueries queries;

    @Inject
    private IndicatorQueries indicators;

    @Inject
    private PlanPeriods periods;

    @Inject
    private FigureRegister register;

    @Inject
    private ApprovedGrades grades;

    @Inject
    private ChangeReason reason;

    @Inject
    private Locks locks;

    @Inject
    private Clock clock;

    /** The years of all plans, the earliest first. */
    @UseCase(anyone = true, changes = false)
    public List<FiscalYear> years() {
        return periods.years();
    }

    /** The city's plans, the earliest first; none before its workbook was handed in. */
    @UseCase(anyone = true, changes = false)
    public List<PlanPeriod> periods() {
        return periods.all();
    }

    /** The plan of a year. */
    @UseCase(anyone = true, changes = false)
    public PlanPeriod period(FiscalYear year) {
        return periods.of(year);
    }

    /**
     * The year the public sees first: the latest one that has been evaluated, so that its figures are complete; without one the running
     * year, or the one of the plans that is nearest to it.
     */
    @UseCase(anyone = true, changes = false, once = true)
    public FiscalYear yearShownFirst() {
        return queries.latestEvaluated().orElseGet(() -> {
            FiscalYear running = FiscalYear.current(clock);
            List<FiscalYear> years = periods.years();
            return years.contains(running)
                    ? running
                    : running.compareTo(years.get(0)) < 0 ? years.get(0) : years.get(years.size() - 1);
        });
    }

    @UseCase(anyone = true, changes = false)
    public PlanTree plan(FiscalYear year) {
        Map<String, List<PlanTree.Trend>> trends = trends(null, year).stream()
                .collect(Collectors.groupingBy(trend -> trend.figure().programmeId()));
        List<Indicator> all = indicators.indicators(year);
        Map<String, String> approved = grades.of(year).stream()
                .collect(Collectors.toMap(ApprovedGrades.Approved::programmeId, ApprovedGrades.Approved::grade));
        Map<Integer, PlanTree.Policy> policies = new LinkedHashMap<>();
        Map<Integer, PlanTree.Strategy> strategies = new LinkedHashMap<>();
        for (PlanQueries.ProgrammeLine line : queries.programmes(year)) {
            PlanTree.Policy policy = policies.computeIfAbsent(
                    line.policyNo(),
                    key -> new PlanTree.Policy(
                            key,
                            line.policyNumber(),
                            line.policy(),
                            only(all, Indicator::policyNo, key),
                            new java.util.ArrayList<>()));
            PlanTree.Strategy strategy = strategies.computeIfAbsent(line.strategyNo(), key -> {
                PlanTree.Strategy added = new PlanTree.Strategy(
                        key,
                        line.strategyNumber(),
                        line.strategy(),
                        only(all, Indicator::strategyNo, key),
                        new java.util.ArrayList<>());
                policy.strategies().add(added);
                return added;
            });
            strategy.programmes()
                    .add(new PlanTree.Programme(
                            line.name(),
                            trends.getOrDefault(line.name().id(), List.of()),
                            approved.getOrDefault(line.name().id(), "")));
        }
        return new PlanTree(year, List.copyOf(policies.values()));
    }

    /**
     * The night that put together what the one who acts sees of years that are not approved; empty for who sees what was recorded a moment
     * ago, and before the first night.
     */
    @UseCase(anyone = true, changes = false)
    public Optional<LocalDate> asOf() {
        return queries.seesRunning() ? Optional.empty() : queries.lastNight();
    }

    /** The same of one figure, which may have waited; empty when it is approved, too. */
    @UseCase(anyone = true, changes = false)
    public Optional<LocalDate> asOf(Figure figure) {
        return queries.seesRunning() || figure.approved()
                ? Optional.empty()
                : queries.nightOf(figure.programmeId(), figure.measure(), figure.year())
                        .or(queries::lastNight);
    }

    /** All programmes of a year with their figures and those of the year before, in the order of the plan. */
    @UseCase(anyone = true, changes = false)
    public List<YearResult> results(FiscalYear year) {
        Map<String, List<Figure>> figures = queries.figures(null, year.previous(), year).stream()
                .collect(Collectors.groupingBy(Figure::programmeId));
        return queries.programmes(year).stream()
                .map(line -> {
                    List<Figure> own = figures.getOrDefault(line.name().id(), List.of());
                    return new YearResult(
                            line.policyNumber(),
                            line.policy(),
                            line.strategyNumber(),
                            line.strategy(),
                            line.name(),
                            own.stream()
                                    .filter(each -> each.year().equals(year))
                                    .toList(),
                            own.stream()
                                    .filter(each -> each.year().equals(year.previous()))
                                    .toList());
                })
                .toList();
    }

    /** @throws NotFoundException when there is no such programme */
    @UseCase(anyone = true, changes = false)
    public ProgrammeSheet programme(String id, FiscalYear year) {
        PlanQueries.ProgrammeLine line = line(id, year);
        Map<FiscalYear, String> approved = grades.of(id).stream()
                .collect(Collectors.toMap(ApprovedGrades.Approved::year, ApprovedGrades.Approved::grade));
        return new ProgrammeSheet(line.name(), line.policy(), line.strategy(), year, trends(id, year), approved);
    }

    /** The rows of an actual without persons: people appear as numbers for each session and role. */
    @UseCase(anyone = true, changes = false)
    public FigureDetail rows(String programmeId, String measure, FiscalYear year) {
        return detail(programmeId, measure, year, false);
    }

    /** The rows of an actual down to the persons. */
    @UseCase(allow = Role.STAFF, changes = false)
    public FigureDetail personRows(String programmeId, String measure, FiscalYear year) {
        FigureDetail detail = detail(programmeId, measure, year, true);
        viewings.opened(Viewing.What.FIGURE_ROWS, programmeId + " " + measure + " " + year.year(), COUNTED);
        return detail;
    }

    /** For the running year: what each measure of a programme may come to. Empty for other years. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Forecast> forecasts(String programmeId, FiscalYear year) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        if (!year.contains(today)) {
            return List.of();
        }
        double gone = (ChronoUnit.DAYS.between(year.firstDay(), today) + 1.0)
                / (ChronoUnit.DAYS.between(year.firstDay(), year.lastDay()) + 1.0);
        Map<String, List<Forecast.Pace>> paces = queries.paces(programmeId, year, today);
        return queries.figures(programmeId, year, year).stream()
                .map(each -> Forecast.of(each, paces.getOrDefault(each.measure(), List.of()), gone))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Programmes an event of this year may belong to. */
    @UseCase(allow = Role.STAFF, changes = false, once = true)
    public List<ProgrammeName> programmes(FiscalYear year) {
        return queries.programmes(year).stream()
                .map(PlanQueries.ProgrammeLine::name)
                .toList();
    }

    /** The year's policies, strategies and programmes without indicators and figures: where somebody looks for one. */
    @UseCase(allow = Role.STAFF, changes = false)
    public PlanTree outline(FiscalYear year) {
        Map<Integer, PlanTree.Policy> policies = new LinkedHashMap<>();
        Map<Integer, PlanTree.Strategy> strategies = new LinkedHashMap<>();
        for (PlanQueries.ProgrammeLine line : queries.programmes(year)) {
            PlanTree.Policy policy = policies.computeIfAbsent(
                    line.policyNo(),
                    key -> new PlanTree.Policy(key, line.policyNumber(), line.policy(), List.of(), new ArrayList<>()));
            PlanTree.Strategy strategy = strategies.computeIfAbsent(line.strategyNo(), key -> {
                PlanTree.Strategy made = new PlanTree.Strategy(
                        key, line.strategyNumber(), line.strategy(), List.of(), new ArrayList<>());
                policy.strategies().add(made);
                return made;
            });
            strategy.programmes().add(new PlanTree.Programme(line.name(), List.of(), ""));
        }
        return new PlanTree(year, List.copyOf(policies.values()));
    }

    /** The number of the latest target or actual that was entered by hand for a programme's year; 0 before the first. */
    @UseCase(allow = Role.STAFF, changes = false)
    public long latestEntry(String programmeId, FiscalYear year) {
        return register.latest(programmeId, year);
    }

    /**
     * The highest of what is known of the measure, targets and actuals of all years of the plan, when the number entered is so much more that a digit
     * too many is likely; empty when nothing speaks against it. A question and no rule: who is sure enters it all the same.
     */
    @UseCase(allow = Role.STAFF, changes = false)
    public Optional<BigDecimal> doubtful(FigureEntry entry) {
        if (entry.value() == null || entry.value().compareTo(NEVER_DOUBTED) <= 0) {
            return Optional.empty();
        }
        return trends(entry.programmeId(), entry.year()).stream()
                .filter(each -> each.figure().measure().equals(entry.measure()))
                .flatMap(each -> each.years().stream())
                .flatMap(each -> Stream.of(each.target(), each.actual()))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .filter(highest -> entry.value().compareTo(highest.multiply(SO_MANY_TIMES)) > 0);
    }

    /**
     * Sets a target, or takes it back, as a new revision; the earlier ones stay.
     *
     * @throws DomainException when somebody else entered the same since the form was opened: it says what, and the next try replaces it
     */
    @UseCase(allow = Role.STAFF)
    public void setTarget(@Valid FigureEntry entry) {
        long measure = prepared(entry);
        refuseOvertaken(register.targetSince(measure, entry));
        register.addTarget(measure, entry);
    }

    /**
     * Enters an actual by hand, with where it comes from, or takes it back, as a new revision.
     *
     * @throws DomainException as for a target
     */
    @UseCase(allow = Role.STAFF)
    public void reportFigure(@Valid FigureEntry entry) {
        long measure = prepared(entry);
        refuseOvertaken(register.reportedSince(measure, entry));
        register.addReported(measure, entry);
    }

    private long prepared(FigureEntry entry) {
        requireWhole(entry);
        reason.because(entry.reason());
        locks.hold(Locks.Lock.PROGRAMME, entry.programmeId());
        return measure(entry);
    }

    private static void refuseOvertaken(Optional<FigureRegister.Entered> since) {
        since.ifPresent(each -> {
            if (each.value() == null) {
                throw new DomainException("plan.error.overtakenTaken", each.reason());
            }
            throw new DomainException(
                    "plan.error.overtaken", each.value().stripTrailingZeros().toPlainString(), each.reason());
        });
    }

    /** People, companies and sessions are counted, so a number of them is whole; shares need not be. */
    private void requireWhole(FigureEntry entry) {
        if (entry.value() != null
                && entry.value().stripTrailingZeros().scale() > 0
                && !queries.unit(entry.programmeId(), entry.measure()).contains("%")) {
            throw new DomainException("plan.error.whole");
        }
    }

    private long measure(FigureEntry entry) {
        return queries.measureId(entry.programmeId(), entry.measure())
                .orElseThrow(() -> new NotFoundException("measure " + entry.measure()));
    }

    private PlanQueries.ProgrammeLine line(String id, FiscalYear year) {
        return queries.programme(id, year).orElseThrow(() -> new NotFoundException("programme " + id));
    }

    private FigureDetail detail(String programmeId, String measure, FiscalYear year, boolean persons) {
        PlanQueries.ProgrammeLine line = line(programmeId, year);
        Figure figure = queries.figures(programmeId, year, year).stream()
                .filter(each -> each.measure().equals(measure))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("measure " + measure));
        if (!persons && !figure.approved() && !queries.seesRunning()) {
            return new FigureDetail(line.name(), figure, queries.publicRows(programmeId, measure, year));
        }
        List<FigureRow> rows = queries.figureRows(programmeId, measure, year, persons);
        return new FigureDetail(
                line.name(), figure, persons ? rows : FigureRows.disclosed(FigureRows.withoutPersons(rows)));
    }

    private List<PlanTree.Trend> trends(String programmeId, FiscalYear year) {
        FiscalYear first = min(periods.of(year).first(), year);
        FiscalYear last = max(periods.of(year).last(), year);
        Map<String, List<Figure>> byMeasure = queries.figures(programmeId, first, last).stream()
                .collect(Collectors.groupingBy(
                        figure -> figure.programmeId() + "/" + figure.measure(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byMeasure.values().stream()
                .map(years -> years.stream()
                        .filter(figure -> figure.year().equals(year))
                        .findFirst()
                        .map(figure -> new PlanTree.Trend(figure, years))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Indicator> only(
            List<Indicator> all, java.util.function.Function<Indicator, Integer> level, int no) {
        return all.stream()
                .filter(indicator -> Objects.equals(level.apply(indicator), no))
                .toList();
    }

    private static FiscalYear min(FiscalYear one, FiscalYear other) {
        return java.util.stream.Stream.of(one, other)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static FiscalYear max(FiscalYear one, FiscalYear other) {
        return java.util.stream.Stream.of(one, other)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public FirstSteps.Step firstStep() {
        return new FirstSteps.Step(
                5,
                "plan.firstStep",
                "plan.firstStep.hint",
                !periods.all().isEmpty(),
                "/staff/plan-book",
                Set.of(Role.STAFF, Role.ADMINISTRATOR));
    }
}
