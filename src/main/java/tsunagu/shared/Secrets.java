package tsunagu.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Random strings that nobody can guess; a UUID is not one (OWASP ASVS 5.0, 11.5.1). */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int TOKEN_LENGTH = 22;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+");

    private Secrets() {}

    /** 128 random bits, 22 characters that need no escaping in an address. */
    public static String token() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** False for what {@link #token} cannot have made: nothing needs to be looked up for it. */
    public static boolean plausible(String token) {
        return token != null
                && token.length() == TOKEN_LENGTH
                && TOKEN.matcher(token).matches();
    }

    /** What is kept of a secret that only its holder has to know: SHA-256, because 128 random bits need no salt. */
    public static String digest(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param length of digits and small letters without the look-alikes 0 1 i l o; 10 give 49 bits */
    public static String name(int length) {
        String letters = "23456789abcdefghjkmnpqrstuvwxyz";
        StringBuilder name = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            name.append(letters.charAt(RANDOM.nextInt(letters.length())));
        }
        return name.toString();
    }

    /** @return a number from 0 to {@code bound - 1} */
    public static int number(int bound) {
        return RANDOM.nextInt(bound);
    }
}
