package tsunagu.finding.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.shared.Readings;
import tsunagu.shared.ReferenceTable;

/**
 * 振り仮名 for what companies write, in ordinary writing, for a junior high school. Nothing is guessed: a word has a reading where the
 * company gave it itself, or where the whole run of kanji stands in the table of words that are read in one way only
 * (reference/school-readings.csv). All others have none, as a wrong one teaches it.
 */
final class SchoolReadings {

    private static final String BAR = "\uff5c";

    /** A run of kanji, with what stands before and after it: beside a digit a word is often read otherwise (3\u4eba, \u4e00\u65e5 3\u56de). */
    private static final Pattern RUN = Pattern.compile("[\\p{IsHan}\u3005\u30f6]+");

    private static final Pattern GIVEN =
            Pattern.compile("\uff5c([^\uff5c\u300a\u300b]+)\u300a([^\u300a\u300b]+)\u300b");

    /** @param next kana of which one must follow; "" for any text */
    private record Entry(String next, String reading) {}

    private static final Map<String, List<Entry>> TABLE = table();

    private SchoolReadings() {}

    private static Map<String, List<Entry>> table() {
        Map<String, List<Entry>> table = new HashMap<>();
        ReferenceTable.read("/reference/school-readings.csv")
                .forEach(row -> table.computeIfAbsent(row.text("word"), word -> new ArrayList<>())
                        .add(new Entry(row.textOrEmpty("next"), row.text("reading"))));
        return Map.copyOf(table);
    }

    /** Words of which the company says somewhere how they are read. */
    static Map<String, String> given(Iterable<String> texts) {
        Map<String, String> given = new HashMap<>();
        for (String text : texts) {
            Matcher word = GIVEN.matcher(text);
            while (word.find()) {
                // Read in two ways, it is read in neither.
                given.merge(word.group(1), word.group(2), (one, other) -> one.equals(other) ? one : "");
            }
        }
        return given;
    }

    /**
     * The text with the signs of {@link Readings}.
     *
     * @param given readings of the company's own, by word; "" for a word that must not have one
     */
    static String in(String text, Map<String, String> given) {
        StringBuilder read = new StringBuilder();
        for (Readings.Part part : Readings.parts(Readings.barred(text))) {
            read.append(part.reading() != null ? written(part.text(), part.reading()) : runs(part.text(), given));
        }
        return Readings.barred(read.toString());
    }

    private static String runs(String text, Map<String, String> given) {
        return RUN.matcher(text).replaceAll(run -> {
            boolean counted = run.start() > 0 && Character.isDigit(text.charAt(run.start() - 1))
                    || run.end() < text.length() && Character.isDigit(text.charAt(run.end()));
            String reading = counted ? "" : reading(run.group(), text.substring(run.end()), given);
            return Matcher.quoteReplacement(reading.isEmpty() ? run.group() : written(run.group(), reading));
        });
    }

    private static String reading(String run, String behind, Map<String, String> given) {
        if (given.containsKey(run)) {
            return given.get(run);
        }
        return TABLE.getOrDefault(run, List.of()).stream()
                .filter(each -> each.next().isEmpty()
                        || !behind.isEmpty() && each.next().indexOf(behind.charAt(0)) >= 0)
                .map(Entry::reading)
                .findFirst()
                .orElse("");
    }

    private static String written(String word, String reading) {
        return BAR + word + "\u300a" + reading + "\u300b";
    }
}
