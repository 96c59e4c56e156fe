package tsunagu.privacy.web;

import static tsunagu.shared.Html.escaped;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import tsunagu.print.PdfPrinter;
import tsunagu.shared.DomainException;
import tsunagu.shared.Words;
import tsunagu.web.Dates;
import tsunagu.web.NoPdf;

/** 個人情報ファイル簿 to print and to publish (75条1項): a leaf for each file. */
@WebServlet("/internal/personal-files-pdf")
public class PersonalFilesPdf extends HttpServlet {

    @Inject
    private transient PdfPrinter printer;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            byte[] pdf = printer.print(html());
            response.setContentType("application/pdf");
            response.setHeader("Content-Disposition", "attachment; filename=\"personal-files.pdf\"");
            response.getOutputStream().write(pdf);
        } catch (DomainException noPdf) {
            NoPdf.because(noPdf, response, Locale.JAPANESE);
        }
    }

    private String html() {
        StringBuilder html = new StringBuilder("<html lang=\"ja\"><head><title>"
                + escaped(Words.japanese("privacy.files.title")) + "</title><style>body { font-family: '"
                + PdfPrinter.FAMILY
                + "'; font-size: 9pt; line-height: 1.5 } h1 { font-size: 15pt } h2 { font-size: 12pt; border-bottom: 1px solid #888 }"
                + " section { page-break-inside: auto } table { width: 100%; border-collapse: collapse; margin-bottom: 4mm }"
                + " th, td { text-align: left; vertical-align: top; font-weight: 400; border: 1px solid #999; padding: 1mm 2mm;"
                + " word-wrap: break-word } th { width: 24%; color: #333 } @page { size: A4; margin: 16mm }</style></head><body><h1>"
                + escaped(Words.japanese("privacy.files.title")) + "</h1><p>"
                + escaped(Dates.moment(clock.instant(), Locale.JAPANESE)) + "</p>");
        for (PrintedRegister.File file : PrintedRegister.files()) {
            html.append("<h2>").append(escaped(file.name())).append("</h2><table>");
            file.facts().forEach((name, words) -> row(html, name, words));
            html.append("</table><table>");
            file.items()
                    .forEach(each -> row(
                            html,
                            each.name(),
                            Words.japanese("privacy.fact.itemReaders") + ": " + each.readers() + " / " + each.keep()
                                    + " / " + each.where()));
            html.append("</table>");
        }
        return html.append("</body></html>").toString();
    }

    private static void row(StringBuilder html, String name, String words) {
        html.append("<tr><th>")
                .append(escaped(name))
                .append("</th><td>")
                .append(escaped(words))
                .append("</td></tr>");
    }
}
