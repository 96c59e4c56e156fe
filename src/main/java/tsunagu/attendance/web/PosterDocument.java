package tsunagu.attendance.web;

import static tsunagu.attendance.web.PrintedParts.lines;
import static tsunagu.attendance.web.PrintedParts.word;
import static tsunagu.shared.Html.escaped;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagu.event.EventView;
import tsunagu.event.Exhibiting;
import tsunagu.event.SessionOutcome;
import tsunagu.event.SessionView;
import tsunagu.print.Drawing;
import tsunagu.print.PdfPrinter;
import tsunagu.shared.CityContact;

/** The poster of an event, one sheet: set as large as all of it fits. */
final class PosterDocument {

    private static final int MOST_DAYS = 6;
    private static final int MOST_EXHIBITORS = 60;

    /** How much of a sheet a picture may take, in letters. */
    private static final double PICTURE_HIGH = 15;

    private static final double PICTURE_WIDE = 30;

    /** Size of the letters in points on A4, and how many of the description's; the last for whoever has a great deal to say. */
    private static final double[][] WAYS = {
        {28, 4000},
        {24, 4000},
        {22, 4000},
        {20, 4000},
        {18, 4000},
        {16, 4000},
        {14.5, 4000},
        {13, 4000},
        {12, 4000},
        {11, 4000},
        {10, 4000},
        {10, 1200},
        {10, 600},
        {9, 400},
        {9, 200},
        {8, 100},
        {7, 60},
        {6, 60}
    };

    /** @param scale of everything, 1 on A4 */
    enum Paper {
        A4(1),
        A3(Math.sqrt(2));

        private final double scale;

        Paper(double scale) {
            this.scale = scale;
        }
    }

    /** @param picture null for none @param address of the event's page */
    record Content(
            EventView event, List<Exhibiting> exhibitors, BufferedImage picture, String address, CityContact contact) {}

    private PosterDocument() {}

    static byte[] of(Content content, Paper paper, PdfPrinter printer) {
        Map<String, Drawing> drawings = new HashMap<>();
        drawings.put("code", PrintedParts.code(content.address()));
        if (content.picture() != null) {
            drawings.put(
                    "picture",
                    (graphics, width, height) ->
                            graphics.drawImage(content.picture(), 0, 0, (int) width, (int) height, null));
        }
        String template = PrintedParts.template("poster");
        return printer.onOneSheet(
                WAYS.length, way -> page(template, content, paper.scale, paper.name(), WAYS[way]), drawings);
    }

    private static String page(String template, Content content, double scale, String paper, double[] way) {
        return template.replace("{title}", escaped(content.event().title()))
                .replace("{paper}", paper)
                .replace("{size}", points(way[0] * scale))
                .replace("{margin}", points(13 * scale))
                .replace("{bottom}", points(52 * scale))
                .replace("{foot}", points(10.5 * scale))
                .replace("{codeRoom}", points(38 * scale))
                .replace("{body}", foot(content, scale) + body(content, (int) way[1]));
    }

