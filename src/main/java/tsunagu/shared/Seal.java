package tsunagu.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Signs what the portal hands out and must recognise when it comes back (HMAC-SHA-256 under a key of the installation that nobody
 * sees). The same text under two purposes has two seals.
 */
public interface Seal {

    /** @return 43 characters that need no escaping in an address */
    String of(String purpose, String text);

    /** Compares in a time that tells nothing. */
    default boolean fits(String purpose, String text, String given) {
        return given != null
                && MessageDigest.isEqual(
                        of(purpose, text).getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }
}
