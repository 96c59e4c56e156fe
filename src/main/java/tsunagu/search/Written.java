package tsunagu.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands within words and is no part of them: readings of kanji, as the portal's plain Japanese, Aozora Bunko and HTML write them or
 * in brackets between two kanji, and markup that came along with a copied text.
 */
final class Written {

    private static final String KANJI = "\\p{IsHan}\u3005\u3006\u30f6";
    private static final String KANA = "\\p{IsHiragana}\\p{IsKatakana}\u30fc\u30fb\u3000 ";

    private static final String INLINE =
            "ruby|rb|rtc|b|i|u|s|em|strong|span|small|big|mark|font|a|sub|sup|wbr|code|tt|ins|del|bdi|bdo|q|abbr|cite|dfn|time";

    private static final String BLOCK =
            "br|p|div|li|ul|ol|dl|dt|dd|td|th|tr|table|h[1-6]|hr|section|article|blockquote|pre";

    private static final Pattern ASIDE = Pattern.compile(
            // A reading in double angle brackets behind the kanji, in ruby, or in brackets between kanji.
            "(?<=[" + KANJI + "])\u300a([" + KANA + "a-z]{1,40})\u300b"
                    + "|<rt(?:\\s[^<>]{0,200})?>([^<>]{0,60})(?:</rt>|(?=</?r(?:uby|b|t|p|tc)\\b))"
                    + "|(?<=[" + KANJI
                    + "])[\uff08(\\[\uff3b\u3014\u3010\u226a]([\\p{IsHiragana}\u30fc\u30fb]{1,20})[\uff09)\\]\uff3d\u3015\u3011\u226b](?=["
                    + KANJI + "])"
                    + "|<!--[^<>]{0,500}-->"
                    // What stands around a reading where ruby is not known, and the bar before the kanji that are read
                    // together.
                    + "|<rp(?:\\s[^<>]{0,200})?>[^<>]{0,5}</rp>"
                    + "|[\uff5c|](?=[" + KANJI + "]{1,20}\u300a)"
                    + "|</?(?:" + INLINE + ")(?:\\s[^<>]{0,500})?/?>"
                    + "|(</?(?:" + BLOCK + ")(?:\\s[^<>]{0,500})?/?>)",
            Pattern.CASE_INSENSITIVE);

    /** One of these stands before everything that is taken out. */
    private static final String OPENS = "<(\u300a\uff08[\uff3b\u3014\u3010\u226a";

    private static final int READINGS = 3;
    private static final int BREAK = 4;

    private Written() {}

    /**
     * A part of the text that is no part of a word.
     *
     * @param readFrom where the reading in it begins; -1 when it holds none
     * @param breaks it keeps words apart, as a line break does
     */
    record Part(int from, int to, int readFrom, int readTo, boolean breaks) {

        boolean reading() {
            return readFrom >= 0;
        }
    }

    /** In their order. */
    static List<Part> asides(String text) {
        if (text.chars().noneMatch(sign -> OPENS.indexOf(sign) >= 0)) {
            return List.of();
        }
        List<Part> asides = new ArrayList<>();
        Matcher aside = ASIDE.matcher(text);
        while (aside.find()) {
            int group = 1;
            while (group <= READINGS && aside.group(group) == null) {
                group++;
            }
            boolean reading = group <= READINGS;
            asides.add(new Part(
                    aside.start(),
                    aside.end(),
                    reading ? aside.start(group) : -1,
                    reading ? aside.end(group) : -1,
                    aside.group(BREAK) != null));
        }
        return asides;
    }
}
