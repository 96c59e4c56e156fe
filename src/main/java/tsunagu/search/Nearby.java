package tsunagu.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words like one that finds nothing: one letter is another (kikai sekkei written with another kanji of the same sound), too many, missing, or changed its place with the next.
 * They are taken out of what the records say, so that every one of them finds something.
 */
final class Nearby {

    /** Of shorter words too much would be like them. */
    private static final int SHORTEST = 3;

    private static final int LONGEST = 20;
    private static final int MOST = 4;
    private static final String ANY = "[\\p{L}\\u30fc]";

    /** What the index must hold, all of one of them. */
    private final List<List<String>> ways = new ArrayList<>();

    private final Pattern pattern;
    private final String word;

    private Nearby(String word) {
        this.word = word;
        int length = word.length();
        Set<String> forms = new LinkedHashSet<>();
        for (int i = 0; i < length; i++) {
            add(forms, word.substring(0, i), ANY, word.substring(i + 1));
            if (i > 0) {
                add(forms, word.substring(0, i), ANY, word.substring(i));
                add(
                        forms,
                        word.substring(0, i - 1) + word.charAt(i) + word.charAt(i - 1) + word.substring(i + 1),
                        "",
                        "");
            }
            add(forms, word.substring(0, i) + word.substring(i + 1), "", "");
        }
        pattern = Pattern.compile(String.join("|", forms));
    }

    /** Of a normalised word; null when it is too short or too long for it. */
    static Nearby of(String word) {
        return word.length() < SHORTEST
                        || word.length() > LONGEST
                        || !word.codePoints().allMatch(Nearby::isLetter)
                ? null
                : new Nearby(word);
    }

    private static boolean isLetter(int point) {
        return Character.isLetter(point) && Character.charCount(point) == 1 || point == '\u30fc';
    }

    private void add(Set<String> forms, String left, String between, String right) {
        Set<String> grams = new LinkedHashSet<>();
        for (String part : List.of(left, right)) {
            if (!part.isEmpty()) {
                grams.addAll(SearchText.gramsOfWord(part));
            }
        }
        if (left.length() + right.length() >= SHORTEST - 1 && !grams.isEmpty()) {
            ways.add(List.copyOf(grams));
            forms.add(Pattern.quote(left) + between + Pattern.quote(right));
        }
    }

    List<List<String>> ways() {
        return ways;
    }

    /** For the index. */
    String tsquery() {
        return ways.stream()
                .map(way -> way.stream().map(Word::quoted).collect(Collectors.joining(" & ", "(", ")")))
                .collect(Collectors.joining(" | "));
    }

    /**
     * Words like it in what was written, those of most records first.
     *
     * @param texts of records: fields with label and words
     */
    List<String> in(List<List<List<String>>> texts) {
        Map<String, Integer> records = new LinkedHashMap<>();
        Map<String, String> written = new LinkedHashMap<>();
        for (List<List<String>> fields : texts) {
            Set<String> here = new LinkedHashSet<>();
            for (List<String> field : fields) {
                SearchText compared = SearchText.of(field.get(1));
                Matcher found = pattern.matcher(compared.text());
                while (found.find()) {
                    if (!found.group().equals(word)) {
                        here.add(found.group());
                        int to = found.end() < compared.origin().length
                                ? compared.origin()[found.end()]
                                : field.get(1).length();
                        written.putIfAbsent(
                                found.group(),
                                field.get(1)
                                        .substring(compared.origin()[found.start()], to)
                                        .strip());
                    }
                }
            }
            here.forEach(each -> records.merge(each, 1, Integer::sum));
        }
        return records.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST)
                .map(each -> written.get(each.getKey()))
                .toList();
    }
}
