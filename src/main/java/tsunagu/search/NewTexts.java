package tsunagu.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * The texts of a few records in memory, by their pairs of letters: a word is looked for here exactly as the database looks for it
 * ({@link Word#tsquery}), without asking it once for every word.
 */
final class NewTexts {

    private static final RoaringBitmap NOWHERE = new RoaringBitmap();

    private final Map<String, RoaringBitmap> byGram = new HashMap<>();
    private final Map<Integer, String> bodies = new HashMap<>();

    void add(int no, String body, List<String> grams) {
        bodies.put(no, body);
        for (String gram : grams) {
            byGram.computeIfAbsent(gram, key -> new RoaringBitmap()).add(no);
        }
    }

    RoaringBitmap holding(Word word) {
        return holding(word, "");
    }

    /** @param mark where: {@link Word#IN_HEADING}, {@link Word#IN_CORE}, or "" for anywhere */
    RoaringBitmap holding(Word word, String mark) {
        RoaringBitmap all = new RoaringBitmap();
        for (String alternative : word.alternatives()) {
            for (List<String> way : word.grams(alternative, mark)) {
                RoaringBitmap pairs = null;
                for (String gram : way) {
                    RoaringBitmap those = byGram.getOrDefault(gram, NOWHERE);
                    pairs = pairs == null ? those : RoaringBitmap.and(pairs, those);
                }
                all.or(pairs);
            }
        }
        if (!mark.isEmpty() || !word.needsCheck()) {
            return all;
        }
        RoaringBitmap proved = new RoaringBitmap();
        for (int no : all) {
            if (word.in(bodies.get(no))) {
                proved.add(no);
            }
        }
        return proved;
    }
}
