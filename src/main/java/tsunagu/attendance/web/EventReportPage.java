package tsunagu.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.attendance.EventReport;
import tsunagu.attendance.EventReportService;
import tsunagu.web.Dates;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff read what became of an event: who asked, who came and how, and that it adds up. */
@Named
@RequestScoped
public class EventReportPage {

    @Inject
    private EventReportService reports;

    @Inject
    private Texts texts;

    @Inject
    private Dates dates;

    @Inject
    private Web web;

    private EventReport report;
    private ReportSheet sheet;

    public EventReport getReport() {
        if (report == null) {
            report = reports.report(web.value("event"));
        }
        return report;
    }

    public ReportSheet getSheet() {
        if (sheet == null) {
            sheet = ReportSheet.of(
                    getReport(),
                    (key, arguments) -> arguments.length == 0 ? texts.of(key) : texts.format(key, List.of(arguments)),
                    dates::day);
        }
        return sheet;
    }
}
