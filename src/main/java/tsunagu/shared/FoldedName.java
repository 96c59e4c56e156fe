package tsunagu.shared;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names as they are compared when somebody looks for one, or asks whether two are one person: without width, spaces, capitals, middle dots,
 * what nobody sees, the difference of hiragana and katakana, and that of old and new forms of a letter; a letter that is repeated by a mark
 * is written out. For comparing only, never kept. Compiled to JavaScript for the door's page as well, see {@link CheckedDigits}.
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
    private static final String VARIANTS =
            "\u9ad9\u9ad8\ufa11\u5d0e\u5d5c\u5d0e\u6ff5\u6d5c\u6ff1\u6d5c\u6fa4\u6ca2\u908a\u8fba\u9089\u8fba"
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
                    + "\ufa10\u585a\ufa12\u6674\ufa19\u795e\ufa1a\u7965\ufa1b\u798f\ufa26\u90fd\uf9dc\u9686"
                    + "\u60e1\u60aa\u7232\u70ba\u885e\u885b\u7de3\u7e01\u5967\u5965\u6eab\u6e29\u50f9\u4fa1\u61f7\u61d0\u6e34\u6e07"
                    + "\u5377\u5dfb\u9677\u9665\u5bec\u5bdb\u50de\u507d\u6232\u622f\u865b\u865a\u5cfd\u5ce1\u72f9\u72ed\u99c8\u99c6"
                    + "\u85b0\u85ab\u63ed\u63b2\u9dc4\u9d8f\u64ca\u6483\u5109\u5039\u528d\u5263\u96aa\u967a\u5708\u570f\u6aa2\u691c"
                    + "\u986f\u9855\u9a57\u9a13\u56b4\u53b3\u6046\u6052\u9ec3\u9ec4\u788e\u7815\u96dc\u96d1\u5152\u5150\u6fd5\u6e7f"
                    + "\u6536\u53ce\u5f9e\u5f93\u7378\u7363\u7e31\u7e26\u7dd6\u7dd2\u654d\u53d9\u6d89\u6e09\u71d2\u713c\u596c\u5968"
                    + "\u72c0\u72b6\u4e58\u4e57\u6de8\u6d44\u5269\u5270\u758a\u7573\u5b43\u5b22\u91c0\u91b8\u5be2\u5bdd\u613c\u614e"
                    + "\u76e1\u5c3d\u7cb9\u7c8b\u9189\u9154\u651d\u6442\u6230\u6226\u7e96\u7e4a\u79aa\u7985\u58ef\u58ee\u722d\u4e89"
                    + "\u641c\u635c\u5de2\u5de3\u88dd\u88c5\u7626\u75e9\u9a37\u9a12\u81df\u81d3\u537d\u5373\u5e36\u5e2f\u6eef\u6ede"
                    + "\u55ae\u5358\u5f48\u5f3e\u665d\u663c\u5ef3\u5e81\u5fb5\u5fb4\u807d\u8074\u93ad\u93ae\u8f49\u8ee2\u50b3\u4f1d"
                    + "\u71c8\u706f\u76dc\u76d7\u62dc\u62dd\u76c3\u676f\u8ce3\u58f2\u9aee\u9aea\u62d4\u629c\u665a\u6669\u7955\u79d8"
                    + "\u62c2\u6255\u6b65\u6b69\u98dc\u7ffb\u6bcf\u6bce\u9ed8\u9ed9\u6416\u63fa\u6a23\u69d8\u8b20\u8b21\u89bd\u89a7"
                    + "\u51c9\u6dbc\u7da0\u7dd1\u6dda\u6d99\u58d8\u5841\u66c6\u66a6\u6b77\u6b74\u934a\u932c\u9304\u9332\u4e99\u4e98"
                    + "\u51dc\u51db\u582f\u5c2d\u6644\u6643\u6a9c\u6867\u69c7\u69d9\u79b0\u7962\u79b1\u7977\u797f\u7984\u7a70\u7a63"
                    + "\u8420\u840c\u9059\u9065\u6e15\u6df5\ud84d\ude3a\u6a4b\u91e1\u91dc\u7a50\u79cb\u3402\u559c\u66fb\u6607\u6764"
                    + "\u6803\u792a\u783a\u8823\u86ce\u85ae\u85ea\u7bed\u7c60\u8606\u82a6\u974f\u9db4\u974d\u9db4\u9e16\u9db4\u663b"
                    + "\u6602\u9834\u7a4e\u7188\u7199\u51de\u7199\u7155\u7199\u9039\u9054\u5ef8\u8fea\u5154\u514e\u83b5\u83df\u58f7"
                    + "\u58fa\u8523\u848b\u9830\u982c\u9c3a\u9bf5\u678a\u67f3\u5dbd\u5cb3\u2ed1\u9577\u2ec4\u897f\u2ed8\u9752\u2ec6"
                    + "\u89d2\u2ee9\u9ec4\u2eef\u7adc\u2ef2\u4e80\u2ea0\u6c11";

    private static final Map<Integer, Integer> USUAL = usual();

    private static final int REPEATS = 0x3005;

    /** Middle dots and apostrophes of foreign names: O'Neill is written with three of them. */
    private static final String WITHOUT = "\u30fb'\u2018\u2019";

    private FoldedName() {}

    public static String of(String name) {
        // Marks of voice that stand by themselves become ones that join, before a space comes between (U+309B and
        // U+309C in NFKC).
        return ofNormalized(Normalizer.normalize(
                name.replace('\u309b', '\u3099').replace('\u309c', '\u309a'), Normalizer.Form.NFKC));
    }

    /** @param nfkc the name after NFKC */
    public static String ofNormalized(String nfkc) {
        String lower = nfkc.toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i += Character.charCount(lower.codePointAt(i))) {
            int point = lower.codePointAt(i);
            int each = USUAL.getOrDefault(point, point);
            if (each == REPEATS && folded.length() > 0) {
                folded.appendCodePoint(folded.codePointBefore(folded.length()));
            } else if (each >= FIRST_KATAKANA && each <= LAST_KATAKANA) {
                folded.append((char) (each - TO_HIRAGANA));
            } else if (!space(each) && !unseen(each) && WITHOUT.indexOf(each) < 0) {
                folded.appendCodePoint(each);
            }
        }
        return folded.toString();
    }

    /** Nobody sees them: variation selectors, which say how a letter is drawn and not which it is, joiners, marks of direction. */
    static boolean unseen(int point) {
        return point >= 0xfe00 && point <= 0xfe0f
                || point >= 0xe0100 && point <= 0xe01ef
                || point >= 0x200b && point <= 0x200f
                || point >= 0x202a && point <= 0x202e
                || point >= 0x180b && point <= 0x180d
                || point == 0x2060
                || point == 0xad
                || point == 0xfeff;
    }

    private static Map<Integer, Integer> usual() {
        Map<Integer, Integer> usual = new HashMap<>();
        for (int i = 0; i < VARIANTS.length(); ) {
            int from = VARIANTS.codePointAt(i);
            int to = VARIANTS.codePointAt(i + Character.charCount(from));
            usual.put(from, to);
            i += Character.charCount(from) + Character.charCount(to);
        }
        return usual;
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
        return point >= 0x3400 && point <= 0x9fff
                || point >= 0xf900 && point <= 0xfaff
                || point >= 0x20000 && point <= 0x3ffff
                || point == REPEATS
                || point == 0x3006
                // Whole names in Korean have two syllables.
                || point >= 0xac00 && point <= 0xd7a3;
    }

    static boolean space(int each) {
        return each == ' '
                || each >= '\t' && each <= '\r'
                || each >= '\u2000' && each <= '\u200a'
                || SPACES.indexOf(each) >= 0;
    }
}
