package tsunagu.watch.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tsunagu.watch.WatchService;
import tsunagu.web.RoutedRequest;

/**
 * Stops letters about new things. A mail program posts here without asking (RFC 8058); a person who opens the address gets a page
 * with one button, because mail programs and scanners open links by themselves and a mere look must not stop anything.
 */
@WebServlet("/internal/unsubscribe")
@MultipartConfig(maxFileSize = Unsubscribe.MOST_BYTES, maxRequestSize = Unsubscribe.MOST_BYTES)
public class Unsubscribe extends HttpServlet {

    /** One field; RFC 8058 recommends multipart/form-data for it, and allows the other form. */
    static final long MOST_BYTES = 10_000;

    private static final String FIELD = "List-Unsubscribe";
    private static final String ONE_CLICK = "One-Click";

    @Inject
    private transient WatchService watches;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!ONE_CLICK.equals(asked(request))) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        watches.stop(RoutedRequest.of(request).value("token"));
        response.setContentType("text/plain");
    }

    /** The parameters were read before anybody knew that the form has parts. */
    private static String asked(HttpServletRequest request) throws ServletException, IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return request.getParameter(FIELD);
        }
        Part part = request.getPart(FIELD);
        return part == null
                ? null
                : new String(part.getInputStream().readNBytes(ONE_CLICK.length() + 1), StandardCharsets.UTF_8);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(
                request.getContextPath() + "/stop/" + RoutedRequest.of(request).value("token"));
    }
}
