package tsunagu.shared;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * By what a sealed address or telephone number is found again (a blind index, columns of the type {@code mark} named after the sealed one,
 * {@code email_key} beside {@code email}): a digest of it with a key of the server. Equal ones have equal marks, whatever the case of their
 * letters or the dashes between their digits; parts of one are not found, and nothing is ordered by it.
 */
public final class Mark {

    private static final Pattern NUMBER = Pattern.compile("[-+()0-9\\s\u3000]+");

    private final String text;
    private final String stored;

    private Mark(String text, String stored) {
        this.text = text;
        this.stored = stored;
    }

    /** @return null for null and "" */
    public static Mark of(String text) {
        return text == null || text.isBlank() ? null : new Mark(normal(text), null);
    }

    static Mark stored(String mark) {
        return mark == null ? null : new Mark(null, mark);
    }

    /** Of a telephone number its digits, however they are parted; of everything else the text, narrow and in small letters. */
    private static String normal(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        String digits = NUMBER.matcher(narrow).matches() ? narrow.replaceAll("[^0-9]", "") : "";
        return digits.isEmpty() ? narrow.toLowerCase(Locale.ROOT) : digits;
    }

    /** As it is written now. */
    public String written(FieldCipher cipher) {
        return stored != null ? stored : marks(text, cipher).get(0);
    }

    /** As it may stand in a row, also in one that the last change of keys has not come to yet. */
    public static List<String> marks(String text, FieldCipher cipher) {
        return text == null || text.isBlank()
                ? List.of()
                : cipher.marks(SealedText.PURPOSE, normal(text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mark mark && Objects.equals(text, mark.text) && Objects.equals(stored, mark.stored);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, stored);
    }

    @Override
    public String toString() {
        return "Mark";
    }
}
