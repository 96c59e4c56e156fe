package tsunagu.account.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import tsunagu.shared.Seal;
import tsunagu.shared.Secrets;

/**
 * A device that signed in to an account before (the device cookie of OWASP): its wrong tries are counted by themselves, so that a
 * stranger who keeps failing for somebody's address does not keep that person out. It opens nothing. The cookie names nobody: it is a
 * random number, sealed together with the address.
 */
@ApplicationScoped
class KnownDevice {

    private static final String PURPOSE = "device";
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final boolean SECURE = !"false".equals(System.getenv("TSUNAGU_COOKIE_SECURE"));
    private static final String COOKIE = SECURE ? "__Host-device" : "device";

    @Inject
    private Seal seal;

    /** @return the device's own name, where it signed in with this address before */
    Optional<String> of(HttpServletRequest request, String email) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            String[] parts = cookie.getValue().split("\\.", -1);
            if (cookie.getName().equals(COOKIE) && parts.length == 2 && seal.fits(PURPOSE, text(parts[0], email), parts[1])) {
                return Optional.of(parts[0]);
            }
        }
        return Optional.empty();
    }

    void remember(HttpServletResponse response, String email) {
        String device = Secrets.token();
        response.addHeader(
                "Set-Cookie",
                COOKIE + "=" + device + "." + seal.of(PURPOSE, text(device, email)) + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
                        + REMEMBERED.toSeconds() + (SECURE ? "; Secure" : ""));
    }

    private static String text(String device, String email) {
        return device + " " + email.strip().toLowerCase(Locale.ROOT);
    }
}
