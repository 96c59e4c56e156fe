package tsunagu.plan.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import tsunagu.plan.FigureDetail;
import tsunagu.plan.Indicator;
import tsunagu.plan.MeasureCounts;
import tsunagu.plan.PlanPeriod;
import tsunagu.plan.PlanService;
import tsunagu.plan.PlanTree;
import tsunagu.plan.ProgrammeSheet;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.FoldedName;
import tsunagu.web.Web;

/** The plan as everybody may read it: the tree, one programme, the rows of one actual. */
@Named
@RequestScoped
public class PlanPage {

    @Inject
    private PlanService plan;

    @Inject
    private Web web;

    private FiscalYear year;
    private PlanTree tree;
    private ProgrammeSheet programme;
    private FigureDetail detail;

    public FiscalYear getYear() {
        if (year == null) {
            year = web.fiscalYear(plan::yearShownFirst);
        }
        return year;
    }

    public List<FiscalYear> getYears() {
        return plan.years();
    }

    /** The plan the year belongs to; one without a name while the city has none. */
    public PlanPeriod getPeriod() {
        return plan.period(getYear());
    }

    public PlanTree getTree() {
        if (tree == null) {
            tree = plan.plan(getYear());
        }
        return tree;
    }

    /** What somebody looks for among the programmes; "" for all. */
    public String getQuery() {
        return web.parameter("q").map(String::strip).orElse("");
    }

    /** The tree, or what of it has programmes whose name or measure is looked for. */
    public List<PlanTree.Policy> getFound() {
        String wanted = FoldedName.of(getQuery());
        if (wanted.isEmpty()) {
            return getTree().policies();
        }
        return getTree().policies().stream()
                .map(policy -> new PlanTree.Policy(
                        policy.key(),
                        policy.no(),
                        policy.name(),
                        List.of(),
                        policy.strategies().stream()
                                .map(strategy -> new PlanTree.Strategy(
                                        strategy.key(),
                                        strategy.no(),
                                        strategy.name(),
                                        List.of(),
                                        strategy.programmes().stream()
                                                .filter(each -> named(each, wanted))
                                                .toList()))
                                .filter(strategy -> !strategy.programmes().isEmpty())
                                .toList()))
                .filter(policy -> !policy.strategies().isEmpty())
                .toList();
    }

    private static boolean named(PlanTree.Programme programme, String wanted) {
        return FoldedName.of(programme.name().name() + " " + programme.name().summary())
                        .contains(wanted)
                || programme.measures().stream()
                        .anyMatch(each -> FoldedName.of(each.figure().label()).contains(wanted));
    }

    public MeasureCounts getStanding() {
        return MeasureCounts.of(getTree());
    }

    public MeasureCounts standing(PlanTree.Policy policy) {
        return MeasureCounts.of(policy);
    }

    public MeasureCounts standing(PlanTree.Strategy strategy) {
        return MeasureCounts.of(strategy);
    }

    public ProgrammeSheet getProgramme() {
        if (programme == null) {
            programme = plan.programme(web.value("programme"), getYear());
        }
        return programme;
    }

    public FigureDetail getDetail() {
        if (detail == null) {
            detail = plan.rows(web.value("programme"), web.value("measure"), getYear());
        }
        return detail;
    }

    /** The night that put together what a visitor sees of open years; null for who sees what was recorded a moment ago. */
    public LocalDate getNight() {
        LocalDate last = plan.asOf().orElse(null);
        return last == null || !web.has("measure")
                ? last
                : plan.asOf(getDetail().figure()).orElse(null);
    }

    /** Name of a programme, whatever year it belongs to. */
    public String nameOf(String programmeId) {
        return plan.programme(programmeId, getYear()).name().name();
    }

    /** The papers' short form of a year, "R5". */
    public String code(int fiscalYear) {
        return new FiscalYear(fiscalYear).code();
    }

    public TrendChart indicatorChart(Indicator indicator) {
        return TrendChart.of(indicator, getYear());
    }

    public TrendChart chart(PlanTree.Trend trend) {
        return TrendChart.of(trend);
    }
}
