package tsunagu.attendance.web;

import static java.util.Map.entry;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagu.print.PdfPrinter;
import tsunagu.registration.Ticket;
import tsunagu.registration.TicketService;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Words;
import tsunagu.web.Dates;
import tsunagu.web.NameSize;
import tsunagu.web.NoPdf;
import tsunagu.web.RoutedRequest;

/** 参加証明書: that this person was at this session, as the door recorded it; for a travel subsidy or a school. */
@WebServlet("/internal/certificate")
public class AttendanceCertificate extends HttpServlet {

    @Inject
    private transient TicketService tickets;

    @Inject
    private transient PdfPrinter printer;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Ticket ticket = tickets.ticket(RoutedRequest.of(request).value("ticket"));
        if (ticket.presentSince() == null) {
            throw new NotFoundException("certificate before the door");
        }
        byte[] pdf;
        try {
            pdf = printer.print(page(ticket));
        } catch (DomainException noPdf) {
            NoPdf.because(noPdf, response, Locale.JAPANESE);
            return;
        }
        response.setContentType("application/pdf");
        response.setContentLength(pdf.length);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "inline; filename=\"certificate.pdf\"");
        response.getOutputStream().write(pdf);
    }

    private String page(Ticket ticket) {
        String online = ticket.session().online() ? Words.japanese("event.online") : "";
        String place = ticket.course()
                ? ticket.days().stream()
                        .filter(each ->
                                ticket.daysPresent().contains(each.times().heldOn()))
                        .map(each -> each.place())
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(Words.japanese("web.listSeparator")))
                : ticket.session().place();
        return PrintedParts.filled(
                "certificate",
                Map.ofEntries(
                        entry("title", Words.japanese("event.certificate.title")),
                        entry("name", ticket.holder() + " " + Words.japanese("event.certificate.honorific")),
                        entry("nameSize", NameSize.of(ticket.holder())),
                        entry("sentence", Words.japanese("event.certificate.sentence")),
                        entry("eventLabel", Words.japanese("event.certificate.event")),
                        entry(
                                "event",
                                ticket.course()
                                        ? ticket.session().eventTitle()
                                        : (ticket.session().eventTitle() + " "
                                                        + ticket.session().title())
                                                .strip()),
                        entry("dayLabel", Words.japanese("event.ticket.when")),
                        entry(
                                "day",
                                ticket.daysPresent().stream()
                                        .map(each -> Dates.day(each, Locale.JAPANESE))
                                        .collect(Collectors.joining(Words.japanese("web.listSeparator")))),
                        entry("placeLabel", Words.japanese("event.ticket.where")),
                        entry("place", place.isEmpty() ? online : place),
                        entry(
                                "issued",
                                Dates.day(LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE), Locale.JAPANESE)),
                        entry("city", Words.japanese("web.municipality")),
                        entry("numberLabel", Words.japanese("event.ticket.code")),
                        entry("number", ticket.spacedCode())),
                Map.of());
    }
}
