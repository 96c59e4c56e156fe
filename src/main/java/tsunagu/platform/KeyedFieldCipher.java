package tsunagu.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tsunagu.shared.FieldCipher;

/**
 * AES-256-GCM of the JDK. The file that TSUNAGU_FIELD_KEY names has a key a line: a name of eight hexadecimal digits and 32 bytes in base64.
 * The first one encrypts; the others still open what they encrypted before, so that a key is changed by a new first line.
 */
@ApplicationScoped
class KeyedFieldCipher implements FieldCipher {

    private static final Logger LOG = Logger.getLogger(KeyedFieldCipher.class.getName());

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NAME = 8;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();

    private Map<String, SecretKey> keys;

    private synchronized Map<String, SecretKey> keys() {
        if (keys == null) {
            keys = read(System.getenv("TSUNAGU_FIELD_KEY"));
        }
        return keys;
    }

    private static Map<String, SecretKey> read(String file) {
        Map<String, SecretKey> read = new LinkedHashMap<>();
        if (file == null || file.isBlank()) {
            return read;
        }
        try {
            for (String line : Files.readAllLines(Path.of(file))) {
                if (line.isBlank()) {
                    continue;
                }
                String[] parts = line.strip().split("\\s+");
                byte[] secret = parts.length == 2 ? Base64.getDecoder().decode(parts[1]) : new byte[0];
                if (secret.length != 32 || !parts[0].matches("[0-9a-f]{" + NAME + "}")) {
                    throw new IOException("a line is no name of eight hexadecimal digits and 32 bytes in base64");
                }
                read.put(parts[0], new SecretKeySpec(secret, "AES"));
            }
            return read;
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "TSUNAGU_FIELD_KEY names no file of keys", e);
            return Map.of();
        }
    }

    @Override
    public boolean ready() {
        return !keys().isEmpty();
    }

    @Override
    public byte[] seal(String purpose, byte[] plain) {
        Map.Entry<String, SecretKey> key = keys().entrySet().iterator().next();
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key.getValue(), nonce, purpose).doFinal(plain);
            return ByteBuffer.allocate(NAME + NONCE + sealed.length)
                    .put(key.getKey().getBytes(StandardCharsets.US_ASCII))
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] open(String purpose, byte[] sealed) {
        String name = new String(sealed, 0, NAME, StandardCharsets.US_ASCII);
        SecretKey key = keys().get(name);
        if (key == null) {
            throw new IllegalStateException("the key " + name + " of TSUNAGU_FIELD_KEY is not there any more");
        }
        byte[] nonce = new byte[NONCE];
        System.arraycopy(sealed, NAME, nonce, 0, NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, purpose)
                    .doFinal(sealed, NAME + NONCE, sealed.length - NAME - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was encrypted was changed, or belongs elsewhere", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String purpose)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
