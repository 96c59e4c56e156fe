package tsunagu.attendance.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.attendance.EventReport;
import tsunagu.attendance.EventReportService;
import tsunagu.event.SessionTimes;
import tsunagu.print.PdfPrinter;
import tsunagu.shared.DomainException;
import tsunagu.shared.Words;
import tsunagu.web.Dates;
import tsunagu.web.NoPdf;
import tsunagu.web.RoutedRequest;

/** 開催の報告 to take away: report.xlsx, report.csv, report.pdf. Named after event and day. */
@WebServlet("/internal/event-report-file")
public class EventReportFiles extends HttpServlet {

    @Inject
    private transient EventReportService reports;

    @Inject
    private transient PdfPrinter printer;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RoutedRequest routed = RoutedRequest.of(request);
        EventReport report = reports.report(routed.value("event"));
        String path = routed.path();
        String form = path.substring(path.lastIndexOf('.') + 1);
        byte[] file;
        try {
            file = file(sheet(report), form);
        } catch (DomainException noPdf) {
            NoPdf.because(noPdf, response, Locale.JAPANESE);
            return;
        }
        SentTable.send(response, file, form, "report", name(report));
    }

    private byte[] file(ReportSheet sheet, String form) {
        return switch (form) {
            case "xlsx" -> ReportWorkbook.of(sheet);
            case "pdf" -> ReportDocument.of(sheet, printer);
            default -> ReportDocument.csv(sheet).getBytes(StandardCharsets.UTF_8);
        };
    }

    static ReportSheet sheet(EventReport report) {
        return ReportSheet.of(
                report,
                (key, arguments) -> arguments.length == 0
                        ? Words.japanese(key)
                        : new MessageFormat(Words.japanese(key), Locale.JAPANESE).format(arguments),
                day -> Dates.day(day, Locale.JAPANESE));
    }

    private static String name(EventReport report) {
        String day = report.sessions().stream()
                .map(each -> each.session().times())
                .map(SessionTimes::heldOn)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .map(LocalDate::toString)
                .orElse("");
        return Stream.of(report.event().title(), day, Words.japanese("event.report.title"))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
