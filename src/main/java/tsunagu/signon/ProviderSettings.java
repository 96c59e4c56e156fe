package tsunagu.signon;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tsunagu.shared.Secret;

/**
 * A provider as the city has set it (docs/operation.md).
 *
 * @param issuer begins with https; compared sign by sign with what the provider calls itself
 * @param client by which the provider knows this portal
 * @param name on the button; nameEnglish: the same for English pages
 * @param authorities file with the certificates of who vouches for the provider's; null: those that Java knows
 */
record ProviderSettings(
        Way way, String issuer, String client, Secret secret, String name, String nameEnglish, Path authorities) {

    /**
     * @param environment variables; nothing is set when there is no issuer
     * @throws IllegalArgumentException says in words what is wrong
     */
    static Optional<ProviderSettings> of(Way way, Map<String, String> environment) {
        String issuer = said(way, "ISSUER", environment);
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        requireHttps(way, issuer);
        String name = needed(way, "NAME", environment);
        String english = said(way, "NAME_EN", environment);
        String authorities = said(way, "CA", environment);
        return Optional.of(new ProviderSettings(
                way,
                issuer,
                needed(way, "CLIENT", environment),
                secret(way, environment),
                name,
                english.isEmpty() ? name : english,
                authorities.isEmpty() ? null : Path.of(authorities)));
    }

    /** Without it whoever sits between the two could be the provider: its keys are fetched from there. */
    private static void requireHttps(Way way, String issuer) {
        try {
            URI address = new URI(issuer);
            if ("https".equals(address.getScheme()) && address.getHost() != null && address.getQuery() == null) {
                return;
            }
        } catch (URISyntaxException none) {
            // said below
        }
        throw new IllegalArgumentException(way.prefix() + "ISSUER is no address that begins with https://");
    }

    private static Secret secret(Way way, Map<String, String> environment) {
        String file = needed(way, "SECRET", environment);
        try {
            Secret secret = Secret.of(Files.readString(Path.of(file)).strip());
            if (secret != null) {
                return secret;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(way.prefix() + "SECRET names no file that can be read", e);
        }
        throw new IllegalArgumentException(way.prefix() + "SECRET names an empty file");
    }

    private static String needed(Way way, String what, Map<String, String> environment) {
        String said = said(way, what, environment);
        if (said.isEmpty()) {
            throw new IllegalArgumentException(way.prefix() + what + " is missing");
        }
        return said;
    }

    private static String said(Way way, String what, Map<String, String> environment) {
        return environment.getOrDefault(way.prefix() + what, "").strip();
    }
}
