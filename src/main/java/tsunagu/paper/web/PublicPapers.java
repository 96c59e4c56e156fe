package tsunagu.paper.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.evaluation.OfficialService;
import tsunagu.shared.FiscalYear;

/** The papers that everybody may read: those of a year that was closed. */
@Named
@RequestScoped
public class PublicPapers {

    @Inject
    private OfficialService official;

    /** Their numbers; empty as long as the year was never closed. */
    public List<String> of(FiscalYear year) {
        return official.publishedYears().contains(year) ? List.of("2", "3", "4") : List.of();
    }
}
