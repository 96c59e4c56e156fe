package tsunagu.paper.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import tsunagu.paper.PaperService;
import tsunagu.plan.IndicatorService;
import tsunagu.shared.FiscalYear;

/** From a figure up to where it counts: the plan's indicators that add it up, and the papers it is printed in. */
@Named
@RequestScoped
public class WayUp {

    private static final String RESULTS = "2";
    private static final String INDICATORS = "3";

    @Inject
    private IndicatorService indicators;

    @Inject
    private PaperService papers;

    /** @param measure its code; "" for any of the programme's */
    public List<IndicatorService.Whole> indicators(String programmeId, String measure, FiscalYear year) {
        return indicators.wholes(programmeId, measure.isEmpty() ? null : measure, year);
    }

    /** Numbers of the papers of the year that the reader may open. */
    public List<String> papers(boolean inIndicators, FiscalYear year) {
        List<String> numbers = new ArrayList<>();
        if (papers.mayRead(year)) {
            numbers.add(RESULTS);
            if (inIndicators) {
                numbers.add(INDICATORS);
            }
        }
        return numbers;
    }
}
