package tsunagu.seeker.web;

import static tsunagu.shared.Html.escaped;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import tsunagu.print.PdfPrinter;
import tsunagu.seeker.OwnDataService;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Words;
import tsunagu.web.Dates;
import tsunagu.web.NoPdf;
import tsunagu.web.RoutedRequest;

/** Everything kept about the person who asks: as JSON for machines, as PDF to read. */
@WebServlet("/internal/own-data")
public class OwnDataFile extends HttpServlet {

    @Inject
    private transient OwnDataService data;

    @Inject
    private transient PdfPrinter printer;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String format = RoutedRequest.of(request).value("format");
        Locale language = RoutedRequest.of(request).locale();
        response.setHeader("Cache-Control", "no-store");
        switch (format) {
            case "json" ->
                send(
                        response,
                        "application/json",
                        "json",
                        json(data.tell(language)).getBytes(StandardCharsets.UTF_8));
            case "pdf" -> {
                try {
                    send(response, "application/pdf", "pdf", printer.print(page(data.tell(language), language)));
                } catch (DomainException noPdf) {
                    NoPdf.because(noPdf, response, language);
                }
            }
            default -> throw new NotFoundException("format " + format);
        }
    }

    private static void send(HttpServletResponse response, String type, String suffix, byte[] content)
            throws IOException {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"tsunagu-my-data." + suffix + "\"");
        response.getOutputStream().write(content);
    }

    private static String json(OwnDataService.OwnData own) {
        JsonObjectBuilder all = Json.createObjectBuilder().add("at", own.at().toString());
        for (OwnDataService.Section section : own.sections()) {
            JsonArrayBuilder records = Json.createArrayBuilder();
            for (Map<String, String> record : section.records()) {
                JsonObjectBuilder fields = Json.createObjectBuilder();
                record.forEach(fields::add);
                records.add(fields);
            }
            all.add(section.name(), records);
        }
        return all.build().toString();
    }

    private static String page(OwnDataService.OwnData own, Locale language) {
        StringBuilder html = new StringBuilder(
                "<html lang=\"" + language.getLanguage() + "\"><head><title>"
                        + escaped(Words.of("seeker.data.title", language)) + "</title><style>body { font-family: '"
                        + PdfPrinter.FAMILY
                        + "'; font-size: 10pt; line-height: 1.6 } h1 { font-size: 16pt } h2 { font-size: 12pt; border-bottom: 1px solid #888 }"
                        + " table { width: 100%; border-collapse: collapse; margin-bottom: 4mm } th { width: 28%; text-align: left; vertical-align: top;"
                        + " font-weight: 400; color: #444 } td { word-wrap: break-word } @page { size: A4; margin: 18mm }</style></head><body>");
        html.append("<h1>")
                .append(escaped(Words.of("seeker.data.title", language)))
                .append("</h1><p>")
                .append(escaped(Dates.moment(own.at(), language)))
                .append("</p>");
        for (OwnDataService.Section section : own.sections()) {
            html.append("<h2>")
                    .append(escaped(Words.of("seeker.section." + section.name(), language)))
                    .append("</h2>");
            if (section.records().isEmpty()) {
                html.append("<p>")
                        .append(escaped(Words.of("seeker.data.nothing", language)))
                        .append("</p>");
            }
            for (Map<String, String> record : section.records()) {
                html.append("<table>");
                record.forEach((name, value) -> html.append("<tr><th>")
                        .append(escaped(OwnDataLabels.of(name, language)))
                        .append("</th><td>")
                        .append(escaped(value))
                        .append("</td></tr>"));
                html.append("</table>");
            }
        }
        return html.append("</body></html>").toString();
    }
}
