package tsunagu.paper.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.evaluation.OfficialService;
import tsunagu.shared.FiscalYear;

/** The papers that everybody may read: those of a closed year. */
@Named
@RequestScoped
public class PublicPapers {

    @Inject
    private OfficialService official;

    /** Their numbers; empty while the year is open. */
    public List<String> of(FiscalYear year) {
        return official.closedYears().contains(year) ? List.of("2", "3", "4") : List.of();
    }
}
