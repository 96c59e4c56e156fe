package tsunagu.account.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import tsunagu.account.AccountSessionService;
import tsunagu.shared.Secrets;

/**
 * The browser that asks, by its cookie (the device cookie of OWASP): a random number that names nobody and opens nothing, another one after
 * each sign-in. Wrong tries from a browser that signed in to the account before are counted by themselves, so that a stranger who keeps
 * failing for somebody's address does not keep that person out; a sign-in from any other is told by letter; and where its owner said so, the
 * second factor is not asked for.
 */
@ApplicationScoped
class KnownDevice {

    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final boolean SECURE = !"false".equals(System.getenv("TSUNAGU_COOKIE_SECURE"));
    private static final String COOKIE = SECURE ? "__Host-device" : "device";

    @Inject
    private AccountSessionService sessions;

    /** @return the browser's own number, where it signed in with this address before */
    Optional<String> of(HttpServletRequest request, String email) {
        String token = token(request);
        return sessions.isKnown(email.strip(), token) ? Optional.of(token) : Optional.empty();
    }

    boolean isTrusted(HttpServletRequest request, long account, int epoch) {
        return sessions.isTrusted(account, epoch, token(request));
    }

    /**
     * Somebody has signed in here, with everything that was asked for.
     *
     * @param byLetter behind a letter's link
     * @param trusted the second factor is not to be asked for again; with the account's epoch
     */
    void remember(
            HttpServletRequest request,
            HttpServletResponse response,
            long account,
            boolean byLetter,
            Optional<Integer> trusted) {
        String token = Secrets.token();
        sessions.signedIn(account, token(request), token, BrowserName.of(request.getHeader("User-Agent")), byLetter);
        trusted.ifPresent(epoch -> sessions.trust(account, epoch, token));
        response.addHeader(
                "Set-Cookie",
                COOKIE + "=" + token + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + REMEMBERED.toSeconds()
                        + (SECURE ? "; Secure" : ""));
    }

    /** "" for a browser that has none. */
    String token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE) && Secrets.plausible(cookie.getValue())) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }
}
