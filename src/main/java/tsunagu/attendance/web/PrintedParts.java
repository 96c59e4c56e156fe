package tsunagu.attendance.web;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.event.SessionTimes;
import tsunagu.print.Drawing;
import tsunagu.print.PdfPrinter;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Html;
import tsunagu.shared.Words;
import tsunagu.web.Dates;
import tsunagu.web.QrDrawing;

/** What poster, badges and lists on paper have in common. */
final class PrintedParts {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)\\}");

    private PrintedParts() {}

    static String template(String name) {
        try (var in = PrintedParts.class.getResourceAsStream("/print/" + name + ".html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A template with its {places} filled, in one pass: what people have written is never taken for a place.
     *
     * @param words by place; they are escaped
     * @param marked by place: XHTML as it is
     */
    static String filled(String name, Map<String, String> words, Map<String, String> marked) {
        return PLACE.matcher(template(name))
                .replaceAll(place -> Matcher.quoteReplacement(
                        marked.containsKey(place.group(1))
                                ? marked.get(place.group(1))
                                : Html.escaped(words.get(place.group(1)))));
    }

    /** Escaped; lines stay lines. */
    static String lines(String text) {
        return Html.escaped(text.strip()).replace("\r\n", "<br/>").replace("\n", "<br/>");
    }

    static String word(String key, Object... arguments) {
        return arguments.length == 0
                ? Words.japanese(key)
                : new MessageFormat(Words.japanese(key), Locale.JAPANESE).format(arguments);
    }

    /** Day and hours, as far as they are known. */
    static String when(SessionTimes times) {
        return (day(times) + " " + hours(times)).strip();
    }

    /** The same escaped, with hours that stay in one line. */
    static String whenMarked(SessionTimes times) {
        return Html.escaped(day(times)) + " <span class=\"hours\">" + Html.escaped(hours(times)) + "</span>";
    }

    private static String day(SessionTimes times) {
        return times.heldOn() == null ? times.fiscalYear().code() : Dates.day(times.heldOn(), Locale.JAPANESE);
    }

    /** What ends after midnight is written 25:30; "" where no hours are known. */
    private static String hours(SessionTimes times) {
        if (times.startsAt() == null) {
            return "";
        }
        return word(
                "event.print.hours",
                times.startsAt().atZone(FiscalYear.ZONE).toLocalTime().toString(),
                String.format(
                        Locale.ROOT,
                        "%02d:%02d",
                        times.end().toHours(),
                        times.end().toMinutesPart()));
    }

    /** A place for a drawing. @param size "25mm", "8em" */
    static String object(String id, String words, String width, String height) {
        String said = Html.escaped(words);
        return "<object type=\"" + PdfPrinter.DRAWING + "\" id=\"" + id + "\" alt=\"" + said + "\" title=\"" + said
                + "\" style=\"width:" + width + ";height:" + height + "\"></object>";
    }

    /** A two-dimensional code, as lines. */
    static Drawing code(String content) {
        boolean[][] rows = QrDrawing.modules(content);
        return (graphics, width, height) -> {
            double side = Math.min(width, height) / rows.length;
            Path2D dark = new Path2D.Double();
            for (int y = 0; y < rows.length; y++) {
                for (int x = 0; x < rows[y].length; x++) {
                    if (rows[y][x]) {
                        dark.append(new java.awt.geom.Rectangle2D.Double(x * side, y * side, side, side), false);
                    }
                }
            }
            graphics.setColor(Color.BLACK);
            graphics.fill(dark);
        };
    }
}
