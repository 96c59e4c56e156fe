package tsunagu.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsunagu.shared.ReferenceTable;

/**
 * Japanese text as it is compared: NFKC, small letters, hiragana as katakana, old forms of kanji as the usual ones, dashes
 * after katakana as the long vowel mark, control signs and variation selectors gone, runs of space as one space and none between Latin
 * and Japanese or within a word that is spaced out, readings and markup out of the words they stand in ({@link Written}). Nothing is
 * lost that people could look for; names are stored and shown as they were written.
 *
 * @param text the compared form
 * @param origin for every character of {@code text}, where it came from in the written form
 */
public record SearchText(String text, int[] origin) {

    private static final Map<Integer, Integer> VARIANTS = ReferenceTable.read("/reference/search/variants.csv").stream()
            .collect(Collectors.toMap(row -> row.text("from").codePointAt(0), row -> row.text("to")
                    .codePointAt(0)));

    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff70";

    /** What people write between two numbers (8:30〜17:30): dashes, waves, and the long vowel mark that stands on the same key. One sign for all. */
    private static final String BETWEEN_NUMBERS = DASHES + "~\u301c\u223c\u2053\uff5e\u30fc\u2500\ufe58\ufe63\uff0d";

    /** Dashes and waves as they come from one keyboard or the other: one sign for all, wherever they stand. */
    private static final String ONE_DASH =
            "~\u301c\u223c\u2053\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501\u3030\u207b";

    /** Counters as in three months (3か月): behind a digit, one letter for all. */
    private static final String COUNTERS = "\u30f5\u30f6\u30b1\u7b87";

    private static final String REPEATS = "\u3005\u309d\u30fd";
    private static final String REPEATS_VOICED = "\u309e\u30fe";

    private static final int LONGEST_BEGINNING = 20;

    /** Latin letters: as many or fewer are a word only between other signs. */
    private static final int SHORT = 2;

    private static final char LONG_VOWEL = '\u30fc';

    private static final String ALONE = "=";
    private static final Pattern SHORT_WORDS = Pattern.compile("(?<![a-z])[a-z]{1," + SHORT + "}(?![a-z])");

    /** The compared form of a text. */
    public static String normalise(String written) {
        return of(written).text();
    }

    /** The compared form of what somebody looks for: a reading that was copied along says nothing new. */
    static String asked(String typed) {
        return of(typed, false).text();
    }

    static SearchText of(String written) {
        return of(written, true);
    }