    private static String points(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static String body(Content content, int letters) {
        EventView event = content.event();
        StringBuilder html = new StringBuilder("<p class=\"type\">")
                .append(escaped(word("event.type." + event.type())))
                .append("</p><h1 class=\"")
                .append(size(event.title()))
                .append("\">")
                .append(escaped(event.title()))
                .append("</h1>");
        if (content.picture() != null) {
            html.append(picture(content));
        }
        html.append(days(event)).append(facts(event));
        if (!event.description().isBlank()) {
            html.append("<p>")
                    .append(lines(shortened(event.description(), letters)))
                    .append("</p>");
        }
        return html.append(exhibitors(content.exhibitors())).toString();
    }

    /** Class of the letters a title is set in. */
    private static String size(String title) {
        int letters = title.codePointCount(0, title.length());
        return letters <= 14
                ? ""
                : letters <= 22 ? "long" : letters <= 40 ? "middle" : letters <= 90 ? "longer" : "longest";
    }

    private static String picture(Content content) {
        double wide = content.picture().getWidth();
        double high = content.picture().getHeight();
        double scale = Math.min(PICTURE_WIDE / wide, PICTURE_HIGH / high);
        String width = points(wide * scale) + "em";
        return "<div class=\"picture\" style=\"width:" + width + "\">"
                + PrintedParts.object("picture", content.event().title(), width, points(high * scale) + "em")
                + "</div>";
    }

    private static String days(EventView event) {
        List<SessionView> held = event.sessions().stream()
                .filter(each -> each.outcome() != SessionOutcome.NOT_HELD)
                .toList();
        StringBuilder html = new StringBuilder("<table class=\"days\"><tbody>");
        held.stream().limit(MOST_DAYS).forEach(each -> html.append("<tr><td><p class=\"when\">")
                .append(PrintedParts.whenMarked(each.times()))
                .append("</p><p class=\"place\">")
                .append(escaped(String.join("　", each.title(), each.place(), each.online() ? word("event.online") : "")
                        .strip()))
                .append("</p></td></tr>"));
        if (held.size() > MOST_DAYS) {
            html.append("<tr><td>")
                    .append(escaped(word("event.poster.more", held.size() - MOST_DAYS)))
                    .append("</td></tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private static String facts(EventView event) {
        StringBuilder html = new StringBuilder();
        String audience = event.sessions().stream()
                .flatMap(each -> each.countedRoles().stream())
                .distinct()
                .sorted()
                .map(each -> word("event.role." + each))
                .collect(Collectors.joining(word("web.listSeparator")));
        fact(html, "event.audience", audience);
        fact(html, "event.fee", fee(event));
        fact(html, "event.access", event.visit().access());
        fact(html, "event.bring", event.visit().bring());
        return html.isEmpty() ? "" : "<table class=\"facts\"><tbody>" + html + "</tbody></table>";
    }

    private static void fact(StringBuilder html, String key, String words) {
        if (!words.isBlank()) {
            html.append("<tr><th>")
                    .append(escaped(word(key)))
                    .append("</th><td>")
                    .append(lines(words))
                    .append("</td></tr>");
        }
    }

    private static String fee(EventView event) {
        Integer yen = event.visit().fee();
        String said = yen == null ? "" : yen == 0 ? word("event.fee.free") : word("event.fee.yen", yen);
        return (said + " " + event.visit().feeWords()).strip();
    }

    private static String exhibitors(List<Exhibiting> all) {
        if (all.isEmpty()) {
            return "";
        }
        String names = all.stream()
                .limit(MOST_EXHIBITORS)
                .map(each -> escaped(each.name()))
                .collect(Collectors.joining("　／　"));
        int more = all.size() - MOST_EXHIBITORS;
        return "<h2>" + escaped(word("event.exhibitors", all.size())) + "</h2><p>" + names
                + (more > 0 ? "　" + escaped(word("event.poster.moreExhibitors", more)) : "") + "</p>";
    }

    private static String shortened(String text, int letters) {
        return text.codePointCount(0, text.length()) <= letters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, letters)).strip() + "…";
    }

    private static String foot(Content content, double scale) {
        CityContact city = content.contact();
        String side = points(34 * scale) + "mm";
        StringBuilder html = new StringBuilder("<div class=\"foot\"><table><tbody><tr><td class=\"code\">")
                .append(PrintedParts.object("code", content.address(), side, side))
                .append("</td><td><p class=\"how\">")
                .append(escaped(word("event.poster.how")))
                .append("</p><p>")
                .append(escaped(content.address()))
                .append("</p><p>")
                .append(escaped(word("event.poster.organiser", word("web.municipality"))))
                .append("</p>");
        if (!city.none()) {
            html.append("<p>")
                    .append(escaped(
                            (word("event.poster.contact", city.office(), city.phone()) + " " + city.hours()).strip()))
                    .append("</p>");
        }
        return html.append("<p>")
                .append(escaped(word("web.portal")))
                .append("</p></td></tr></tbody></table></div>")
                .toString();
    }
}
