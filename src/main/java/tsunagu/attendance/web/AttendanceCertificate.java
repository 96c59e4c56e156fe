package tsunagu.attendance.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import tsunagu.print.PdfPrinter;
import tsunagu.registration.Ticket;
import tsunagu.registration.TicketService;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Html;
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

    private String page(Ticket ticket) throws IOException {
        try (var in = AttendanceCertificate.class.getResourceAsStream("/print/certificate.html")) {
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
            String where = place.isEmpty() ? online : place;
            return fill(
                    page,
                    "title",
                    Words.japanese("event.certificate.title"),
                    "name",
                    ticket.holder() + " " + Words.japanese("event.certificate.honorific"),
                    "nameSize",
                    NameSize.of(ticket.holder()),
                    "sentence",
                    Words.japanese("event.certificate.sentence"),
                    "eventLabel",
                    Words.japanese("event.certificate.event"),
                    "event",
                    ticket.course()
                            ? ticket.session().eventTitle()
                            : (ticket.session().eventTitle() + " "
                                            + ticket.session().title())
                                    .strip(),
                    "dayLabel",
                    Words.japanese("event.ticket.when"),
                    "day",
                    ticket.daysPresent().stream()
                            .map(each -> Dates.day(each, Locale.JAPANESE))
                            .collect(Collectors.joining(Words.japanese("web.listSeparator"))),
                    "placeLabel",
                    Words.japanese("event.ticket.where"),
                    "place",
                    where,
                    "issued",
                    Dates.day(LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE), Locale.JAPANESE),
                    "city",
                    Words.japanese("web.municipality"),
                    "numberLabel",
                    Words.japanese("event.ticket.code"),
                    "number",
                    ticket.spacedCode());
        }
    }

    private static String fill(String page, String... namesAndValues) {
        String filled = page;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            filled = filled.replace("{" + namesAndValues[i] + "}", Html.escaped(namesAndValues[i + 1]));
        }
        return filled;
    }
}
