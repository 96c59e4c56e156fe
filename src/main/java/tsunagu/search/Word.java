package tsunagu.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.shared.ReferenceTable;

/**
 * One word of a search and everything that counts as it: synonyms, and spellings with or without a long vowel mark at
 * the end of a part (ユーザ, ユーザー; JIS Z 8301: parts of three sounds and more).
 *
 * @param typed as the person wrote it
 * @param alternatives normalised; a text that holds one of them holds the word
 */
public record Word(String typed, List<String> alternatives) {

    static final String IN_HEADING = "h:";
    static final String IN_CORE = "c:";

    private static final int MOST_SPELLINGS = 8;
    private static final char LONG_VOWEL = '\u30fc';

    private static final Map<String, Set<String>> SYNONYMS = synonyms();

    /** Kana → the words it may mean; one way only, for a kanji word is not in every place its sound is. */
    private static final Map<String, List<String>> READINGS =
            ReferenceTable.read("/reference/search/readings.csv").stream()
                    .collect(Collectors.toMap(
                            row -> SearchText.normalise(row.text("reading")),
                            row -> row.words("words").stream().map(SearchText::normalise).toList()));

    /** Short forms of kinds of companies, and the long ones. */
    private static final Map<String, String> FORMS = ReferenceTable.read("/reference/search/forms.csv").stream()
            .collect(Collectors.toMap(
                    row -> SearchText.normalise(row.text("short")), row -> SearchText.normalise(row.text("long"))));

    static Word of(String typed) {
        String normalised = SearchText.normalise(typed).replaceAll("^[ \"'\\u300c\\u300e\\u201c\\u2018]+", "")
                .replaceAll("[ \"'\\u300d\\u300f\\u201d\\u2019]+$", "").replace(" ", "");
        Set<String> all = new LinkedHashSet<>(spellings(normalised));
        for (String spelling : List.copyOf(all)) {
            all.addAll(READINGS.getOrDefault(spelling, List.of()));
        }
        for (String spelling : List.copyOf(all)) {
            all.addAll(SYNONYMS.getOrDefault(spelling, Set.of()));
            FORMS.forEach((brief, full) -> {
                if (spelling.contains(brief)) {
                    all.add(spelling.replace(brief, full));
                } else if (spelling.contains(full)) {
                    all.add(spelling.replace(full, brief));
                }
            });
        }
        return new Word(typed, List.copyOf(all));
    }

    boolean blank() {
        return alternatives.isEmpty() || alternatives.get(0).isEmpty();
    }

    boolean in(String normalised) {
        return alternatives.stream().anyMatch(normalised::contains);
    }

    /** Longer than a pair: the pairs alone do not prove it. */
    boolean needsCheck() {
        return alternatives.stream().anyMatch(each -> each.codePointCount(0, each.length()) > 2);
    }

    /**
     * For the index: (pair and pair) or (pair and pair), quoted as PostgreSQL wants it. The beginning of a reading counts
     * like a name.
     *
     * @param mark "" for anywhere, {@link #IN_HEADING} or {@link #IN_CORE}
     */
    String tsquery(String mark) {
        return alternatives.stream()
                .map(alternative -> SearchText.gramsOfWord(alternative).stream()
                                .map(gram -> quoted(mark + gram))
                                .collect(Collectors.joining(" & ", "(", ")"))
                        + (mark.equals(IN_CORE) ? "" : " | " + quoted("^" + alternative)))
                .collect(Collectors.joining(" | "));
    }

    private static String quoted(String gram) {
        return "'" + gram.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** For the check against the text itself. */
    List<String> patterns() {
        return alternatives.stream()
                .map(each -> "%" + each.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }

    private static Set<String> spellings(String word) {
        Set<String> found = new LinkedHashSet<>();
        found.add(word);
        StringBuilder bare = new StringBuilder();
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            char sign = word.charAt(i);
            run = SearchText.isKatakana(sign) ? run + 1 : 0;
            boolean optional = run > 3 && sign == LONG_VOWEL;
            if (optional) {
                found.add(word.substring(0, i) + word.substring(i + 1));
            } else {
                bare.append(sign);
            }
            boolean mayFollow = run >= 3
                    && sign != LONG_VOWEL
                    && i + 1 < word.length()
                    && word.charAt(i + 1) != LONG_VOWEL;
            if (mayFollow && found.size() < MOST_SPELLINGS) {
                found.add(word.substring(0, i + 1) + LONG_VOWEL + word.substring(i + 1));
            }
        }
        found.add(bare.toString());
        return found;
    }

    private static Map<String, Set<String>> synonyms() {
        Map<String, Set<String>> groups = new HashMap<>();
        for (ReferenceTable.Row row : ReferenceTable.read("/reference/search/synonyms.csv")) {
            List<String> words = new ArrayList<>();
            row.words("words").forEach(word -> words.add(SearchText.normalise(word)));
            for (String word : words) {
                groups.computeIfAbsent(word, key -> new LinkedHashSet<>()).addAll(words);
            }
        }
        return groups;
    }
}
