package tsunagu.account.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import tsunagu.shared.Seal;

/**
 * A device on which the second factor was given and whose owner asked not to be asked again for thirty days. It replaces the number, never the
 * password. The cookie is sealed together with the account's epoch: another password, other roles or a factor that was taken away, and every
 * device is asked again.
 */
@ApplicationScoped
class TrustedDevice {

    private static final String PURPOSE = "second factor";
    private static final Duration TRUSTED = Duration.ofDays(30);
    private static final boolean SECURE = !"false".equals(System.getenv("TSUNAGU_COOKIE_SECURE"));
    private static final String COOKIE = SECURE ? "__Host-factor" : "factor";

    @Inject
    private Seal seal;

    @Inject
    private Clock clock;

    boolean is(HttpServletRequest request, long account, int epoch) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return false;
        }
        for (Cookie cookie : cookies) {
            String[] parts = cookie.getValue().split("\\.", -1);
            if (cookie.getName().equals(COOKIE)
                    && parts.length == 2
                    && parts[0].matches("[0-9]{1,12}")
                    && Instant.ofEpochSecond(Long.parseLong(parts[0])).isAfter(clock.instant())
                    && seal.fits(PURPOSE, text(parts[0], account, epoch), parts[1])) {
                return true;
            }
        }
        return false;
    }

    void remember(HttpServletResponse response, long account, int epoch) {
        String until = Long.toString(clock.instant().plus(TRUSTED).getEpochSecond());
        response.addHeader(
                "Set-Cookie",
                COOKIE + "=" + until + "." + seal.of(PURPOSE, text(until, account, epoch)) + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
                        + TRUSTED.toSeconds() + (SECURE ? "; Secure" : ""));
    }

    private static String text(String until, long account, int epoch) {
        return until + " " + account + " " + epoch;
    }
}
