package tsunagu.attendance.web;

import static tsunagu.attendance.web.PrintedParts.word;
import static tsunagu.shared.Html.escaped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import tsunagu.event.AttendanceRole;
import tsunagu.event.Exhibiting;
import tsunagu.event.SessionView;
import tsunagu.print.Drawing;
import tsunagu.print.PdfPrinter;
import tsunagu.registration.Roster;
import tsunagu.web.Dates;
import tsunagu.web.NameSize;

/** Badges of a session, ten to a sheet of A4: 90 by 54.4 millimetres, for holders of 91 by 55. */
final class BadgeDocument {

    private static final int ON_A_SHEET = 10;
    private static final int LONGEST_EVENT = 36;
    private static final int LONGEST_FIRM = 36;

    /**
     * @param name "" to be written on
     * @param firm of an exhibitor, with the booth; ""
     * @param role "" where it is to be written on
     * @param code content of the code; "" for who has no ticket of their own
     */
    record Badge(String name, String reading, String firm, String role, String code) {

        static Badge blank(String role) {
            return new Badge("", "", "", role, "");
        }
    }

    private BadgeDocument() {}

    /** Of everybody who is expected, and of those who come along: by name, or to write on. @param ticket of a registration */
    static List<Badge> people(List<Roster.Row> rows, LongFunction<String> ticket) {
        List<Badge> badges = new ArrayList<>();
        for (Roster.Row row : rows) {
            if (!row.expected()) {
                continue;
            }
            badges.add(new Badge(row.name(), row.reading(), "", role(row.role()), ticket.apply(row.registration())));
            List<AttendanceRole> kinds = row.companions().byRole().entrySet().stream()
                    .flatMap(each -> Collections.nCopies(each.getValue(), each.getKey()).stream())
                    .toList();
            for (int i = 0; i < kinds.size(); i++) {
                String name = i < row.names().size() ? row.names().get(i) : "";
                badges.add(new Badge(name, "", "", role(kinds.get(i)), ""));
            }
        }
        return badges;
    }

    /** Of each who stands at a booth, as far as the names are known; else one of the firm to write on. */
    static List<Badge> exhibitors(List<Exhibiting> all) {
        return all.stream()
                .flatMap(each -> {
                    String firm = (each.exhibit().booth() + " " + each.name()).strip();
                    List<String> names = Arrays.stream(each.exhibit().staff().split("[\\u3001,\uff0c;\uff1b/\uff0f\n]"))
                            .map(String::strip)
                            .filter(name -> !name.isEmpty())
                            .toList();
                    return (names.isEmpty() ? List.of("") : names)
                            .stream().map(name -> new Badge(name, "", firm, role(AttendanceRole.EXHIBITOR), ""));
                })
                .toList();
    }

    /** A sheet to write on. @param role "" for any */
    static List<Badge> sheet(String role) {
        return Collections.nCopies(ON_A_SHEET, Badge.blank(role));
    }

    static String role(AttendanceRole role) {
        return word("event.role." + role);
    }

    static byte[] of(SessionView session, List<Badge> badges, PdfPrinter printer) {
        Map<String, Drawing> drawings = new HashMap<>();
        LocalDate day = session.times().heldOn();
        String event = session.eventTitle();
        String when = day == null ? "" : Dates.day(day, Locale.JAPANESE);
        StringBuilder html = new StringBuilder();
        for (int from = 0; from < badges.size(); from += ON_A_SHEET) {
            List<Badge> sheet = badges.subList(from, Math.min(badges.size(), from + ON_A_SHEET));
            html.append("<table class=\"sheet")
                    .append(from + ON_A_SHEET >= badges.size() ? " last" : "")
                    .append("\"><tbody>");
            for (int i = 0; i < sheet.size(); i += 2) {
                html.append("<tr><td>")
                        .append(badge(sheet.get(i), event, when, drawings))
                        .append("</td><td>")
                        .append(i + 1 < sheet.size() ? badge(sheet.get(i + 1), event, when, drawings) : "")
                        .append("</td></tr>");
            }
            html.append("</tbody></table>");
        }
        return printer.print(
                PrintedParts.template("badges")
                        .replace("{title}", escaped(word("event.badges.title") + " " + event))
                        .replace("{body}", html),
                drawings);
    }

    private static String badge(Badge badge, String event, String day, Map<String, Drawing> drawings) {
        String size = NameSize.of(badge.name());
        StringBuilder html =
                new StringBuilder("<div class=\"badge" + (badge.code().isEmpty() ? "" : " coded") + "\">");
        if (!badge.code().isEmpty()) {
            String id = "code" + drawings.size();
            drawings.put(id, PrintedParts.code(badge.code()));
            html.append("<div class=\"code\">")
                    .append(PrintedParts.object(id, word("event.ticket.codeAlt"), "25mm", "25mm"))
                    .append("</div>");
        }
        part(html, "event", shortened(event, LONGEST_EVENT));
        part(html, "day", day);
        part(html, "firm", shortened(badge.firm(), LONGEST_FIRM));
        part(html, "reading " + size, badge.reading());
        if (badge.name().isEmpty()) {
            html.append("<div class=\"write\"></div>");
        } else {
            part(html, "name " + size, badge.name());
        }
        part(html, "role", badge.role());
        return html.append("</div>").toString();
    }

    /** The names of the event and of the firm may be cut, the person's may not. */
    private static String shortened(String words, int longest) {
        return words.codePointCount(0, words.length()) <= longest
                ? words
                : words.substring(0, words.offsetByCodePoints(0, longest)) + "…";
    }

    private static void part(StringBuilder html, String style, String words) {
        if (!words.isEmpty()) {
            html.append("<p class=\"")
                    .append(style.strip())
                    .append("\">")
                    .append(escaped(words))
                    .append("</p>");
        }
    }
}
