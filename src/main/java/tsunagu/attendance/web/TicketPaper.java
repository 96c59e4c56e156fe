package tsunagu.attendance.web;

import static java.util.Map.entry;
import static tsunagu.shared.Html.escaped;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.event.SessionTimes;
import tsunagu.event.SessionView;
import tsunagu.print.PdfPrinter;
import tsunagu.registration.Ticket;
import tsunagu.registration.TicketService;
import tsunagu.shared.CityContact;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Readings;
import tsunagu.shared.Words;
import tsunagu.web.Dates;
import tsunagu.web.NameSize;
import tsunagu.web.NoPdf;
import tsunagu.web.PublicAddress;
import tsunagu.web.RoutedRequest;

/**
 * A ticket on paper, for whoever has no phone at the door or an empty one: the same code and number as on the screen, in the language of
 * the page (plain Japanese without its readings). There is none for a seat that does not hold.
 */
@WebServlet("/internal/ticket-paper")
public class TicketPaper extends HttpServlet {

    @Inject
    private transient TicketService tickets;

    @Inject
    private transient PdfPrinter printer;

    @Inject
    private transient PublicAddress address;

    @Inject
    private transient Dates dates;

    @Inject
    private transient CityContact.Known city;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RoutedRequest routed = RoutedRequest.of(request);
        Ticket ticket = tickets.ticket(routed.value("ticket"));
        if (!ticket.valid()) {
            throw new NotFoundException("paper of a ticket that opens no door");
        }
        byte[] pdf;
        try {
            pdf = printer.print(page(ticket, routed.locale()), Map.of("code", PrintedParts.code(ticket.token())));
        } catch (DomainException noPdf) {
            NoPdf.because(noPdf, response, routed.locale());
            return;
        }
        response.setContentType("application/pdf");
        response.setContentLength(pdf.length);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "inline; filename=\"ticket.pdf\"");
        response.getOutputStream().write(pdf);
    }

    private String page(Ticket ticket, Locale language) {
        SessionView session = ticket.session();
        return PrintedParts.filled(
                "ticket",
                Map.ofEntries(
                        entry("language", language.getLanguage()),
                        entry("kind", word("event.ticket.title", language)),
                        entry("title", ticket.course() ? session.eventTitle() : named(session)),
                        entry("titleSize", NameSize.of(ticket.course() ? session.eventTitle() : named(session))),
                        entry("codeLabel", word("event.ticket.code", language)),
                        entry("number", ticket.spacedCode()),
                        entry("lead", word("event.ticket.paperLead", language)),
                        entry("changeLabel", word("event.ticket.paperChange", language)),
                        entry("change", address.of("/tickets/" + ticket.token())),
                        entry("contact", contact())),
                Map.of(
                        "code",
                        PrintedParts.object("code", word("event.ticket.codeAlt", language), "62mm", "62mm"),
                        "rows",
                        rows(ticket, language)));
    }

    private static String named(SessionView session) {
        return (session.eventTitle() + " " + session.title()).strip();
    }

    private String rows(Ticket ticket, Locale language) {
        List<SessionView> days =
                ticket.days().stream().filter(each -> !each.calledOff()).toList();
        String places = days.stream()
                .map(SessionView::place)
                .filter(each -> !each.isEmpty())
                .distinct()
                .map(TicketPaper::escapedLine)
                .collect(Collectors.joining());
        String links = days.stream()
                .map(each -> ticket.links().getOrDefault(each.id(), ""))
                .filter(each -> !each.isEmpty())
                .distinct()
                .map(TicketPaper::escapedLine)
                .collect(Collectors.joining());
        return row(
                        "event.ticket.when",
                        days.stream()
                                .map(each -> escapedLine(when(each.times(), language)))
                                .collect(Collectors.joining()),
                        language)
                + row("event.ticket.where", places, language)
                + row("event.ticket.join", links, language)
                + row("event.ticket.holder", escaped(ticket.holder()), language)
                + row("event.ticket.role", escaped(word("event.role." + ticket.role(), language)), language)
                + row(
                        "event.ticket.together",
                        ticket.companions().persons() == 0
                                ? ""
                                : escaped(Integer.toString(ticket.companions().persons() + 1)),
                        language)
                + row("event.roster.class", escaped(ticket.visit().words()), language);
    }

    private static String row(String key, String marked, Locale language) {
        return marked.isEmpty() ? "" : "<tr><th>" + escaped(word(key, language)) + "</th><td>" + marked + "</td></tr>";
    }

    private static String escapedLine(String text) {
        return "<div>" + escaped(text) + "</div>";
    }

    private String when(SessionTimes times, Locale language) {
        String day = times.heldOn() == null ? times.fiscalYear().code() : Dates.day(times.heldOn(), language);
        return times.startsAt() == null
                ? day
                : day + " " + Readings.without(dates.times(times.startsAt(), times.endsAt()));
    }

    /** Whom to ask; only the city's name where nothing is set. */
    private String contact() {
        CityContact contact = city.contact();
        return Stream.of(Words.japanese("web.municipality"), contact.office(), contact.phone(), contact.mail())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String word(String key, Locale language) {
        return Readings.without(Words.of(key, language));
    }
}
