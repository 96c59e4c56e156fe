package tsunagu.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.shared.Actor;
import tsunagu.shared.CityContact;
import tsunagu.shared.DemonstrationLoading;
import tsunagu.shared.Html;
import tsunagu.shared.Languages;
import tsunagu.shared.Readings;
import tsunagu.shared.RequestNumber;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.Words;

/**
 * Every error page. Plain HTML from a template, because a page that reports a failure must not need the parts that may
 * have failed (Faces, session, database).
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(ErrorServlet.class.getName());
    private static final int RETRY_SECONDS = 30;

    /** While the portal opens, its page is asked for again by itself. */
    private static final int OPENING_SECONDS = 5;

    /** What a form carries for itself has none of it: a letter that is not Latin, a blank, a mail or web address, a telephone number. */
    private static final Pattern WRITTEN =
            Pattern.compile("[^\\x21-\\x7e]|@|://|^0[0-9]{1,4}-?[0-9]{1,4}-?[0-9]{3,4}$");

    private static final Pattern NOT_WRITTEN =
            Pattern.compile("(?i)password|secret|token|nonce|viewstate|code|^" + ActingCompany.FIELD + "$|^act|^form$");

    @Inject
    private Opening opening;

    @Inject
    private CityContact.Known city;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Failure kind =
                opening.open() ? Failure.of(failure, code instanceof Integer status ? status : 404) : Failure.OPENING;
        String incident = "";
        if (kind == Failure.PROBLEM) {
            incident = Secrets.name(8);
            LOG.log(Level.SEVERE, "Incident " + incident + number(request), failure);
        } else if (kind == Failure.UNAVAILABLE || kind == Failure.TOO_MANY) {
            response.setIntHeader("Retry-After", RETRY_SECONDS);
        } else if (kind == Failure.OPENING) {
            response.setIntHeader("Retry-After", OPENING_SECONDS);
            response.setIntHeader("Refresh", OPENING_SECONDS);
        }
        response.setStatus(kind.status());
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        byte[] page = page(kind, RoutedRequest.of(request), request.getContextPath(), incident, opening.progress())
                .replace(
                        "{own}",
                        kind == Failure.FORBIDDEN ? own(request) : kind == Failure.LEFT_COMPANY ? typed(request) : "")
                .replace("{contact}", contact(RoutedRequest.of(request).locale()))
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
        // told now: when the database hangs, the server waits for it once more before it ends the request, to keep the
        // session
        response.flushBuffer();
    }

    /** The number the proxy gave to the request, where there is a proxy that does: its log has the request's line under it. */
    private static String number(HttpServletRequest request) {
        String number = RequestNumber.of(request.getHeader(RouteFilter.NUMBER));
        return number.isEmpty() ? "" : " of request " + number;
    }

    /** Somebody is signed in, but not as who may open the page: where the own work waits, what else the account may be, and the way out. */
    private static String own(HttpServletRequest request) {
        Actor actor = RequestActor.of(request);
        if (!actor.signedIn()) {
            return "";
        }
        RoutedRequest routed = RoutedRequest.of(request);
        Locale locale = routed.locale();
        String place = Web.ownPlace(role -> actor.hasAny(Set.of(Role.valueOf(role))));
        String who = shown(Texts.format("web.error.forbidden.who", locale, List.of(Html.escaped(actor.name()))));
        return "<p>" + who + "</p>\n<p class=\"actions\">"
                + link("button", request.getContextPath() + routed.url(place), words("web.nav.own", locale))
                + link(
                        "button secondary",
                        request.getContextPath() + routed.url("/account"),
                        words("account.own.title", locale))
                + link(
                        "button secondary",
                        request.getContextPath() + routed.url("/sign-out"),
                        words("web.nav.signOut", locale))
                + "</p>";
    }

    /** What was written is in no form any more: it is shown, so that it can be copied. Passwords and what forms carry for themselves are not. */
    private static String typed(HttpServletRequest request) {
        String said = CleanRequest.of(request).getParameterMap().entrySet().stream()
                .filter(each -> !NOT_WRITTEN.matcher(each.getKey()).find())
                .flatMap(each -> Stream.of(each.getValue()))
                .map(String::strip)
                .filter(ErrorServlet::written)
                .map(each -> "<p class=\"prose\">" + Html.escaped(each) + "</p>")
                .collect(Collectors.joining("\n"));
        return said.isEmpty()
                ? ""
                : "<h2>"
                        + words(
                                "web.error.leftCompany.typed",
                                RoutedRequest.of(request).locale()) + "</h2>\n" + said;
    }

    static boolean written(String value) {
        return value.length() > 1 && WRITTEN.matcher(value).find();
    }

    private static String link(String look, String address, String words) {
        return "<a class=\"" + look + "\" href=\"" + address + "\">" + words + "</a> ";
    }

    private String contact(Locale locale) {
        CityContact contact = city.contact();
        if (contact.none()) {
            return "";
        }
        return "<p class=\"quiet\">" + words("city.contact.title", locale) + ": <span lang=\"ja\">"
                + Html.escaped(contact.office())
                + "</span> " + words("city.contact.phone", locale) + " " + Html.escaped(contact.phone())
                + " <span lang=\"ja\">"
                + Html.escaped(contact.hours()) + "</span></p>";
    }

    private static String words(String key, Locale locale) {
        return shown(Texts.text(key, locale));
    }

    /** Readings as ruby, as ReadingWriter writes them on the other pages. */
    private static String shown(String marked) {
        return Readings.parts(marked).stream()
                .map(part -> part.reading() == null
                        ? part.text()
                        : "<ruby>" + part.text() + "<rp>\uff08</rp><rt>" + part.reading()
                                + "</rt><rp>\uff09</rp></ruby>")
                .collect(Collectors.joining());
    }

    private static String page(
            Failure kind, RoutedRequest routed, String context, String incident, DemonstrationLoading loading)
            throws IOException {
        Locale locale = routed.locale();
        String incidentLine = incident.isEmpty()
                ? ""
                : "<p class=\"quiet\">" + shown(Texts.format("web.error.incident", locale, List.of(incident))) + "</p>";
        String text = loading == null
                ? words("web.error." + kind.key() + ".text", locale)
                : shown(Texts.format(
                        "web.error.opening.demonstration", locale, List.of(loading.companies(), loading.of())));
        return template()
                .replace("{language}", locale.getLanguage())
                .replace("{easy}", locale.equals(Languages.EASY) ? "easy" : "")
                .replace("{context}", context)
                .replace("{home}", context + routed.url("/"))
                .replace("{portal}", Words.of("web.portal", locale))
                .replace("{title}", Words.of("web.error." + kind.key() + ".title", locale))
                .replace("{heading}", words("web.error." + kind.key() + ".title", locale))
                .replace("{text}", text)
                .replace("{incident}", incidentLine)
                .replace("{ways}", kind == Failure.OPENING ? "" : ways(routed, context));
    }

    /** Where to go from here; nowhere, as long as no page is open. */
    private static String ways(RoutedRequest routed, String context) {
        Locale locale = routed.locale();
        StringBuilder links = new StringBuilder();
        for (String each : List.of("companies", "jobs", "internships", "events", "plan")) {
            links.append("<li><a href=\"")
                    .append(context + routed.url("/" + each))
                    .append("\">")
                    .append(words("web.nav." + each, locale))
                    .append("</a></li>");
        }
        return "<p><a class=\"button\" href=\"" + context + routed.url("/") + "\">" + words("web.error.back", locale)
                + "</a></p>\n" + "<nav aria-label=\"" + Words.of("web.error.elsewhere", locale)
                + "\"><ul class=\"line-list\">" + links + "</ul></nav>";
    }

    private static String template() throws IOException {
        try (InputStream in = ErrorServlet.class.getResourceAsStream("/web/error.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
