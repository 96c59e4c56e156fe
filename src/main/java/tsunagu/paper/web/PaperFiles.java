package tsunagu.paper.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import tsunagu.paper.PaperFileService;
import tsunagu.paper.PaperService;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.web.NoPdf;
import tsunagu.web.RoutedRequest;

/** A paper to take away: /papers/2/table.xlsx and /papers/2/print.pdf. */
@WebServlet("/internal/paper")
public class PaperFiles extends HttpServlet {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private transient PaperFileService files;

    @Inject
    private transient PaperService papers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RoutedRequest routed = RoutedRequest.of(request);
        String number = routed.value("paper");
        boolean excel = routed.path().endsWith(".xlsx");
        byte[] file;
        String asked = request.getParameter("year");
        try {
            FiscalYear year = asked == null ? papers.yearShownFirst() : FiscalYear.parse(asked);
            file = excel ? files.workbook(number, year) : files.pdf(number, year);
            asked = year.code();
        } catch (DomainException sentence) {
            NoPdf.because(sentence, response, Locale.JAPANESE);
            return;
        }
        response.setContentType(excel ? EXCEL : "application/pdf");
        response.setContentLength(file.length);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                (excel ? "attachment" : "inline") + "; filename=\"shiryo" + number + "-" + asked
                        + (excel ? ".xlsx" : ".pdf") + "\"");
        response.getOutputStream().write(file);
    }
}
