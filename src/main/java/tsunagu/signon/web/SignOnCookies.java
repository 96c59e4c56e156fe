package tsunagu.signon.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.shared.Seal;
import tsunagu.signon.Begun;
import tsunagu.signon.Shown;
import tsunagu.signon.Way;

/**
 * What a browser keeps while somebody is on the way to a provider and back, because visitors have no session (decision 0024). Sealed, so
 * that nobody writes it but this portal, for one purpose; good for ten minutes, and gone when the browser is closed.
 */
@ApplicationScoped
class SignOnCookies {

    private static final boolean SECURE = !"false".equals(System.getenv("TSUNAGU_COOKIE_SECURE"));
    private static final String PREFIX = SECURE ? "__Host-" : "";
    private static final String BEGUN = PREFIX + "sign-on";
    private static final String SHOWN = PREFIX + "signed-on";

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    /** More than ours ever are; browsers keep 4096. */
    private static final int LONGEST = 4_000;

    @Inject
    private Seal seal;

    @Inject
    private Clock clock;

    void put(HttpServletResponse response, Begun begun) {
        put(
                response,
                BEGUN,
                begun.way().word(),
                begun.state(),
                begun.nonce(),
                begun.verifier(),
                Boolean.toString(begun.link()),
                begun.next(),
                begun.language());
    }

    /** Empty when there is none of ours, or it is too old. */
    Optional<Begun> begun(HttpServletRequest request) {
        return read(request, BEGUN)
                .map(part -> new Begun(
                        way(part.get(0)),
                        part.get(1),
                        part.get(2),
                        part.get(3),
                        Boolean.parseBoolean(part.get(4)),
                        part.get(5),
                        part.get(6)));
    }

    void forgetBegun(HttpServletResponse response) {
        write(response, BEGUN, "; Max-Age=0");
    }

    void put(HttpServletResponse response, Shown shown) {
        put(response, SHOWN, shown.way().word(), shown.issuer(), shown.subject(), shown.name(), shown.email());
    }

    /** The same. */
    Optional<Shown> shown(HttpServletRequest request) {
        return read(request, SHOWN)
                .map(part -> new Shown(way(part.get(0)), part.get(1), part.get(2), part.get(3), part.get(4)));
    }

    void forgetShown(HttpServletResponse response) {
        write(response, SHOWN, "; Max-Age=0");
    }

    private static Way way(String word) {
        return Way.of(word).orElseThrow();
    }

    private void put(HttpServletResponse response, String name, String... parts) {
        String plain = Stream.concat(
                        Stream.of(Long.toString(clock.instant().plus(GOOD_FOR).getEpochSecond())), Arrays.stream(parts))
                .map(each ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(each.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
        write(response, name, plain + "." + seal.of(name, plain), "");
    }

    private static void write(HttpServletResponse response, String name, String more) {
        write(response, name, "", more);
    }

    private static void write(HttpServletResponse response, String name, String value, String more) {
        response.addHeader(
                "Set-Cookie",
                name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + (SECURE ? "; Secure" : "") + more);
    }

    private Optional<List<String>> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(each -> each.getName().equals(name))
                .map(Cookie::getValue)
                .filter(each -> each.length() <= LONGEST && each.indexOf('.') > 0)
                .flatMap(each -> opened(name, each).stream())
                .findFirst();
    }

    private Optional<List<String>> opened(String name, String value) {
        int end = value.lastIndexOf('.');
        if (!seal.fits(name, value.substring(0, end), value.substring(end + 1))) {
            return Optional.empty();
        }
        List<String> parts = Arrays.stream(value.substring(0, end).split("\\.", -1))
                .map(each -> new String(Base64.getUrlDecoder().decode(each), StandardCharsets.UTF_8))
                .toList();
        return Instant.ofEpochSecond(Long.parseLong(parts.get(0))).isBefore(clock.instant())
                ? Optional.empty()
                : Optional.of(parts.subList(1, parts.size()));
    }
}
