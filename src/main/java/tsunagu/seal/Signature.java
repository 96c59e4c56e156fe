package tsunagu.seal;

/**
 * What somebody with the server's private key put under a text.
 *
 * @param keyId begin of the SHA-256 of the public key, 16 hexadecimal digits; null when the server had no key
 * @param value Ed25519 (RFC 8032), base64; null when the server had no key
 */
public record Signature(String keyId, String value) {

    /** No key, no signature: said wherever seals are shown. */
    public static final Signature NONE = new Signature(null, null);

    public boolean made() {
        return value != null;
    }
}
