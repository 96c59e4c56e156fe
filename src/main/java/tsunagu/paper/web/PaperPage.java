package tsunagu.paper.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.evaluation.OfficialService;
import tsunagu.paper.Paper;
import tsunagu.paper.PaperService;
import tsunagu.paper.PrintedCell;
import tsunagu.plan.Indicator;
import tsunagu.plan.PlanService;
import tsunagu.plan.web.TrendChart;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.web.Web;

/** A paper on screen. */
@Named
@RequestScoped
public class PaperPage {

    @Inject
    private PaperService papers;

    @Inject
    private OfficialService official;

    @Inject
    private PlanService plan;

    @Inject
    private Web web;

    private Paper paper;
    private List<PrintedCell> printed;

    /** @throws NotFoundException for a year outside the plan: there is no paper of it */
    public FiscalYear getYear() {
        FiscalYear year = web.fiscalYear(papers::yearShownFirst);
        if (!plan.years().contains(year)) {
            throw new NotFoundException("papers of " + year.code());
        }
        return year;
    }

    public Paper getPaper() {
        if (paper == null) {
            paper = papers.paper(getNumber(), getYear());
        }
        return paper;
    }

    /** The city's print beside it; empty when none is known. */
    public List<PrintedCell> getPrinted() {
        if (printed == null) {
            printed = papers.printed(getNumber(), getYear());
        }
        return printed;
    }

    public List<PrintedCell> getDiffering() {
        return getPrinted().stream().filter(each -> !each.same()).toList();
    }

    /** Who also reads papers of years that are not closed. */
    public boolean isReader() {
        return web.is("STAFF") || web.is("MANAGER") || web.is("COMMITTEE");
    }

    public String getNumber() {
        return web.value("paper");
    }

    public List<String> getNumbers() {
        return List.of("2", "3", "4");
    }

    public List<FiscalYear> getYears() {
        return isReader() ? plan.years() : official.publishedYears();
    }

    /** Where a number opens to its rows: to staff with the people in them. */
    public String rows(String opens) {
        String room = web.is("STAFF") ? "/staff/programmes/" : "/plan/programmes/";
        return web.url(room + opens.replace("/", "/measures/")) + "?year="
                + getYear().code();
    }

    public TrendChart chart(Indicator indicator) {
        return TrendChart.of(indicator, getYear());
    }
}
