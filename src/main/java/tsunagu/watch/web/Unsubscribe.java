package tsunagu.watch.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tsunagu.watch.WatchService;
import tsunagu.web.RoutedRequest;

/**
 * Stops letters about new things. A mail program posts here without asking (RFC 8058); a person who opens the address gets a page
 * with one button, because mail programs and scanners open links by themselves and a mere look must not stop anything.
 */
@WebServlet("/internal/unsubscribe")
public class Unsubscribe extends HttpServlet {

    private static final String ONE_CLICK = "One-Click";

    @Inject
    private transient WatchService watches;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!ONE_CLICK.equals(request.getParameter("List-Unsubscribe"))) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        watches.stop(RoutedRequest.of(request).value("token"));
        response.setContentType("text/plain");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/stop/" + RoutedRequest.of(request).value("token"));
    }
}
