package tsunagu.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The private key, from the file that TSUNAGU_SEAL_KEY names (PEM, PKCS #8, Ed25519, as {@code openssl genpkey -algorithm ed25519} writes it).
 * It is read once; another key begins with the next start of the server, and what was signed before is checked with the old public key.
 */
@ApplicationScoped
class SealKey {

    private static final Logger LOG = Logger.getLogger(SealKey.class.getName());

    static final String ALGORITHM = "Ed25519";

    private record Pair(PrivateKey secret, String shown, String id) {}

    private Optional<Pair> pair;

    private synchronized Optional<Pair> pair() {
        if (pair == null) {
            pair = read(System.getenv("TSUNAGU_SEAL_KEY"));
        }
        return pair;
    }

    private static Optional<Pair> read(String file) {
        if (file == null || file.isBlank()) {
            return Optional.empty();
        }
        try {
            String pem = Files.readString(Path.of(file)).replaceAll("-----[A-Z ]+-----|\\s", "");
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            String shown = Base64.getEncoder()
                    .encodeToString(publicOf((EdECPrivateKey) secret).getEncoded());
            return Optional.of(new Pair(secret, shown, id(shown)));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.log(Level.SEVERE, "TSUNAGU_SEAL_KEY names no Ed25519 key in PEM (PKCS #8); nothing is signed", e);
            return Optional.empty();
        }
    }

    /** The JDK makes a pair of a random number and has no way from one half to the other: the private half is that number. */
    private static PublicKey publicOf(EdECPrivateKey secret) throws GeneralSecurityException {
        byte[] seed = secret.getBytes().orElseThrow();
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return generator.generateKeyPair().getPublic();
    }

    boolean there() {
        return pair().isPresent();
    }

    /** As {@link Signature#keyId}; only when there is one. */
    String id() {
        return pair().orElseThrow().id();
    }

    /** X.509 SubjectPublicKeyInfo, base64. */
    String shown() {
        return pair().orElseThrow().shown();
    }

    String sign(String text) {
        try {
            java.security.Signature signing = java.security.Signature.getInstance(ALGORITHM);
            signing.initSign(pair().orElseThrow().secret());
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param shown the public key */
    static boolean holds(String text, String signature, String shown) {
        try {
            java.security.Signature checking = java.security.Signature.getInstance(ALGORITHM);
            checking.initVerify(KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(shown))));
            checking.update(text.getBytes(StandardCharsets.UTF_8));
            return checking.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }

    static String id(String shown) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(shown));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
