package tsunagu.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of a file and what is done with them: AES-256-GCM of the JDK, and marks by HMAC-SHA-256 under keys that are derived from them
 * (HKDF). The file has a key a line: a name of eight hexadecimal digits and 32 bytes in base64. The first one encrypts; the others still open
 * what they encrypted before, so that a key is changed by a new first line.
 */
public final class FieldKeys {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final String HMAC = "HmacSHA256";
    private static final int NAME = 8;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private static final String PROOF = "field-key";

    private final SecureRandom random = new SecureRandom();

    /** By name, in the order of the file. */
    private final Map<String, SecretKey> keys;

    /** By name and purpose. */
    private final Map<String, SecretKey> marking = new ConcurrentHashMap<>();

    private FieldKeys(Map<String, SecretKey> keys) {
        this.keys = keys;
    }

    /** Of a server that was given no file. */
    public static FieldKeys none() {
        return new FieldKeys(Map.of());
    }

    /** @throws IOException when it cannot be read or a line of it is no key */
    public static FieldKeys read(Path file) throws IOException {
        Map<String, SecretKey> read = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.strip().split("\\s+");
            byte[] secret = parts.length == 2 ? decoded(parts[1]) : new byte[0];
            if (secret.length != 32 || !parts[0].matches("[0-9a-f]{" + NAME + "}")) {
                throw new IOException("a line is no name of eight hexadecimal digits and 32 bytes in base64");
            }
            if (read.put(parts[0], new SecretKeySpec(secret, "AES")) != null) {
                throw new IOException("two keys are called " + parts[0]);
            }
        }
        return new FieldKeys(read);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    public Set<String> names() {
        return keys.keySet();
    }

    /** @throws IllegalStateException without a key: nothing is ever written as it is */
    public String first() {
        if (keys.isEmpty()) {
            throw new IllegalStateException("TSUNAGU_FIELD_KEY names no file of keys");
        }
        return keys.keySet().iterator().next();
    }

    /** By what a database knows the first key again. */
    byte[] proof() {
        return seal(PROOF, first().getBytes(StandardCharsets.US_ASCII));
    }

    /** True when the key of this name is the one that made the proof. */
    boolean proves(String name, byte[] proof) {
        try {
            return name.equals(new String(open(PROOF, proof), StandardCharsets.US_ASCII));
        } catch (IllegalStateException another) {
            return false;
        }
    }

    public byte[] seal(String purpose, byte[] plain) {
        String name = first();
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.get(name), nonce, purpose).doFinal(plain);
            return ByteBuffer.allocate(NAME + NONCE + sealed.length)
                    .put(name.getBytes(StandardCharsets.US_ASCII))
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] open(String purpose, byte[] sealed) {
        if (sealed.length < NAME + NONCE) {
            throw new IllegalStateException("what was encrypted was cut off");
        }
        String name = new String(sealed, 0, NAME, StandardCharsets.US_ASCII);
        SecretKey key = keys.get(name);
        if (key == null) {
            throw new IllegalStateException("the key " + name + " of TSUNAGU_FIELD_KEY is not there any more");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, NAME, NAME + NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, purpose)
                    .doFinal(sealed, NAME + NONCE, sealed.length - NAME - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was encrypted was changed, or belongs elsewhere", e);
        }
    }

    /** One for each key, in their order: 64 hexadecimal digits. */
    public List<String> marks(String purpose, byte[] plain) {
        first();
        List<String> marks = new ArrayList<>(keys.size());
        for (Map.Entry<String, SecretKey> key : keys.entrySet()) {
            SecretKey derived = marking.computeIfAbsent(
                    key.getKey() + " " + purpose,
                    each -> new SecretKeySpec(
                            hkdf(
                                    new byte[32],
                                    key.getValue().getEncoded(),
                                    ("tsunagu mark " + purpose).getBytes(StandardCharsets.UTF_8)),
                            HMAC));
            marks.add(HexFormat.of().formatHex(hmac(derived, plain)));
        }
        return marks;
    }

    /** 32 bytes of HKDF with SHA-256 (RFC 5869): its first block. JDK 17 has none. */
    static byte[] hkdf(byte[] salt, byte[] secret, byte[] info) {
        byte[] extracted = hmac(new SecretKeySpec(salt, HMAC), secret);
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        return hmac(new SecretKeySpec(extracted, HMAC), block);
    }

    private static byte[] hmac(SecretKey key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
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
