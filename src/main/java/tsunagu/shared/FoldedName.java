package tsunagu.shared;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Names as they are compared when somebody looks for one, or asks whether two are one person: without width, spaces, capitals, variation
 * selectors, the difference of hiragana and katakana, and that of old and new forms of a letter. For comparing only, never kept. Compiled to JavaScript for the door's page as well, see {@link CheckedDigits}.
 */
public final class FoldedName {

    /** U+FEFF is one where JavaScript is spoken, and none for {@link Character#isWhitespace}. */
    private static final String SPACES = "\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff";

    private static final char FIRST_KATAKANA = '\u30a1';
    private static final char LAST_KATAKANA = '\u30f6';
    private static final int TO_HIRAGANA = 0x60;

    /**
     * Old and new forms of one letter (U+9AD9 and U+9AD8, for instance), each followed by the form it is compared as: the table of the search,
     * reference/search/variants.csv, which a phone has not got. A test compares the two.
     */
    private static final String VARIANTS = "\u9ad9\u9ad8\ufa11\u5d0e\u5d5c\u5d0e\u6ff5\u6d5c\u6ff1\u6d5c\u6fa4\u6ca2\u908a\u8fba\u9089\u8fba"
            + "\u5ee3\u5e83\u570b\u56fd\u6afb\u685c\u9f4b\u658e\u9f4a\u6589\u771e\u771f\u5d8b\u5cf6\u5d8c\u5cf6"
            + "\u9f8d\u7adc\u69ae\u6804\u689d\u6761\u60e0\u6075\u85cf\u8535\u9ad4\u4f53\u767c\u767a\u6703\u4f1a"
            + "\u5b78\u5b66\u9435\u9244\u5713\u5186\u8218\u9928\u51a8\u5bcc\u4e9e\u4e9c\u58fd\u5bff\u91ab\u533b"
            + "\u85dd\u82b8\u5be6\u5b9f\u5bf6\u5b9d\u5bf3\u5b9d\u6f81\u6e0b\u7027\u6edd\u7028\u702c\u4f86\u6765"
            + "\u66fe\u66fd\u589e\u5897\u5fb7\u5fb3\u975c\u9759\u6df8\u6e05\u9751\u9752\u9ed1\u9ed2\u6a6b\u6a2a"
            + "\u654e\u6559\u842c\u4e07\u8207\u4e0e\u8c50\u8c4a\u7e23\u770c\u7e69\u7e04\u7576\u5f53\u9e7d\u5869"
            + "\u838a\u8358\u57dc\u91ce\u5cef\u5cf0\u6801\u67f3\u6852\u6851\u69d7\u6a4b\u8229\u8239\u8597\u5712"
            + "\u90a8\u6751\u9115\u90f7\u90de\u90ce\u8cf4\u983c\u95dc\u95a2\u4f5b\u4ecf\u5718\u56e3\u5716\u56f3"
            + "\u9a5b\u99c5\u5f4c\u5f25\u79ae\u793c\u7a57\u7a42\u7e3d\u7dcf\u8070\u8061\u8b93\u8b72\u5dd6\u5dcc"
            + "\u5c07\u5c06\u5c08\u5c02\u61c9\u5fdc\u6236\u6238\u6649\u664b\u66c9\u6681\u6a02\u697d\u6c23\u6c17"
            + "\u6fdf\u6e08\u7522\u7523\u7d72\u7cf8\u85e5\u85ac\u8b7d\u8a89\u9444\u92f3\u9ea5\u9ea6\u9f9c\u4e80"
            + "\u7a3b\u7a32\u5167\u5185\u5433\u5449\u52f3\u52f2\u9dd7\u9d0e\u30f6\u30b1\u30f5\u30ab\ud842\udfb7\u5409"
            + "\ufa10\u585a\ufa12\u6674\ufa19\u795e\ufa1a\u7965\ufa1b\u798f\ufa26\u90fd\uf9dc\u9686";

    private FoldedName() {}

    public static String of(String name) {
        return ofNormalized(Normalizer.normalize(name, Normalizer.Form.NFKC));
    }

    /** @param nfkc the name after NFKC */
    public static String ofNormalized(String nfkc) {
        String lower = nfkc.toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i += Character.charCount(lower.codePointAt(i))) {
            int each = usual(lower.codePointAt(i));
            if (each >= FIRST_KATAKANA && each <= LAST_KATAKANA) {
                folded.append((char) (each - TO_HIRAGANA));
            } else if (!space(each) && !selects(each)) {
                folded.appendCodePoint(each);
            }
        }
        return folded.toString();
    }

    /** Variation selectors say how a letter is drawn, not which it is. */
    private static boolean selects(int point) {
        return point >= 0xfe00 && point <= 0xfe0f || point >= 0xe0100 && point <= 0xe01ef;
    }

    private static int usual(int point) {
        for (int i = 0; i < VARIANTS.length(); ) {
            int from = VARIANTS.codePointAt(i);
            int to = VARIANTS.codePointAt(i + Character.charCount(from));
            if (from == point) {
                return to;
            }
            i += Character.charCount(from) + Character.charCount(to);
        }
        return point;
    }

    /** True when it is enough to look somebody up by: three letters, or the two kanji of a surname. */
    public static boolean enough(String folded) {
        int letters = 0;
        boolean kanji = true;
        for (int i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
            letters++;
            kanji &= kanji(folded.codePointAt(i));
        }
        return letters >= 3 || letters == 2 && kanji;
    }

    private static boolean kanji(int point) {
        return point >= 0x3400 && point <= 0x9fff || point >= 0xf900 && point <= 0xfaff || point >= 0x20000 && point <= 0x3ffff || point == 0x3005;
    }

    static boolean space(int each) {
        return each == ' ' || each >= '\t' && each <= '\r' || each >= '\u2000' && each <= '\u200a' || SPACES.indexOf(each) >= 0;
    }
}
