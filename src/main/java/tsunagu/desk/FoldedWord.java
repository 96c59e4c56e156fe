package tsunagu.desk;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.shared.FoldedName;

/**
 * A word that is looked for in a text as {@code folded_name} compares it, without folding every text. Folding asks for each letter whether it
 * is one of six hundred: of ten thousand rows that is seconds. So a text is folded only if it may have the word: what has it as it was typed
 * has it; and what has, for one of its letters, none of those that are compared as this letter, cannot have it. Both are found by one look
 * over the text. FoldedWordTest draws texts and words, and asks that nothing is left out.
 */
public final class FoldedWord {

    /** Letters that are asked for first; more leave out hardly any text that these do not. */
    private static final int ASKED = 3;

    private static final int LAST_LETTER = 0x3ffff;

    /** A capital becomes the one or the other, by where it stands. */
    private static final int SIGMA = 0x3c3;

    private static final int LAST_SIGMA = 0x3c2;

    private FoldedWord() {}

    /**
     * @param text expression of a statement, not null
     * @param name of the values that {@link #values} gives
     */
    public static String in(String text, String name, String word) {
        if (FoldedName.of(word).isEmpty()) {
            return "true";
        }
        return "(" + text + " like '%' || :" + name + " || '%' or ("
                + values(name, word).keySet().stream()
                        .filter(each -> each.startsWith(name + "Letter"))
                        .map(each -> text + " ~ :" + each + " and ")
                        .collect(Collectors.joining())
                + "folded_name(" + text + ") like '%' || :" + name + "Folded || '%'))";
    }

    /** Values of the statement, by name. */
    public static Map<String, String> values(String name, String word) {
        Map<String, String> values = new LinkedHashMap<>();
        String folded = FoldedName.of(word);
        if (folded.isEmpty()) {
            return values;
        }
        values.put(name, escaped(word.strip()));
        values.put(name + "Folded", escaped(folded));
        int number = 0;
        for (int letter : folded.codePoints().distinct().limit(ASKED).toArray()) {
            values.put(name + "Letter" + number++, comparedAs(letter));
        }
        return values;
    }

    /** The signs that mean something to {@code like} mean themselves. */
    static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** One of the letters of which one has to be there: an expression of PostgreSQL, which Java reads as well. */
    static String comparedAs(int letter) {
        Set<Integer> all = new LinkedHashSet<>();
        // A letter with a mark may be written as the letter, followed by the mark.
        int plain = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .codePointAt(0);
        for (int each : new int[] {letter, plain, letter == LAST_SIGMA ? SIGMA : letter}) {
            all.add(each);
            all.addAll(Others.OF.getOrDefault(each, Set.of()));
        }
        return all.stream()
                .map(each ->
                        each > Character.MAX_VALUE ? String.format("\\U%08X", each) : String.format("\\u%04X", each))
                .collect(Collectors.joining("", "[", "]"));
    }

    /** By letter, those that become it: read from the rule itself, once. */
    static final class Others {

        static final Map<Integer, Set<Integer>> OF = others();

        private Others() {}

        private static Map<Integer, Set<Integer>> others() {
            Map<Integer, Set<Integer>> others = new HashMap<>();
            for (int each = ' '; each <= LAST_LETTER; each++) {
                if (!Character.isDefined(each) || each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE) {
                    continue;
                }
                int from = each;
                FoldedName.of(Character.toString(each))
                        .codePoints()
                        .filter(to -> to != from)
                        .forEach(to -> others.computeIfAbsent(to, key -> new LinkedHashSet<>())
                                .add(from));
            }
            return others;
        }
    }
}
