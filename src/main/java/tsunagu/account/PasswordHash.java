package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import tsunagu.shared.Demonstration;

/**
 * Argon2id with the parameters of OWASP ASVS 5.0 appendix C: 19 456 KiB, 2 passes, 1 lane.
 *
 * <p>A hash carries its parameters ("argon2id$19456$2$1$salt$hash"), so that they can be raised
 * without locking anybody out. At most four hashes are computed at once, because each takes 19 MiB.
 */
@ApplicationScoped
public class PasswordHash {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int BYTES = 32;

    /** Of new hashes, in KiB. */
    private final int memory = Demonstration.passwordMemory().orElse(MEMORY_KIB);

    private final String prefix = "argon2id$" + memory + "$" + PASSES + "$" + LANES + "$";

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(4, true);

    /** What a wrong address is compared with, so that it takes as long as a wrong password. */
    private volatile String nobody;

    String of(char[] password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return prefix + encode(salt) + "$" + encode(hash(password, salt, memory, PASSES, LANES));
    }

    boolean matches(char[] password, String stored) {
        if (!stored.startsWith("argon2id$")) {
            return matchesNobody(password);
        }
        String[] part = stored.split("\\$");
        byte[] expected = Base64.getDecoder().decode(part[5]);
        byte[] actual = hash(
                password,
                Base64.getDecoder().decode(part[4]),
                Integer.parseInt(part[1]),
                Integer.parseInt(part[2]),
                Integer.parseInt(part[3]));
        return MessageDigest.isEqual(expected, actual);
    }

    /** Spends the time of a comparison; always false. */
    boolean matchesNobody(char[] password) {
        if (nobody == null) {
            nobody = of("nobody".toCharArray());
        }
        matches(password, nobody);
        return false;
    }

    private byte[] hash(char[] password, byte[] salt, int memory, int passes, int lanes) {
        // The same characters typed on another keyboard must give the same password: NFKC once, here only.
        byte[] secret =
                Normalizer.normalize(new String(password), Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] result = new byte[BYTES];
        places.acquireUninterruptibly();
        try {
            generator.generateBytes(secret, result);
        } finally {
            places.release();
        }
        return result;
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
