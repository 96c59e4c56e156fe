package tsunagu.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.attendance.EventReport;
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
    private EventReport report;

    /** When the numbers became final; null: they are today's. */
    public Instant getClosedAt() {
        return reports.closedAt(web.value("event"));
    }

    public List<Results> getResults() {
        if (results == null) {
            results = results(reports, web.value("event"), web.parameter("session"));
        }
        return results;
    }

    /** @param session as the address says it: one of them, or all where it says none */
    static List<Results> results(EventReportService reports, String event, Optional<String> session) {
        return session.filter(each -> each.matches("[0-9]{1,18}"))
                .map(each -> reports.results(event, Long.parseLong(each)))
                .orElseGet(() -> reports.results(event));
    }

    public EventReport getReport() {
        if (report == null) {
            report = reports.report(web.value("event"));
        }
        return report;
    }

    /** Days that can be looked at by themselves: of a course one answers for all of them, of a closed event the whole was kept. */
    public List<EventReport.Session> getSessions() {
        return getReport().event().course()
                        || getClosedAt() != null
                        || getReport().sessions().size() < 2
                ? List.of()
                : getReport().sessions();
    }

    /** The day that is looked at; "" for all of them. */
    public String getSession() {
        return web.parameter("session")
                .filter(each -> each.matches("[0-9]{1,18}"))
                .orElse("");
    }

    /** Who was there, one by one, and how many of them answered; of the day that is looked at. */
    public EventReport.Numbers getNumbers() {
        return getReport().sessions().stream()
                .filter(each -> String.valueOf(each.session().id()).equals(getSession()))
                .findFirst()
                .map(EventReport.Session::numbers)
                .orElse(getReport().total());
    }

    /** In percent, rounded; null where nobody was recorded. */
    public Long getRate() {
        int there = getNumbers().recordedInAll();
        return there == 0 ? null : Math.round(100d * getNumbers().answers() / there);
    }
}
