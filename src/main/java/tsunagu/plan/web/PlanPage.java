package tsunagu.plan.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.plan.FigureDetail;
import tsunagu.plan.Indicator;
import tsunagu.plan.PlanPeriod;
import tsunagu.plan.PlanService;
import tsunagu.plan.PlanTree;
import tsunagu.plan.ProgrammeSheet;
import tsunagu.shared.FiscalYear;
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
            year = web.parameter("year").isPresent() ? web.fiscalYear() : plan.yearShownFirst();
        }
        return year;
    }

    public List<FiscalYear> getYears() {
        return PlanPeriod.years();
    }

    public PlanTree getTree() {
        if (tree == null) {
            tree = plan.plan(getYear());
        }
        return tree;
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
