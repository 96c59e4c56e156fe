package tsunagu.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.render.ResponseStateManager;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.primefaces.util.Constants;
import tsunagu.shared.Actor;
import tsunagu.shared.Allowances;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DatabaseWatch;
import tsunagu.shared.Languages;
import tsunagu.shared.Limit;
import tsunagu.shared.MovedException;
import tsunagu.shared.ProofNeededException;
import tsunagu.shared.RequestNumber;
import tsunagu.shared.Role;
import tsunagu.shared.Telemetry;
import tsunagu.shared.Viewings;

/**
 * Deny by default: finds the route of a request, checks the role, and only then lets the page answer. Addresses under
 * /en and /easy are the same pages in English and in plain Japanese. Static files and the component library's resources are the only things that pass
 * without a route.
 */
public class RouteFilter extends HttpFilter {

    private static final Pattern MACHINE =
            Pattern.compile("(?i)bot|crawl|spider|curl|wget|monitor|preview|java/|python");

    private static final Logger LOG = Logger.getLogger(RouteFilter.class.getName());

    /** Addresses the server would read otherwise than we do: none of ours needs these signs, so none is allowed them. */
    private static final Pattern CROOKED =
            Pattern.compile("\\.\\.|;|//|\\\\|%2e|%2f|%5c|%25", Pattern.CASE_INSENSITIVE);

