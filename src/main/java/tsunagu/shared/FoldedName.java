package tsunagu.shared;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Names as they are compared when somebody looks for one: without width, spaces, capitals and the difference of hiragana and
 * katakana. For comparing only, never kept. Compiled to JavaScript for the door's page as well, see {@link CheckedDigits}.
 */
public final class FoldedName {

    /** U+FEFF is one where JavaScript is spoken, and none for {@link Character#isWhitespace}. */
    private static final String SPACES = "\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff";

    private static final char FIRST_KATAKANA = '\u30a1';
    private static final char LAST_KATAKANA = '\u30f6';
    private static final int TO_HIRAGANA = 0x60;

    private FoldedName() {}

    public static String of(String name) {
        return ofNormalized(Normalizer.normalize(name, Normalizer.Form.NFKC));
    }

    /** @param nfkc the name after NFKC */
    public static String ofNormalized(String nfkc) {
        String lower = nfkc.toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char each = lower.charAt(i);
            if (each >= FIRST_KATAKANA && each <= LAST_KATAKANA) {
                folded.append((char) (each - TO_HIRAGANA));
            } else if (!space(each)) {
                folded.append(each);
            }
        }
        return folded.toString();
    }

    static boolean space(char each) {
        return each == ' ' || each >= '\t' && each <= '\r' || each >= '\u2000' && each <= '\u200a' || SPACES.indexOf(each) >= 0;
    }
}
