package tsunagu.event.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import tsunagu.event.RegistrationService;
import tsunagu.event.SessionView;
import tsunagu.event.Ticket;
import tsunagu.web.CalendarText;
import tsunagu.web.RoutedRequest;

/**
 * The ticket as a calendar entry (RFC 5545). Times are given in UTC, which every calendar shows in its owner's zone and
 * which needs no time-zone table. The UID stays the same for the registration's life.
 */
@WebServlet("/internal/ticket-calendar")
public class TicketCalendar extends HttpServlet {

    @Inject
    private transient RegistrationService registrations;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Ticket ticket = registrations.ticket(RoutedRequest.of(request).value("ticket"));
        response.setContentType("text/calendar");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"tsunagu.ics\"");
        response.getWriter().write(CalendarText.folded(calendar(ticket)));
    }

    static Calendar calendar(Ticket ticket) {
        SessionView session = ticket.session();
        Instant start = session.times().startsAt();
        String title = session.title().isEmpty() ? session.eventTitle() : session.eventTitle() + " " + session.title();
        VEvent event = new VEvent(new PropertyList(List.of(
                new Uid(uid(ticket)),
                new DtStamp(ticket.createdAt()),
                new DtStart<>(start),
                new DtEnd<>(session.times().endsAt()),
                new Summary(title),
                new Location(session.place()),
                new Description(ticket.onlineUrl().isEmpty() ? ticket.spacedCode() : ticket.onlineUrl()),
                new Sequence(ticket.live() ? 0 : 1),
                new Status(ticket.live() ? Status.VALUE_CONFIRMED : Status.VALUE_CANCELLED))));
        return CalendarText.calendar(List.of(event));
    }

    /** Does not contain the ticket's secret: a shared calendar must not be a ticket. */
    private static String uid(Ticket ticket) {
        byte[] seed = ("tsunagu:" + ticket.token()).getBytes(StandardCharsets.UTF_8);
        return java.util.UUID.nameUUIDFromBytes(seed) + "@tsunagu";
    }
}
