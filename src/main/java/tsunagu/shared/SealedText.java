package tsunagu.shared;

import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;

/**
 * A text that is encrypted in the database: how somebody is reached, and what is written to them (columns of the type {@code sealed_text},
 * decision 0051). In the program it is text; it is sealed where it is handed to the database and opened where it is read, by {@link Sql} and by
 * {@link SealedTextConverter}, and nowhere else. There is no empty one: nothing is null.
 *
 * @param plain not in any log: {@link #toString} does not say it
 */
public record SealedText(String plain) {

    /** What all of them are sealed for: two columns may stand for each other (the address of an account, that of a guest). */
    public static final String PURPOSE = "contact";

    /** @return null for null and "" */
    public static SealedText of(String plain) {
        return plain == null || plain.isEmpty() ? null : new SealedText(plain);
    }

    public byte[] sealed(FieldCipher cipher) {
        return cipher.seal(PURPOSE, plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @return null for null; "" for nothing, which no column holds and a statement may say ({@code coalesce(email, '')}) */
    public static String opened(byte[] sealed, FieldCipher cipher) {
        if (sealed == null || sealed.length == 0) {
            return sealed == null ? null : "";
        }
        return new String(cipher.open(PURPOSE, sealed), StandardCharsets.UTF_8);
    }

    /** Of an entity that keeps what is sealed itself; "" is sealed, too. */
    public static byte[] seal(String plain) {
        return new SealedText(plain).sealed(cipher());
    }

    public static String open(byte[] sealed) {
        return opened(sealed, cipher());
    }

    /** Of this server: converters of entities are not made by the container. */
    static FieldCipher cipher() {
        return CDI.current().select(FieldCipher.class).get();
    }

    @Override
    public String toString() {
        return "SealedText";
    }
}
