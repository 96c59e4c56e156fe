package tsunagu.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import tsunagu.attendance.EventReportService;
import tsunagu.question.Results;
import tsunagu.web.Web;

/** Staff read what was answered at an event. */
@Named
@RequestScoped
public class ResultsPage {

    @Inject
    private EventReportService reports;

    @Inject
    private Web web;

    private List<Results> results;

    /** When the numbers became final; null: they are today's. */
    public Instant getClosedAt() {
        return reports.closedAt(web.value("event"));
    }

    public List<Results> getResults() {
        if (results == null) {
            results = reports.results(web.value("event"));
        }
        return results;
    }
}