    private static SearchText of(String written, boolean withReadings) {
        StringBuilder text = new StringBuilder(written.length());
        List<Integer> origin = new ArrayList<>(written.length());
        List<Written.Part> readings = new ArrayList<>();
        int at = 0;
        for (Written.Part aside : Written.asides(written)) {
            fold(written, at, aside.from(), text, origin);
            if (aside.reading() && withReadings) {
                readings.add(aside);
            } else if (aside.breaks()) {
                append(text, origin, ' ', aside.from());
            }
            at = aside.to();
        }
        fold(written, at, written.length(), text, origin);
        trim(text, origin);
        close(written, text, origin);
        // Whoever looks for a reading finds it, too; it only does not stand in the middle of the word.
        for (Written.Part reading : readings) {
            append(text, origin, ' ', reading.from());
            fold(written, reading.readFrom(), reading.readTo(), text, origin);
        }
        trim(text, origin);
        return new SearchText(
                text.toString(), origin.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void fold(String written, int from, int to, StringBuilder text, List<Integer> origin) {
        int at = from;
        while (at < to) {
            int end = endOfCluster(written, at);
            String cluster = Normalizer.normalize(written.substring(at, end), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT);
            for (int i = 0; i < cluster.length(); ) {
                int point = cluster.codePointAt(i);
                i += Character.charCount(point);
                append(text, origin, fold(point, text), at);
            }
            if (betweenNumbers(written, at, end, text)) {
                // With or without space around it: what stands on both sides are the ends of one range.
                text.setLength(text.length() - 1);
                origin.remove(origin.size() - 1);
                if (text.charAt(text.length() - 1) == ' ') {
                    text.setLength(text.length() - 1);
                    origin.remove(origin.size() - 1);
                }
                append(text, origin, '-', at);
                while (Character.isWhitespace(written.charAt(end)) || Character.isSpaceChar(written.charAt(end))) {
                    end++;
                }
            }
            at = end;
        }
    }

    private static void trim(StringBuilder text, List<Integer> origin) {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
            origin.remove(origin.size() - 1);
        }
    }

    /**
     * Takes out spaces within a Japanese word: where letters are spaced out one by one, and the one line break where a long
     * line was cut. Between whole words a space stays: it keeps them apart.
     */
    private static void close(String written, StringBuilder text, List<Integer> origin) {
        for (int i = text.length() - 2; i > 0; i--) {
            if (text.charAt(i) != ' ' || !isJapanese(text.codePointBefore(i)) || !isJapanese(text.codePointAt(i + 1))) {
                continue;
            }
            boolean spacedOut = single(text, i, -1) || single(text, i, 1);
            if (spacedOut || cut(written, text, origin, i)) {
                text.deleteCharAt(i);
                origin.remove(i);
            }
        }
    }

    /** One letter alone stands at this side of the space. @param step -1 or 1 */
    private static boolean single(StringBuilder text, int space, int step) {
        int near = step < 0 ? text.codePointBefore(space) : text.codePointAt(space + 1);
        int next = space + step * (1 + Character.charCount(near));
        return next < 0
                || next >= text.length()
                || !isJapanese(step < 0 ? text.codePointBefore(next + 1) : text.codePointAt(next));
    }

    private static boolean cut(String written, StringBuilder text, List<Integer> origin, int space) {
        int before = text.codePointBefore(space);
        int after = text.codePointAt(space + 1);
        boolean within = Character.isIdeographic(before) && Character.isIdeographic(after)
                || isKatakana(before)
                        && isKatakana(after)
                        && isWrittenAs(
                                written.codePointAt(origin.get(space - 1)), written.codePointAt(origin.get(space + 1)));
        String between = written.substring(origin.get(space), origin.get(space + 1));
        return within && between.chars().filter(sign -> sign == '\n').count() == 1;
    }

    /** Both in katakana or both in hiragana, which are compared as one. */
    private static boolean isWrittenAs(int one, int other) {
        return Character.UnicodeBlock.of(one) == Character.UnicodeBlock.of(other);
    }

    private static boolean isJapanese(int point) {
        return Character.isIdeographic(point) || isKatakana(point);
    }

    /** The sign just appended stands between two digits. */
    private static boolean betweenNumbers(String written, int at, int end, StringBuilder text) {
        if (end - at != 1 || BETWEEN_NUMBERS.indexOf(written.charAt(at)) < 0 || text.length() < 2) {
            return false;
        }
        int before = text.length() - 2;
        before -= text.charAt(before) == ' ' && before > 0 ? 1 : 0;
        int next = end;
        while (next < written.length()
                && (Character.isWhitespace(written.charAt(next)) || Character.isSpaceChar(written.charAt(next)))) {
            if (written.charAt(next) == '\n') {
                return false;
            }
            next++;
        }
        return Character.isDigit(text.charAt(before))
                && next < written.length()
                && Character.isDigit(written.charAt(next));
    }

    /** A sign with the marks that belong to it, so that a half-width letter and its voicing become one. */
    static int endOfCluster(String written, int at) {
        int end = at + Character.charCount(written.codePointAt(at));
        while (end < written.length()) {
            char next = written.charAt(end);
            boolean mark =
                    next == '\uff9e' || next == '\uff9f' || Character.getType(next) == Character.NON_SPACING_MARK;
            if (!mark) {
                break;
            }
            end++;
        }
        return end;
    }

    private static int fold(int point, StringBuilder before) {
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            return ' ';
        }
        int type = Character.getType(point);
        if (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE || selects(point)) {
            return 0;
        }
        if (DASHES.indexOf(point) >= 0 && !before.isEmpty() && isKatakana(before.charAt(before.length() - 1))) {
            return LONG_VOWEL;
        }
        if (point >= 0x3041 && point <= 0x3096) {
            return point + 0x60;
        }
        if (ONE_DASH.indexOf(point) >= 0) {
            return '-';
        }
        return before.isEmpty() ? VARIANTS.getOrDefault(point, point) : behind(point, before);
    }

    /** What a sign is by the one before it. */
    private static int behind(int point, StringBuilder before) {
        int last = before.codePointBefore(before.length());
        if (COUNTERS.indexOf(point) >= 0 && Character.isDigit(last)) {
            return '\u30ab';
        }
        if (REPEATS.indexOf(point) >= 0 && isJapanese(last)) {
            return last;
        }
        if (REPEATS_VOICED.indexOf(point) >= 0 && isKatakana(last)) {
            return Normalizer.normalize(Character.toString(last) + '\u3099', Normalizer.Form.NFC)
                    .codePointAt(0);
        }
        return VARIANTS.getOrDefault(point, point);
    }

    /** Variation selectors say how a letter is drawn, not which it is. */
    private static boolean selects(int point) {
        return point >= 0xfe00 && point <= 0xfe0f
                || point >= 0xe0100 && point <= 0xe01ef
                || point >= 0x180b && point <= 0x180d;
    }

