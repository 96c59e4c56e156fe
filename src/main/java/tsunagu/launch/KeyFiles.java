package tsunagu.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The keys of the default run, made at the first start, beside the database and not in it. A city makes its own and names them
 * (docs/operation.md).
 */
public final class KeyFiles {

    private KeyFiles() {}

    /** What approvals, the trail and the ends of both are signed with (TSUNAGU_SEAL_KEY). @throws LaunchFailure when it cannot be written */
    public static Path seal(Path data) {
        return in(data, "seal-key.pem", () -> {
            byte[] secret = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(secret)
                    + "\n-----END PRIVATE KEY-----\n";
        });
    }

    /** What single fields of the database are encrypted with (TSUNAGU_FIELD_KEY). @throws LaunchFailure when it cannot be written */
    public static Path field(Path data) {
        return in(data, "field-key.txt", () -> {
            byte[] name = new byte[4];
            byte[] secret = new byte[32];
            SecureRandom random = new SecureRandom();
            random.nextBytes(name);
            random.nextBytes(secret);
            return HexFormat.of().formatHex(name) + " " + Base64.getEncoder().encodeToString(secret) + "\n";
        });
    }

    private interface Making {

        String text() throws GeneralSecurityException;
    }

    private static Path in(Path data, String name, Making making) {
        Path file = data.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(data);
            PrivateFile.write(file, making.text());
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new LaunchFailure("The key " + file + " cannot be made: " + e.getMessage(), e);
        }
    }
}