    /** What the component library calls the state of a page it keeps. */
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9+/=_:-]{8,200}");

    /** A UUID in Base64. */
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9+/]{48}");

    /** What was said about an answer: after signing in again nothing has been done yet. */
    private static final Pattern OF_ONE_ANSWER = Pattern.compile("(^|&)(" + Web.DONE + "|" + Web.SAVED + ")=[^&]*");

    /** What the proxy calls a request; it overwrites what visitors send. */
    static final String NUMBER = "X-Request-Id";

    /** Where somebody shows that it is still them (room account). */
    private static final String PROOF = "/account/proof";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private transient CurrentActor currentActor;

    @Inject
    private transient Viewings viewings;

    @Inject
    private transient Opening opening;

    @Inject
    private transient DatabaseWatch database;

    @Inject
    private transient PageCache pages;

    @Inject
    private transient FormToken formToken;

    @Inject
    private transient Allowances allowances;

    @Inject
    private transient Downloads downloads;

    @Inject
    private transient Assets assets;

    @Inject
    private transient CompanyPages companies;

    @Inject
    private transient SessionKeeper sessions;

    @Inject
    private transient Telemetry telemetry;

    @Inject
    @Any
    private transient Instance<PageWatch> watches;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (CROOKED.matcher(path).find()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (path.startsWith("/assets/") || path.startsWith("/jakarta.faces.resource/")) {
            // An address that carries the content's version may be kept for a year.
            String query = request.getQueryString();
            Optional<Assets.Module> module = Assets.behind(path);
            if (path.startsWith("/assets/") && query != null && query.startsWith("v=")
                    || module.filter(assets::current).isPresent()) {
                response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            }
            if (module.isPresent()) {
                request.getRequestDispatcher(module.get().file()).forward(request, response);
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        Locale locale = Languages.of(path);
        path = Languages.without(path);
        RoutedRequest.put(request, new RoutedRequest(path, locale, Map.of(), true, false));
        if (!opening.open() || database.away()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        Optional<Routes.Found> found = Routes.find(path);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Route route = found.get().route();
        RoutedRequest.put(
                request, new RoutedRequest(path, locale, found.get().values(), !route.posts(), route.posts()));
        RequestNumber.<IOException, ServletException>during(
                request.getHeader(NUMBER), () -> told(route, request, response));
    }

    /** The route and what came of it, nothing of who asked for which record. */
    private void told(Route route, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try (Telemetry.Span span = telemetry.begin(request.getMethod() + " " + route.pattern())) {
            span.say("http.route", route.pattern());
            span.say("http.request.method", request.getMethod());
            span.say("tsunagu.request", RequestNumber.now());
            try {
                answer(route, request, response);
            } catch (IOException | ServletException | RuntimeException failure) {
                span.failed();
                throw failure;
            } finally {
                span.say("http.response.status_code", Integer.toString(response.getStatus()));
            }
        }
    }

    private void answer(Route route, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        boolean reading = READING.contains(request.getMethod());
        if (!reading && !(route.posts() && request.getMethod().equals("POST"))) {
            response.setHeader("Allow", route.posts() ? "GET, HEAD, POST" : "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        Actor actor;
        try {
            actor = RequestActor.of(request);
        } catch (RuntimeException databaseAway) {
            report(databaseAway, request, response);
            return;
        }
        if (!route.admits(actor)) {
            refuse(actor, reading, request, response);
            return;
        }
        CleanRequest clean;
        try {
            requireRoom(route, actor, request);
            clean = CleanRequest.of(request, route);
            requireOwnForm(route, actor, clean);
        } catch (RefusedRequest refused) {
            response.sendError(refused.kind().status());
            return;
        }
        if (route.signedIn() || route.posts() || actor.signedIn()) {
            response.setHeader("Cache-Control", "no-store");
        } else {
            response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
            response.setHeader("Vary", "Cookie");
        }
        boolean shared = !route.signedIn() && !route.posts() && !actor.signedIn();
        Supplier<Exception> work = () -> viewings.during(() -> orAnother(
                ofCompany(route, actor, clean).orElseGet(() -> forward(route, shared, clean, response)),
                route,
                actor,
                clean,
                response));
        Exception thrown = ActingCompany.during(
                currentActor,
                ActingCompany.of(route, actor, clean),
                clean,
                () -> RequestActor.proved(request)
                        ? currentActor.as(actor, work)
                        : currentActor.asUnproved(actor, work));
        if (thrown == null && response.getStatus() != HttpServletResponse.SC_NOT_FOUND && isReader(actor, request)) {
            watches.forEach(watch ->
                    watch.opened(route.pattern(), RoutedRequest.of(request).path()));
        }
        if (thrown != null) {
            report(thrown, request, response);
        }
    }

    /** What stands before the page where somebody acts for companies: a form for one they have left is not sent. */
    private Optional<Exception> ofCompany(Route route, Actor actor, HttpServletRequest request) {
        boolean form = request.getMethod().equals("POST")
                && route.roles().contains(Role.COMPANY)
                && actor.hasAny(Set.of(Role.COMPANY))
                && !route.pattern().equals(CompanyPages.CHOICE);
        return form && companies.left() ? Optional.of(new RefusedRequest(Failure.LEFT_COMPANY)) : Optional.empty();
    }

    /** What is not there for this company of theirs may be there for another one: by a button, because no page chooses by being opened. */
    private Exception orAnother(
            Exception thrown, Route route, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        boolean asked = thrown != null
                && !route.company().isEmpty()
                && request.getMethod().equals("GET")
                && actor.hasAny(Set.of(Role.COMPANY))
                && Failure.of(thrown, Failure.PROBLEM.status()) == Failure.NOT_FOUND
                && !response.isCommitted();
        Optional<String> choice = asked ? companies.choice(route, RoutedRequest.of(request)) : Optional.empty();
        if (choice.isEmpty()) {
            return thrown;
        }
        try {
            response.resetBuffer();
            response.sendRedirect(request.getContextPath() + choice.get());
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    /** Before anything of it is read: files are dear, and so are the forms of people nobody knows. */
    private void requireRoom(Route route, Actor actor, HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return;
        }
        if (actor.signedIn() && route.takesFile()) {
            require(Limit.UPLOAD_ACCOUNT, actor.accountId().toString());
        } else if (!actor.signedIn() && route.formForAnybody()) {
            require(Limit.VISITOR_NETWORK, Network.of(request.getRemoteAddr()));
        }
    }

    private void require(Limit limit, String key) {
        if (!allowances.take(limit, key).isZero()) {
            throw new RefusedRequest(Failure.TOO_MANY);
        }
    }

    /**
     * The page's state must be of the kind that this person's forms have: visitors have forms without a session, which carry a token;
     * everybody else's are in the session, so "stateless" is refused where it would pass the only other lock by.
     */
    private void requireOwnForm(Route route, Actor actor, CleanRequest request) {
        boolean stateless = route.formForAnybody() && !actor.signedIn();
        if (stateless) {
            RoutedRequest.put(request, RoutedRequest.of(request).keepingNothing());
        }
        if (!route.target().endsWith(".xhtml")) {
            // A form with a file is read by its servlet only: asked for a field here, the server would find none there.
            return;
        }
        String state = request.getParameter(ResponseStateManager.VIEW_STATE_PARAM);
        if (state == null) {
            return;
        }
        if (stateless && state.equals("stateless") && !formToken.remembered(request)) {
            throw new RefusedRequest(Failure.NO_COOKIES);
        }
        if (state.equals("stateless")
                ? !stateless || !formToken.fits(request)
                : stateless || !STATE.matcher(state).matches()) {
            throw new RefusedRequest(Failure.EXPIRED);
        }
        String nonce = request.getParameter(Constants.RequestParams.NONCE_PARAM);
        if (nonce != null && !NONCE.matcher(nonce).matches()) {
            // PrimeFaces would answer what is none of its own with a failure.
            throw new RefusedRequest(Failure.EXPIRED);
        }
    }

    /** A person who looks for something: not those whose page it is, and no machine that says what it is. */
    private static boolean isReader(Actor actor, HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return request.getMethod().equals("GET")
                && !actor.hasAny(Set.of(Role.COMPANY, Role.STAFF, Role.ADMINISTRATOR))
                && agent != null
                && !MACHINE.matcher(agent).find();
    }

    private Exception forward(Route route, boolean shared, HttpServletRequest request, HttpServletResponse response) {
        if (!Downloads.isOne(route)) {
            return made(route, shared, request, response);
        }
        String network = Network.of(request.getRemoteAddr());
        try {
            downloads.begin(network);
        } catch (RefusedRequest busy) {
            return busy;
        }
        try {
            return made(route, shared, request, response);
        } finally {
            downloads.end(network);
        }
    }

    private Exception made(Route route, boolean shared, HttpServletRequest request, HttpServletResponse response) {
        try {
            if (Downloads.fromFile(route)) {
                request.getRequestDispatcher(
                                route.target(RoutedRequest.of(request).values()))
                        .forward(request, response);
                return null;
            }
            if (!shared) {
                BufferedResponse page = new BufferedResponse(response);
                request.getRequestDispatcher(
                                route.target(RoutedRequest.of(request).values()))
                        .forward(request, page);
                viewings.write();
                sessions.keep(request);
                if (route.posts() && request.getMethod().equals("POST")) {
                    page.sendInOrder();
                } else {
                    page.sendNow();
                }
                return null;
            }
            Optional<String> key = pages.key(request, RoutedRequest.of(request).path());
            CachedPage kept = key.map(pages::get).orElse(null);
            if (kept == null) {
                require(Limit.SEARCH_NETWORK, Network.of(request.getRemoteAddr()));
                BufferedResponse page = new BufferedResponse(response);
                request.getRequestDispatcher(
                                route.target(RoutedRequest.of(request).values()))
                        .forward(request, page);
                kept = page.kept();
                if (kept == null) {
                    page.send();
                    return null;
                }
                if (key.isPresent()) {
                    pages.put(key.get(), kept);
                }
            }
            response.setHeader(
                    "Content-Language", RoutedRequest.of(request).locale().getLanguage());
            kept.send(response, request.getHeader("If-None-Match"));
            return null;
        } catch (IOException | ServletException | RuntimeException e) {
            return e;
        }
    }

    /** What has an answer of its own gets it without a stack trace; everything else is a fault and goes on. */
    private static void report(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof MovedException moved && !response.isCommitted()) {
                response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
                response.setHeader(
                        "Location",
                        request.getContextPath() + RoutedRequest.of(request).url(moved.path()));
                return;
            }
            if (each instanceof ProofNeededException && !response.isCommitted()) {
                response.resetBuffer();
                // What was typed stays in the tab, and is offered on the way back (kept-text.js).
                response.sendRedirect(RoutedRequest.of(request).url(PROOF) + "?next="
                        + URLEncoder.encode(backFrom(request), StandardCharsets.UTF_8));
                return;
            }
        }
        Failure kind = Failure.of(thrown, Failure.PROBLEM.status());
        if (kind != Failure.PROBLEM && !response.isCommitted()) {
            if (kind == Failure.UNAVAILABLE) {
                LOG.log(Level.WARNING, "Answered 503: {0}", root(thrown).toString());
            }
            response.sendError(kind.status());
        } else if (thrown instanceof IOException io) {
            throw io;
        } else {
            throw thrown instanceof ServletException servlet ? servlet : new ServletException(thrown);
        }
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    private static void refuse(Actor actor, boolean reading, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (actor.signedIn()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        // Whoever sends a form without a session had one when it was opened: sign in again, and the page offers what
        // was typed.
        response.sendRedirect(RoutedRequest.of(request).url("/sign-in") + "?next="
                + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8) + (reading ? "" : "&ended=yes"));
    }

    /** A page is come back to as it is; a file is taken from the page its link stands on, which the browser would otherwise never leave. */
    private static String backFrom(HttpServletRequest request) {
        String from = request.getHeader("Referer");
        boolean page = Routes.find(RoutedRequest.of(request).path())
                .filter(each -> each.route().target().endsWith(".xhtml"))
                .isPresent();
        if (page || from == null) {
            return wanted(request);
        }
        try {
            URI link = new URI(from);
            boolean own = request.getServerName().equals(link.getHost())
                    && link.getRawPath().matches("/[^/].*");
            return own
                    ? link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery())
                    : wanted(request);
        } catch (URISyntaxException notOurs) {
            return wanted(request);
        }
    }

    /** The address that was asked for, without what was said of one answer only. */
    private static String wanted(HttpServletRequest request) {
        String query = request.getQueryString() == null
                ? ""
                : OF_ONE_ANSWER.matcher(request.getQueryString()).replaceAll("");
        return request.getRequestURI() + (query.isEmpty() ? "" : "?" + query.replaceFirst("^&", ""));
    }
}
