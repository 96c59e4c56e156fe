package tsunagu.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The numbers of an authenticator app: six digits, SHA-1, thirty seconds (RFC 6238), which is what all apps make. */
final class TimeCode {

    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    /** A phone's clock may be that many steps off, and a slow finger too. */
    private static final int STEPS_OFF = 1;

    private static final int SECRET_BYTES = 20;

    private TimeCode() {}

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /** The step of time the number belongs to; empty for one that belongs to none about now. @param code as it was typed, digits only */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        long step = now.getEpochSecond() / GENERATOR.getTimeStep().toSeconds();
        OptionalLong found = OptionalLong.empty();
        for (long each = step - STEPS_OFF; each <= step + STEPS_OFF; each++) {
            // all of them are compared, whichever it is
            if (MessageDigest.isEqual(
                    at(secret, each).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.US_ASCII))) {
                found = OptionalLong.of(each);
            }
        }
        return found;
    }

    static String at(byte[] secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, GENERATOR.getAlgorithm()),
                    Instant.ofEpochSecond(step * GENERATOR.getTimeStep().toSeconds()));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For whoever types it instead of reading the code: capitals and digits. */
    static String shown(byte[] secret) {
        return new Base32().encodeToString(secret).replace("=", "");
    }

    /** What an app reads from the picture: https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
    static String address(String issuer, String account, byte[] secret) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + shown(secret) + "&issuer="
                + encoded(issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
