package tsunagu.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words with their reading (振り仮名). People write them as Aozora Bunko does: the word, then its reading in double angle brackets; a bar
 * where the word begins when it is more than the kanji before the bracket. {@link #marked} turns that into signs for private use, which
 * nobody types, so that a bracket somebody wrote stays a bracket. Whoever shows text makes ruby of the signs (ReadingWriter) or takes
 * the reading away, where there is room for plain letters only.
 */
public final class Readings {

    private static final char WORD = '\ue010';
    private static final char READING = '\ue011';
    private static final char END = '\ue012';

    private static final String AFTER_BAR = "\uff5c([^\uff5c\u300a\u300b]+)\u300a([^\u300a\u300b]*)\u300b";

    private static final Pattern BARRED = Pattern.compile(AFTER_BAR);

    private static final Pattern BARE = Pattern.compile("([\\p{IsHan}\u3005\u30f6]+)\u300a([^\u300a\u300b]*)\u300b");

    private static final Pattern MARKED =
            Pattern.compile(WORD + "([^" + WORD + END + "]*)" + READING + "([^" + WORD + END + "]*)" + END);

    private static final Pattern SIGNS = Pattern.compile("[" + WORD + READING + END + "]");

    /** @param reading null where none is needed */
    public record Part(String text, String reading) {}

    private Readings() {}

    /** One of the portal's own texts, with signs in place of bars and brackets. */
    public static String marked(String written) {
        return replaced(BARE, barred(written));
    }

    /** What a company wrote: only what has a bar is a word with its reading, for a bracket may be meant as a bracket. */
    public static String barred(String written) {
        return replaced(BARRED, written);
    }

    private static String replaced(Pattern words, String written) {
        return written.indexOf('\u300a') < 0
                ? written
                : words.matcher(written).replaceAll(WORD + "$1" + READING + "$2" + END);
    }

    public static boolean in(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= WORD && text.charAt(i) <= END) {
                return true;
            }
        }
        return false;
    }

    /** The words alone. */
    public static String without(String marked) {
        return in(marked) ? bare(MARKED.matcher(marked).replaceAll("$1")) : marked;
    }

    /** In letters, which are plain text: the reading follows in brackets. */
    public static String inBrackets(String marked) {
        return in(marked) ? bare(MARKED.matcher(marked).replaceAll("$1\uff08$2\uff09")) : marked;
    }

    /** What stands for a sign where the text is already being written: a bracket or nothing; null for any other letter. */
    public static String inBrackets(char letter) {
        return switch (letter) {
            case WORD -> "";
            case READING -> "\uff08";
            case END -> "\uff09";
            default -> null;
        };
    }

    /** Words with and without a reading, one after the other. */
    public static List<Part> parts(String marked) {
        List<Part> parts = new ArrayList<>();
        Matcher word = MARKED.matcher(marked);
        int at = 0;
        while (word.find()) {
            if (word.start() > at) {
                parts.add(new Part(bare(marked.substring(at, word.start())), null));
            }
            parts.add(new Part(bare(word.group(1)), bare(word.group(2))));
            at = word.end();
        }
        if (at < marked.length()) {
            parts.add(new Part(bare(marked.substring(at)), null));
        }
        return parts;
    }

    /** A sign that is left over belongs to nothing. */
    private static String bare(String text) {
        return in(text) ? SIGNS.matcher(text).replaceAll("") : text;
    }
}
