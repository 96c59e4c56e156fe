package tsunagu.finding.web;

import static tsunagu.shared.Html.escaped;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagu.finding.Catalogue;
import tsunagu.finding.JobCard;
import tsunagu.finding.JobPageView;
import tsunagu.posting.Term;
import tsunagu.print.PdfPrinter;
import tsunagu.shared.Classification;
import tsunagu.shared.DomainException;
import tsunagu.shared.Feature;
import tsunagu.shared.Words;
import tsunagu.web.Dates;
import tsunagu.web.NoPdf;
import tsunagu.web.PublicAddress;
import tsunagu.web.RoutedRequest;

/**
 * A posting on paper, to take home or to lay before parents: every term in the law's order as it is public now (労働条件, 職業安定法5条の3).
 * It is no 求人票 of ハローワーク and says so.
 */
@WebServlet("/internal/job-sheet")
public class JobSheet extends HttpServlet {

    @Inject
    private transient Catalogue catalogue;

    @Inject
    private transient PdfPrinter printer;

    @Inject
    private transient PublicAddress address;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JobPageView job = catalogue.job(RoutedRequest.of(request).values().get("job"));
        try {
            byte[] pdf = printer.print(html(job));
            response.setContentType("application/pdf");
            response.setHeader(
                    "Content-Disposition", "inline; filename=\"" + job.card().code() + ".pdf\"");
            response.setHeader("X-Robots-Tag", "noindex");
            response.getOutputStream().write(pdf);
        } catch (DomainException noPdf) {
            NoPdf.because(noPdf, response, Locale.JAPANESE);
        }
    }

    private String html(JobPageView job) {
        JobCard card = job.card();
        StringBuilder html = new StringBuilder("<html lang=\"ja\"><head><title>" + escaped(card.title())
                        + "</title><style>body { font-family: '" + PdfPrinter.FAMILY
                        + "'; font-size: 9.5pt; line-height: 1.5; color: #1f2430 } h1 { font-size: 17pt; margin: 0 0 1mm } .by { font-size: 12pt;"
                        + " font-weight: 700; margin: 0 0 3mm } .head { font-size: 11pt; border: 1pt solid #1f2430; padding: 0.5mm 3mm }"
                        + " .quiet { font-size: 8.5pt; color: #4d5560; margin: 1mm 0 } .ended { font-weight: 700; border: 1pt solid #a83f00; padding: 1mm 2mm }"
                        + " table { width: 100%; border-collapse: collapse; margin: 2mm 0 } th, td { text-align: left; vertical-align: top;"
                        + " border: 0.5pt solid #8a92a0; padding: 1mm 2mm; word-wrap: break-word } th { width: 27%; font-weight: 700;"
                        + " background: #eceff4 } tr { page-break-inside: avoid } @page { size: A4; margin: 15mm;"
                        + " @bottom-center { content: counter(page) ' / ' counter(pages); font-family: '"
                        + PdfPrinter.FAMILY
                        + "'; font-size: 8pt } }</style></head><body><p><span class=\"head\">")
                .append(word("posting.sheet.title"))
                .append("</span></p><h1>")
                .append(escaped(card.title()))
                .append("</h1><p class=\"by\">")
                .append(escaped(card.companyName()))
                .append("</p>");
        if (!card.window().isOpenAt(clock.instant())) {
            html.append("<p class=\"ended\">").append(word("posting.closed")).append("</p>");
        }
        html.append("<table>");
        row(html, "posting.wage", wage(card));
        row(html, "posting.employmentName", Words.japanese("posting.employment." + card.employment()));
        row(html, "posting.place", Classification.AREAS.get(card.area()).name(false));
        row(
                html,
                "posting.audience",
                card.audiences().stream()
                        .map(each -> Words.japanese("web.audience." + each))
                        .collect(Collectors.joining(Words.japanese("web.listSeparator"))));
        row(html, "posting.lastDay", Dates.day(card.closesOn(), Locale.JAPANESE));
        html.append("</table><table>");
        for (Term term : Term.values()) {
            if (job.says(term)) {
                String words = job.terms().get(term);
                row(html, "posting.term." + term, words == null ? Words.japanese("posting.noFixedOvertime") : words);
            }
        }
        if (job.openings() != null) {
            row(html, "posting.openings", filled("posting.openingsValue", job.openings()));
        }
        if (!job.helloWorkNumber().isEmpty()) {
            row(html, "posting.helloWork", job.helloWorkNumber());
        }
        row(html, "posting.sheet.offers", offers(job.offers()));
        html.append("</table><p class=\"quiet\">")
                .append(escaped(filled("posting.asOf", Dates.day(job.asOf(), Locale.JAPANESE))))
                .append(" ")
                .append(escaped(filled("posting.sheet.printed", Dates.moment(clock.instant(), Locale.JAPANESE))))
                .append("</p><p class=\"quiet\">")
                .append(word("posting.sheet.notHelloWork"))
                .append("</p><p class=\"quiet\">")
                .append(escaped(address.of("/jobs/" + card.code())))
                .append("</p></body></html>");
        return html.toString();
    }

    /** What the company says it offers, and what it says it does not; what it is silent about is not here. */
    private static String offers(Map<Feature, Boolean> offers) {
        String said = offers.entrySet().stream()
                .map(each -> Words.japanese("web.feature." + each.getKey()) + " "
                        + Words.japanese(each.getValue() ? "search.answer.yes" : "search.answer.no"))
                .collect(Collectors.joining(Words.japanese("web.listSeparator")));
        return said.isEmpty() ? Words.japanese("search.unstated") : said;
    }

    private static String wage(JobCard card) {
        boolean range = card.wageMax() != null && card.wageMax() != card.wageMin();
        return Words.japanese("posting.wageUnit." + card.wageUnit()) + " "
                + (range
                        ? filled("posting.yenRange", card.wageMin(), card.wageMax())
                        : filled("posting.yen", card.wageMin()));
    }

    private static String word(String key) {
        return escaped(Words.japanese(key));
    }

    private static String filled(String key, Object... values) {
        return new MessageFormat(Words.japanese(key), Locale.JAPANESE).format(values);
    }

    private static void row(StringBuilder html, String name, String words) {
        html.append("<tr><th>")
                .append(word(name))
                .append("</th><td>")
                .append(escaped(words).replace("\n", "<br/>"))
                .append("</td></tr>");
    }
}
