package tsunagu.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import tsunagu.shared.Seal;
import tsunagu.shared.Secrets;

/**
 * What a form of somebody who is not signed in carries instead of a session: when it was opened, sealed together with its address and
 * with a cookie of the browser it was opened in. A stateless view of Faces has no protection against forged posts; this is it (the
 * signed double submit cookie of OWASP's cheat sheet), behind the check of where a post comes from (SecurityFilter). A visitor costs
 * the server nothing until they send the form. In pages: {@code #{formToken}}.
 */
@Named
@ApplicationScoped
public class FormToken {

    static final String PARAMETER = "form-token";

    private static final String PURPOSE = "form";
    private static final Duration GOOD_FOR = Duration.ofHours(24);
    private static final boolean SECURE = !"false".equals(System.getenv("TSUNAGU_COOKIE_SECURE"));
    private static final String COOKIE = SECURE ? "__Host-form" : "form";

    @Inject
    private Seal seal;

    @Inject
    private Clock clock;

    /** For the page that is being made; gives the browser its cookie where it has none. */
    public String getValue() {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        String opened = Long.toString(clock.instant().getEpochSecond(), Character.MAX_RADIX);
        String browser =
                browser(request).orElseGet(() -> remember(request, (HttpServletResponse) external.getResponse()));
        return opened + "." + seal.of(PURPOSE, text(browser, request, opened));
    }

    /** Whether the form that came in was opened here, in this browser, at this address and not longer ago than a day. */
    boolean fits(HttpServletRequest request) {
        String given = request.getParameter(PARAMETER);
        Optional<String> browser = browser(request);
        int dot = given == null ? -1 : given.indexOf('.');
        if (dot < 0 || browser.isEmpty()) {
            return false;
        }
        String opened = given.substring(0, dot);
        return seal.fits(PURPOSE, text(browser.get(), request, opened), given.substring(dot + 1))
                && age(given).compareTo(GOOD_FOR) < 0;
    }

    /** False for a browser that has not kept the cookie it was given with the form. */
    boolean remembered(HttpServletRequest request) {
        return browser(request).isPresent();
    }

    /** How long the form was open before it was sent; machines are quick. Zero where nothing is known. */
    public Duration age(HttpServletRequest request) {
        String given = request.getParameter(PARAMETER);
        return given == null || given.indexOf('.') < 0 ? Duration.ZERO : age(given);
    }

    private Duration age(String token) {
        try {
            long opened = Long.parseLong(token.substring(0, token.indexOf('.')), Character.MAX_RADIX);
            return Duration.ofSeconds(clock.instant().getEpochSecond() - opened);
        } catch (NumberFormatException notOurs) {
            return GOOD_FOR;
        }
    }

    private static String text(String browser, HttpServletRequest request, String opened) {
        return browser + " " + RoutedRequest.of(request).path() + " " + opened;
    }

    private static Optional<String> browser(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE) && cookie.getValue().matches("[A-Za-z0-9_-]{22}")) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.ofNullable((String) request.getAttribute(COOKIE));
    }

    private static String remember(HttpServletRequest request, HttpServletResponse response) {
        String browser = Secrets.token();
        response.addHeader(
                "Set-Cookie", COOKIE + "=" + browser + "; Path=/; HttpOnly; SameSite=Lax" + (SECURE ? "; Secure" : ""));
        // A page with two forms gives one cookie.
        request.setAttribute(COOKIE, browser);
        return browser;
    }
}
