package tsunagu.registration.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tsunagu.registration.TicketService;
import tsunagu.web.QrDrawing;
import tsunagu.web.RoutedRequest;

/** The ticket's QR code as a drawing: 128 random bits, no personal data, error correction Q for cracked displays. */
@WebServlet("/internal/ticket-code")
public class TicketCode extends HttpServlet {

    @Inject
    private transient TicketService tickets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = tickets.ticket(RoutedRequest.of(request).value("ticket")).token();
        response.setContentType("image/svg+xml");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(QrDrawing.svg(token));
    }
}
