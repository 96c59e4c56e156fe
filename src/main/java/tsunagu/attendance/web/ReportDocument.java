package tsunagu.attendance.web;

import static tsunagu.shared.Html.escaped;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tsunagu.print.PdfPrinter;
import tsunagu.shared.SpreadsheetCell;
import tsunagu.shared.Words;

/** 開催の報告 as text: XHTML for {@link PdfPrinter}, A4 landscape, and CSV with a mark at its beginning, so that spreadsheets read it. */
final class ReportDocument {

    private ReportDocument() {}

    static byte[] of(ReportSheet sheet, PdfPrinter printer) {
        try (var in = ReportDocument.class.getResourceAsStream("/print/report.html")) {
            return printer.print(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{title}", escaped(sheet.title() + " " + sheet.event()))
                    .replace("{body}", body(sheet)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(ReportSheet sheet) {
        StringBuilder html = new StringBuilder("<h1>" + escaped(sheet.title()) + "</h1><p class=\"event\">"
                + escaped(sheet.event()) + "</p><p>" + escaped(sheet.standing()) + "</p>");
        sheet.sums().forEach(each -> html.append("<p>").append(escaped(each)).append("</p>"));
        html.append("<h2>").append(word("event.report.way")).append("</h2><table class=\"steps\"><tbody>");
        for (ReportSheet.Step each : sheet.steps()) {
            html.append("<tr><th>").append(escaped(each.name())).append("</th><td class=\"number\">");
            html.append(number(each.people()))
                    .append("</td><td class=\"share\">")
                    .append(escaped(each.share()));
            html.append("</td><td class=\"room\"><div class=\"bar\" style=\"width:")
                    .append(each.bar())
                    .append("%\"></div></td></tr>");
        }
        html.append("</tbody></table><h2>")
                .append(word("event.report.bySession"))
                .append("</h2>");
        table(html, sheet.numberHead(), sheet.columns(), sheet.rows());
        if (!sheet.roles().isEmpty()) {
            html.append("<h2>").append(word("event.report.byRole")).append("</h2>");
            table(html, sheet.roleHead(), sheet.roleColumns(), sheet.roles());
        }
        return html.append("<p class=\"note\">")
                .append(escaped(sheet.notes()))
                .append("</p>")
                .toString();
    }

    private static String word(String key) {
        return escaped(Words.japanese(key));
    }

    private static void table(StringBuilder html, String head, List<String> columns, List<ReportSheet.Row> rows) {
        html.append("<table><thead><tr><th>").append(escaped(head)).append("</th>");
        columns.forEach(each ->
                html.append("<th class=\"number\">").append(escaped(each)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (ReportSheet.Row row : rows) {
            html.append("<tr><th>").append(escaped(row.name())).append("</th>");
            row.numbers().forEach(each -> html.append("<td class=\"number\">")
                    .append(number(each))
                    .append("</td>"));
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private static String number(int number) {
        return NumberFormat.getIntegerInstance(Locale.JAPAN).format(number);
    }

    static String csv(ReportSheet sheet) {
        StringWriter text = new StringWriter();
        text.write('\ufeff');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            part(csv, sheet.numberHead(), sheet.columns(), sheet.rows());
            csv.writeRecord("");
            part(csv, sheet.roleHead(), sheet.roleColumns(), sheet.roles());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void part(CsvWriter csv, String head, List<String> columns, List<ReportSheet.Row> rows) {
        csv.writeRecord(Stream.concat(Stream.of(head), columns.stream())
                .map(SpreadsheetCell::safe)
                .toList());
        for (ReportSheet.Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(SpreadsheetCell.safe(row.name())));
            row.numbers().forEach(each -> cells.add(String.valueOf(each)));
            csv.writeRecord(cells);
        }
    }
}
