package tsunagu.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/**
 * The key that official records, the trail and the ends of both are signed with in the default run (room seal): made at the first start, beside
 * the database and not in it. A city makes its own ({@code openssl genpkey -algorithm ed25519}).
 */
public final class SealKeyFile {

    private static final String NAME = "seal-key.pem";

    private SealKeyFile() {}

    /** @param data made when missing @throws LaunchFailure when nothing can be written there */
    public static Path in(Path data) {
        Path file = data.resolve(NAME);
        if (Files.exists(file)) {
            return file;
        }
        try {
            byte[] secret = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
            Files.createDirectories(data);
            PrivateFile.write(file, "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(secret)
                    + "\n-----END PRIVATE KEY-----\n");
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new LaunchFailure("The key " + file + " cannot be made: " + e.getMessage(), e);
        }
    }
}