    private static void append(StringBuilder text, List<Integer> origin, int point, int from) {
        boolean space = point == ' ';
        if (point == 0 || space && (text.isEmpty() || text.charAt(text.length() - 1) == ' ')) {
            return;
        }
        int last = text.length() - 1;
        if (point == '-' && last >= 0 && text.charAt(last) == '-') {
            return;
        }
        // A comma between thousands: 1,000 and 1000 are one amount.
        if (last > 0
                && text.charAt(last) == ','
                && Character.isDigit(point)
                && Character.isDigit(text.charAt(last - 1))) {
            text.setLength(last);
            origin.remove(last--);
        }
        if (last > 0 && text.charAt(last) == ' ' && betweenScripts(text.codePointBefore(last), point)) {
            text.setLength(last);
            origin.remove(last);
        }
        text.appendCodePoint(point);
        for (int i = 0; i < Character.charCount(point); i++) {
            origin.add(from);
        }
    }

    /** Between Latin letters or digits and Japanese a space is a matter of taste: CAD オペレーター, CADオペレーター. */
    private static boolean betweenScripts(int before, int after) {
        return isLatin(before) && Character.isIdeographic(after)
                || isLatin(before) && isKatakana(after)
                || isLatin(after) && Character.isIdeographic(before)
                || isLatin(after) && isKatakana(before);
    }

    private static boolean isLatin(int point) {
        return point < 0x80 && Character.isLetterOrDigit(point);
    }

    private static boolean isLetter(int point) {
        return point >= 'a' && point <= 'z';
    }

    static boolean isLatin(String normalised) {
        return normalised.chars().allMatch(SearchText::isLetter);
    }

    /** One or two Latin letters stand in every other word: SE in "representatives", AI in a mail address. They count only as a word. */
    static boolean isShortLatin(String normalised) {
        return normalised.length() <= SHORT && !normalised.isEmpty() && isLatin(normalised);
    }

    /** No Latin letter before or behind it. */
    static boolean standsAlone(String normalised, int at, int length) {
        return (at == 0 || !isLetter(normalised.charAt(at - 1)))
                && (at + length >= normalised.length() || !isLetter(normalised.charAt(at + length)));
    }

    static boolean isKatakana(int point) {
        return point >= 0x30a1 && point <= 0x30ff;
    }

    /** What is stored for finding: every character and every pair of neighbours, and words of one or two Latin letters. */
    static Set<String> grams(String normalised) {
        Set<String> grams = new LinkedHashSet<>();
        int[] points = normalised.codePoints().toArray();
        SHORT_WORDS.matcher(normalised).results().forEach(word -> grams.add(ALONE + word.group()));
        for (int i = 0; i < points.length; i++) {
            if (separates(points[i])) {
                continue;
            }
            grams.add(Character.toString(points[i]));
            if (i + 1 < points.length && !separates(points[i + 1])) {
                grams.add(Character.toString(points[i]) + Character.toString(points[i + 1]));
            }
        }
        return grams;
    }

    /** What is stored for finding a reading: its beginnings, so that a part from its middle finds nothing. */
    static Set<String> beginnings(String reading) {
        Set<String> beginnings = new LinkedHashSet<>();
        int[] points = reading.replace(" ", "").codePoints().toArray();
        StringBuilder beginning = new StringBuilder("^");
        for (int i = 0; i < Math.min(points.length, LONGEST_BEGINNING); i++) {
            beginnings.add(beginning.appendCodePoint(points[i]).toString());
        }
        return beginnings;
    }

    /** The words of a text in Latin letters by their beginnings. */
    static Set<String> latinBeginnings(String normalised) {
        Set<String> beginnings = new LinkedHashSet<>();
        for (String word : normalised.split("[^a-z]+")) {
            for (int length = 1; length <= Math.min(word.length(), LONGEST_BEGINNING); length++) {
                beginnings.add(word.substring(0, length));
            }
        }
        return beginnings;
    }

    /** What a word without spaces needs: the character, or all its pairs. */
    static List<String> gramsOfWord(String word) {
        if (isShortLatin(word)) {
            return List.of(ALONE + word);
        }
        int[] points = word.codePoints().toArray();
        if (points.length == 1) {
            return List.of(word);
        }
        List<String> grams = new ArrayList<>();
        for (int i = 0; i + 1 < points.length; i++) {
            grams.add(Character.toString(points[i]) + Character.toString(points[i + 1]));
        }
        return grams;
    }

    private static boolean separates(int point) {
        return point == ' ' || point == '\n';
    }
}
