package tsunagu.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import tsunagu.attendance.EventReport;
import tsunagu.attendance.EventReportService;
import tsunagu.web.Dates;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff read what became of an event: who asked, who came and how, and that it adds up. */
@Named
@RequestScoped
public class EventReportPage {

    private static final int PERCENT = 100;

    @Inject
    private EventReportService reports;

    @Inject
    private Texts texts;

    @Inject
    private Dates dates;

    @Inject
    private Web web;

    private EventReport report;

    /** A part of the way from asking to answering. @param of the largest of them, at least 1 */
    public record Step(String name, int people, int of) {}

    public EventReport getReport() {
        if (report == null) {
            report = reports.report(web.value("event"));
        }
        return report;
    }

    public List<EventReport.Line> getLines() {
        return getReport().lines().stream().filter(each -> each.role() == null).toList();
    }

    /** Names of the columns: each session by its title and day, and the sum. */
    public List<String> getColumns() {
        return Stream.concat(
                        getReport().sessions().stream().map(each -> (each.session()
                                                .title() + " "
                                        + dates.day(each.session().times().heldOn()))
                                .strip()),
                        Stream.of(texts.of("event.report.total")))
                .toList();
    }

    /** From a seat to the door to an answer: people, all sessions together. */
    public List<Step> getSteps() {
        EventReport.Numbers total = getReport().total();
        int most = Math.max(1, Math.max(total.registered(), total.recordedInAll()));
        return List.of(
                new Step(texts.of("event.report.registered"), total.registered(), most),
                new Step(texts.of("event.report.recorded"), total.recordedInAll(), most),
                new Step(texts.of("event.report.answers"), total.answers(), most));
    }

    /** Of those who were recorded one by one, in percent; 0 where nobody was. */
    public int getAnswered() {
        int people = getReport().total().recordedInAll();
        return people == 0 ? 0 : Math.round((float) getReport().total().answers() * PERCENT / people);
    }
}
