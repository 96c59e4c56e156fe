package tsunagu.registration.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tsunagu.registration.SessionCalendar;
import tsunagu.registration.Ticket;
import tsunagu.registration.TicketService;
import tsunagu.web.RoutedRequest;

/** The ticket as a calendar file. */
@WebServlet("/internal/ticket-calendar")
public class TicketCalendar extends HttpServlet {

    @Inject
    private transient TicketService tickets;

    @Inject
    private transient SessionCalendar calendars;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Ticket ticket = tickets.ticket(RoutedRequest.of(request).value("ticket"));
        response.setContentType("text/calendar");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"tsunagu.ics\"");
        response.getWriter().write(calendars.text(ticket));
    }
}
