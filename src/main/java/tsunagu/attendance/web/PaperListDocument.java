package tsunagu.attendance.web;

import static tsunagu.attendance.web.PrintedParts.word;
import static tsunagu.shared.Html.escaped;

import java.util.Locale;
import tsunagu.attendance.DoorInboxService.PaperList;
import tsunagu.event.SessionView;
import tsunagu.print.PdfPrinter;
import tsunagu.registration.CompanionWords;
import tsunagu.registration.Roster;

/** 紙の名簿: to be ticked and signed at a door without a phone; with empty lines for who comes without having registered. */
final class PaperListDocument {

    private static final int EMPTY_LINES = 8;

    private PaperListDocument() {}

    static byte[] of(PaperList list, PdfPrinter printer) {
        SessionView session = list.session();
        StringBuilder html = new StringBuilder("<h1>" + escaped(word("event.paper.title")) + "</h1><p>"
                + escaped((session.eventTitle() + " " + session.title()).strip()) + "</p><p>"
                + escaped(PrintedParts.when(session.times()) + "　" + session.place()) + "</p><table><thead><tr>");
        head(html, "number", "event.print.number");
        head(html, "came", "event.paper.came");
        head(html, "", "event.door.person");
        head(html, "role", "event.door.role");
        head(html, "code", "event.paper.code");
        head(html, "sign", "event.paper.remark");
        html.append("</tr></thead><tbody>");
        int number = 0;
        for (Roster.Row each : list.people()) {
            number++;
            html.append(line(number, each));
        }
        for (int i = 0; i < EMPTY_LINES; i++) {
            number++;
            html.append(line(number, "", "", "", ""));
        }
        return printer.print(PrintedParts.template("paper-list")
                .replace("{title}", escaped(word("event.paper.title") + " " + session.eventTitle()))
                .replace("{body}", html.append("</tbody></table>").toString()));
    }

    private static void head(StringBuilder html, String style, String key) {
        html.append("<th class=\"")
                .append(style)
                .append("\">")
                .append(escaped(word(key)))
                .append("</th>");
    }

    private static String line(int number, Roster.Row row) {
        String with = row.companions().persons() == 0
                ? ""
                : "<p class=\"small\">"
                        + escaped(word("event.paper.with") + " " + CompanionWords.of(row.companions(), Locale.JAPANESE))
                        + (row.names().isEmpty()
                                ? ""
                                : "<br/>" + escaped(String.join(word("web.listSeparator"), row.names())))
                        + "</p>";
        String visit = row.visit().said()
                ? "<p class=\"small\">"
                        + escaped((row.visit().words() + " " + row.visit().telephone()).strip()) + "</p>"
                : "";
        return line(
                number,
                (row.reading().isEmpty() ? "" : "<p class=\"small\">" + escaped(row.reading()) + "</p>") + "<p>"
                        + escaped(row.name()) + "</p>" + visit + with,
                escaped(word("event.role." + row.role())),
                escaped(row.code()),
                row.expected() ? "" : escaped(word("event.registrationState." + row.state())));
    }

    /** @param remark of the signature box, above the line */
    private static String line(int number, String name, String role, String code, String remark) {
        return "<tr><td class=\"number\">" + number + "</td><td class=\"came\"><div class=\"box\"></div></td><td>"
                + name
                + "</td><td class=\"role\">" + role + "</td><td class=\"code\">" + code + "</td><td class=\"sign\">"
                + remark
                + "</td></tr>";
    }
}
