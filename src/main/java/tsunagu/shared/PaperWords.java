package tsunagu.shared;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Titles and column headings of 資料2, 3 and 4, which each city may word as its own papers do. A key is that of the text without the
 * name of its bundle: title.2, col.grade. Papers of closed years keep the words with which they were closed.
 */
public final class PaperWords {

    private static final String BUNDLE = "paper.";

    private static final List<String> CHANGEABLE = List.of("title.", "col.");

    /** Columns without which a row still says what it is about, and what came of it. */
    private static final Set<String> DISPENSABLE = Set.of(
            "col.before",
            "col.target",
            "col.done",
            "col.outcome",
            "col.explanation",
            "col.base",
            "col.method",
            "col.direction",
            "col.remark");

    /** Where a year stands in a title. */
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]\\}");

    private PaperWords() {}

    /** What the portal prints of itself, by key, in the order of the keys. */
    public static Map<String, String> shipped() {
        Map<String, String> words = new TreeMap<>();
        Words.shipped(BUNDLE).forEach((key, word) -> {
            String own = key.substring(BUNDLE.length());
            if (CHANGEABLE.stream().anyMatch(own::startsWith)) {
                words.put(own, word);
            }
        });
        return words;
    }

    /** The papers say these from now on, and what ships for all others. */
    public static void known(Map<String, String> own) {
        Map<String, String> texts = new HashMap<>();
        own.forEach((key, word) -> texts.put(BUNDLE + key, word));
        Words.instead(texts);
    }

    /** What stands in the place of a heading when the city's papers do not have the column. */
    public static String leftOut() {
        return Words.japanese("paper.leftOut");
    }

    public static boolean anyLeftOut() {
        return DISPENSABLE.stream()
                .anyMatch(each -> Words.japanese(BUNDLE + each).equals(leftOut()));
    }

    /** A column that the city's papers need not have. */
    public static boolean dispensable(String key) {
        return DISPENSABLE.contains(key);
    }

    /** The year stands in a city's words where it stands in those that ship, and nothing else is to be filled in. */
    public static boolean fits(String shipped, String word) {
        return places(shipped).equals(places(word))
                && PLACE.matcher(word)
                        .replaceAll("")
                        .chars()
                        .noneMatch(sign -> sign == '{' || sign == '}' || sign == '\'');
    }

    private static List<String> places(String word) {
        return PLACE.matcher(word).results().map(MatchResult::group).sorted().toList();
    }
}
