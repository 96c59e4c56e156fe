package tsunagu.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One word of a search and everything that counts as it ({@link Vocabulary}).
 *
 * @param typed as the person wrote it
 * @param exact normalised: the word, and its spellings with or without a long vowel mark at the end of a part (ユーザ, ユーザー; JIS Z 8301:
 *     parts of three sounds and more)
 * @param wider normalised: what says the same, or what it means
 * @param marks tags of records that answer to the word as a mark: "relocation=yes"
 * @param parts what it falls into when nothing knows it as a whole; a record that holds all of them holds the word
 * @param english names of classes in English count, too
 */
public record Word(
        String typed, List<String> exact, List<String> wider, Set<String> marks, List<Word> parts, boolean english) {

    static final String IN_HEADING = "h:";
    static final String IN_CORE = "c:";
    static final String IN_REST = "r:";
    static final String IN_ENGLISH = "e:";

    private static final int MOST_SPELLINGS = 8;
    private static final int LEAST_TO_PART = 3;
    private static final int LEAST_ENGLISH = 3;
    private static final char LONG_VOWEL = '\u30fc';

    static Word of(String typed) {
        return of(typed, false);
    }

    static Word of(String typed, boolean english) {
        return of(typed, english, true);
    }

    private static Word of(String typed, boolean english, boolean mayPart) {
        Vocabulary vocabulary = Vocabulary.current();
        String word = compared(typed);
        Set<String> exact = spellings(word);
        Set<String> wider = vocabulary.wider(exact);
        Set<String> names = new LinkedHashSet<>(exact);
        names.addAll(wider);
        if (exact.stream().noneMatch(vocabulary::knows)) {
            String bare = vocabulary.bare(word);
            if (!bare.equals(word)) {
                Set<String> meant = spellings(bare);
                wider.addAll(meant);
                wider.addAll(vocabulary.wider(meant));
                names.addAll(meant);
                names.addAll(vocabulary.wider(meant));
            }
        }
        List<Word> parts = List.of();
        if (mayPart
                && names.stream().noneMatch(vocabulary::knows)
                && word.codePointCount(0, word.length()) >= LEAST_TO_PART) {
            parts = vocabulary.parts(word).stream()
                    .map(part -> of(part, english, false))
                    .toList();
        }
        return new Word(typed, List.copyOf(exact), List.copyOf(wider), vocabulary.marks(names), parts, english);
    }

    /** The words of a query as one, to know where they stand side by side. */
    static Word together(List<Word> words) {
        return new Word(
                "",
                List.of(words.stream().map(word -> word.exact().get(0)).collect(Collectors.joining())),
                List.of(),
                Set.of(),
                List.of(),
                false);
    }

    /** Exactly these letters, without any meaning of theirs. */
    static Word plain(String letters) {
        return new Word(letters, List.of(compared(letters)), List.of(), Set.of(), List.of(), false);
    }

    private static String compared(String typed) {
        return SearchText.asked(typed)
                .replaceAll("^[ \"'\\u300c\\u300e\\u201c\\u2018]+", "")
                .replaceAll("[ \"'\\u300d\\u300f\\u201d\\u2019]+$", "")
                .replace(" ", "");
    }

    boolean blank() {
        return exact.isEmpty() || exact.get(0).isEmpty();
    }

    boolean filler() {
        return Vocabulary.current().filler(exact.get(0));
    }

    /** Everything a text may hold, the word itself first. */
    List<String> alternatives() {
        return Stream.concat(exact.stream(), wider.stream()).toList();
    }

    /** What the same hits follow from. */
    List<Object> key() {
        return List.of(exact, wider, english);
    }

    /** The word with only one of its two lists, for the question which of them a record holds. */
    Word only(boolean itself) {
        return new Word(typed, itself ? exact : wider, List.of(), Set.of(), List.of(), english);
    }

    boolean in(String normalised) {
        return alternatives().stream().anyMatch(each -> indexOf(each, normalised) >= 0);
    }

    /** Where an alternative stands in a text, -1 when it does not: one or two Latin letters only between signs of another kind. */
    static int indexOf(String alternative, String normalised) {
        int at = normalised.indexOf(alternative);
        while (at >= 0
                && SearchText.isShortLatin(alternative)
                && !SearchText.standsAlone(normalised, at, alternative.length())) {
            at = normalised.indexOf(alternative, at + 1);
        }
        return at;
    }

    /** Longer than a pair: the pairs alone do not prove it. */
    boolean needsCheck() {
        return alternatives().stream().anyMatch(each -> each.codePointCount(0, each.length()) > 2);
    }

    /**
     * What the index must hold for an alternative: one of these lists, all of it.
     *
     * @param mark "" for anywhere, {@link #IN_HEADING}, {@link #IN_CORE} or {@link #IN_REST}; the beginning of a reading counts like a name
     */
    List<List<String>> grams(String alternative, String mark) {
        List<List<String>> ways = new ArrayList<>();
        ways.add(SearchText.gramsOfWord(alternative).stream()
                .map(gram -> mark + gram)
                .toList());
        if (mark.isEmpty() || mark.equals(IN_HEADING)) {
            ways.add(List.of("^" + alternative));
        }
        if (english && mark.isEmpty() && alternative.length() >= LEAST_ENGLISH && SearchText.isLatin(alternative)) {
            ways.add(List.of(IN_ENGLISH + alternative));
        }
        return ways;
    }

    /** For the index: (pair and pair) or (pair and pair), quoted as PostgreSQL wants it. */
    String tsquery(String mark) {
        return alternatives().stream()
                .flatMap(alternative -> grams(alternative, mark).stream())
                .map(way -> way.stream().map(Word::quoted).collect(Collectors.joining(" & ", "(", ")")))
                .collect(Collectors.joining(" | "));
    }

    static String quoted(String gram) {
        return "'" + gram.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** For the check against the text itself. */
    List<String> patterns() {
        return alternatives().stream()
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
            boolean mayFollow =
                    run >= 3 && sign != LONG_VOWEL && i + 1 < word.length() && word.charAt(i + 1) != LONG_VOWEL;
            if (mayFollow && found.size() < MOST_SPELLINGS) {
                found.add(word.substring(0, i + 1) + LONG_VOWEL + word.substring(i + 1));
            }
        }
        found.add(bare.toString());
        return found;
    }
}
