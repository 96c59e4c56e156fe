package tsunagu.attendance.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tsunagu.attendance.EventReport;
import tsunagu.attendance.EventReportService;
import tsunagu.shared.SpreadsheetCell;
import tsunagu.shared.Words;
import tsunagu.web.RoutedRequest;

/** 開催の報告 as CSV, UTF-8 with a mark at its beginning, so that spreadsheets read it. Named after the event. */
@WebServlet("/internal/event-report-table")
public class EventReportTable extends HttpServlet {

    @Inject
    private transient EventReportService reports;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EventReport report = reports.report(RoutedRequest.of(request).value("event"));
        StringWriter text = new StringWriter();
        text.write('\ufeff');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            List<String> head = new ArrayList<>(List.of(Words.japanese("event.report.number")));
            report.sessions()
                    .forEach(each -> head.add((each.session().title() + " "
                                    + each.session().times().heldOn())
                            .strip()));
            head.add(Words.japanese("event.report.total"));
            csv.writeRecord(head.stream().map(SpreadsheetCell::safe).toList());
            for (EventReport.Line line : report.lines()) {
                List<String> cells = new ArrayList<>(List.of(Words.japanese(
                        line.role() == null ? "event.report." + line.name() : "event.role." + line.role())));
                line.numbers().forEach(each -> cells.add(String.valueOf(each)));
                csv.writeRecord(cells.stream().map(SpreadsheetCell::safe).toList());
            }
        }
        CsvFile.send(
                response,
                text.toString(),
                "report",
                report.event().title() + " " + Words.japanese("event.report.title"));
    }
}
