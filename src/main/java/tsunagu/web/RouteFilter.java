package tsunagu.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;

/**
 * Deny by default: finds the route of a request, checks the role, and only then lets the page answer. Addresses under
 * /en are the same pages in English. Static files and the component library's resources are the only things that pass
 * without a route.
 */
public class RouteFilter extends HttpFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private transient CurrentActor currentActor;

    @Inject
    private transient Opening opening;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/assets/") || path.startsWith("/jakarta.faces.resource/")) {
            chain.doFilter(request, response);
            return;
        }
        Locale locale = Locale.JAPANESE;
        if (path.equals("/en") || path.startsWith("/en/")) {
            locale = Locale.ENGLISH;
            path = path.length() <= 4 ? "/" : path.substring(3);
        }
        RoutedRequest.put(request, new RoutedRequest(path, locale, Map.of()));
        if (!opening.open()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        for (Route route : Routes.ALL) {
            Optional<Map<String, String>> values = route.match(path);
            if (values.isPresent()) {
                RoutedRequest.put(request, new RoutedRequest(path, locale, values.get()));
                answer(route, request, response);
                return;
            }
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private void answer(Route route, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        boolean reading = READING.contains(request.getMethod());
        if (!reading && !(route.posts() && request.getMethod().equals("POST"))) {
            response.setHeader("Allow", route.posts() ? "GET, HEAD, POST" : "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        Actor actor = RequestActor.of(request);
        if (!route.admits(actor)) {
            refuse(actor, reading, request, response);
            return;
        }
        if (route.signedIn() || route.posts() || actor.signedIn()) {
            response.setHeader("Cache-Control", "no-store");
        } else {
            response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
            response.setHeader("Vary", "Cookie");
        }
        Failure failure = currentActor.as(actor, () -> forward(route, request, response));
        failure.rethrow();
    }

    private static Failure forward(Route route, HttpServletRequest request, HttpServletResponse response) {
        try {
            request.getRequestDispatcher(route.target()).forward(request, response);
            return new Failure(null, null);
        } catch (IOException e) {
            return new Failure(e, null);
        } catch (ServletException e) {
            return new Failure(null, e);
        }
    }

    private static void refuse(
            Actor actor, boolean reading, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (actor.signedIn() || !reading) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String wanted = request.getRequestURI()
                + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        response.sendRedirect(RoutedRequest.of(request).url("/sign-in")
                + "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    /** Carries a checked exception out of the supplier in which the actor is set. */
    private record Failure(IOException io, ServletException servlet) {

        void rethrow() throws IOException, ServletException {
            if (io != null) {
                throw io;
            }
            if (servlet != null) {
                throw servlet;
            }
        }
    }
}
