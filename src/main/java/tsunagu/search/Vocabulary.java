package tsunagu.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.shared.Area;
import tsunagu.shared.Areas;
import tsunagu.shared.ReferenceTable;

/**
 * What words mean in a search: data, not code. The tables are {@code reference/search/*.csv} (where each line comes from stands in it), and
 * what staff have added. Everything is kept in the compared form of {@link SearchText}.
 *
 * <p>Life cycle: the tables that ship are read once; {@link SearchMirror} puts staff's words in ({@link #learn}) whenever they changed.
 */
final class Vocabulary {

    private static final Vocabulary SHIPPED = new Vocabulary();

    private static volatile Vocabulary current = SHIPPED;

    private static final int LEAST_LIKE = 3;
    private static final int MOST_LIKE = 4;
    private static final int UNKNOWN = 10;

    /** Letters behind the name of an area of the city; municipalities have one. */
    /** What people leave off a place's name: of an area, a district, a city, a town, a village. */
    private static final List<String> ENDINGS = List.of("\u5730\u57df", "\u5730\u533a", "\u5e02", "\u753a", "\u6751");

    /** Signs of a place's name without its ending; one alone is in every second word. */
    private static final int LEAST_PLACE = 2;

    /** Words that say the same, in both directions. */
    private final Map<String, Set<String>> same = new HashMap<>();
    /** Kana and the words they may be; one way only, for a kanji word is not in every place its sound is. */
    private final Map<String, Set<String>> readings = new HashMap<>();
    /** Words of daily life and what they mean in a posting; one way only, and no further: what is meant is all that is meant. */
    private final Map<String, Set<String>> meanings = new HashMap<>();
    /** Words that are a mark's own name: tags of {@link Facet}. */
    private final Map<String, Set<String>> marks = new HashMap<>();
    /** What people put before or behind the word they mean. */
    private final List<String> endings = new ArrayList<>();

    private final List<String> beginnings = new ArrayList<>();
    /** Words that say nothing about what is sought: work, jobs, looking for. */
    private final Set<String> fillers = new LinkedHashSet<>();
    /** Short forms of kinds of companies, and the long ones. */
    private final Map<String, String> forms = new HashMap<>();
    /** Of every compared form, how the tables write it. */
    private final Map<String, String> written = new HashMap<>();
    /** Names of places, which are no synonyms but parts of what is typed without spaces. */
    private static volatile Places places = new Places(List.of(), Set.of());

    /** @param of the areas they were made of */
    private record Places(List<Area> of, Set<String> names) {}

    private Vocabulary() {
        for (ReferenceTable.Row row : table("synonyms")) {
            group(row.words("words"));
        }
        one(readings, "readings");
        one(meanings, "meanings");
        for (ReferenceTable.Row row : table("marks")) {
            for (String word : row.words("words")) {
                written.putIfAbsent(SearchText.normalise(word), word);
                marks.computeIfAbsent(SearchText.normalise(word), key -> new LinkedHashSet<>())
                        .addAll(row.words("tags"));
            }
        }
        for (ReferenceTable.Row row : table("endings")) {
            String word = SearchText.normalise(row.text("word"));
            switch (row.text("at")) {
                case "end" -> endings.add(word);
                case "beginning" -> beginnings.add(word);
                default -> fillers.add(word);
            }
        }
        for (ReferenceTable.Row row : table("forms")) {
            forms.put(SearchText.normalise(row.text("short")), SearchText.normalise(row.text("long")));
        }
    }

    private Vocabulary(Vocabulary shipped, Collection<List<String>> ofStaff) {
        shipped.same.forEach((word, others) -> same.put(word, new LinkedHashSet<>(others)));
        readings.putAll(shipped.readings);
        meanings.putAll(shipped.meanings);
        marks.putAll(shipped.marks);
        endings.addAll(shipped.endings);
        beginnings.addAll(shipped.beginnings);
        fillers.addAll(shipped.fillers);
        forms.putAll(shipped.forms);
        written.putAll(shipped.written);
        ofStaff.forEach(this::group);
    }

    static Vocabulary current() {
        return current;
    }

    /** @param ofStaff groups of words that say the same; they take the place of those learnt before */
    static void learn(Collection<List<String>> ofStaff) {
        current = ofStaff.isEmpty() ? SHIPPED : new Vocabulary(SHIPPED, ofStaff);
    }

    private void one(Map<String, Set<String>> way, String table) {
        for (ReferenceTable.Row row : table(table)) {
            for (String word : row.words("word")) {
                way.computeIfAbsent(SearchText.normalise(word), key -> new LinkedHashSet<>())
                        .addAll(compared(row.words("means")));
            }
        }
    }

    private static List<ReferenceTable.Row> table(String name) {
        return ReferenceTable.read("/reference/search/" + name + ".csv");
    }

    private List<String> compared(List<String> words) {
        words.forEach(word -> written.putIfAbsent(SearchText.normalise(word), word));
        return words.stream().map(SearchText::normalise).toList();
    }

    private void group(List<String> written) {
        List<String> words = compared(written);
        for (String word : words) {
            same.computeIfAbsent(word, key -> new LinkedHashSet<>()).addAll(words);
        }
    }

    boolean knows(String word) {
        return same.containsKey(word)
                || readings.containsKey(word)
                || meanings.containsKey(word)
                || marks.containsKey(word)
                || place(word);
    }

    private static boolean place(String word) {
        Places known = places;
        if (known.of() != Areas.all()) {
            known = new Places(Areas.all(), new LinkedHashSet<>());
            for (Area area : known.of()) {
                String name = SearchText.normalise(area.name());
                if (!area.municipality().isEmpty() && !name.isEmpty()) {
                    known.names().add(name);
                    known.names().add(withoutEnding(name));
                }
            }
            places = known;
        }
        return known.names().contains(word);
    }

    private static String withoutEnding(String place) {
        return ENDINGS.stream()
                .filter(each -> place.endsWith(each) && place.length() - each.length() >= LEAST_PLACE)
                .findFirst()
                .map(each -> place.substring(0, place.length() - each.length()))
                .orElse(place);
    }

    boolean filler(String word) {
        return fillers.contains(word);
    }

    /** Known words that differ from this one by one letter, as they are written in the tables. */
    List<String> like(String word) {
        if (word.length() < LEAST_LIKE) {
            return List.of();
        }
        return Stream.of(same, readings, meanings, marks)
                .flatMap(table -> table.keySet().stream())
                .filter(known -> Math.abs(known.length() - word.length()) < 2
                        && known.length() >= LEAST_LIKE
                        && apart(known, word) == 1)
                .distinct()
                .sorted()
                .limit(MOST_LIKE)
                .map(known -> written.getOrDefault(known, known))
                .toList();
    }

    /** Letters to change, to add or to take away, two neighbours that changed places as one; 2 for more. */
    private static int apart(String one, String other) {
        int from = 0;
        while (from < Math.min(one.length(), other.length()) && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        String left = one.substring(from);
        String right = other.substring(from);
        int end = 0;
        while (end < Math.min(left.length(), right.length())
                && left.charAt(left.length() - 1 - end) == right.charAt(right.length() - 1 - end)) {
            end++;
        }
        left = left.substring(0, left.length() - end);
        right = right.substring(0, right.length() - end);
        boolean swapped = left.length() == 2
                && right.length() == 2
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0);
        return swapped ? 1 : Math.min(2, Math.max(left.length(), right.length()));
    }

    /** All that is found for a word besides itself. */
    Set<String> wider(Collection<String> spellings) {
        Set<String> all = new LinkedHashSet<>(spellings);
        for (String each : List.copyOf(all)) {
            all.addAll(readings.getOrDefault(each, Set.of()));
        }
        for (String each : List.copyOf(all)) {
            all.addAll(same.getOrDefault(each, Set.of()));
            forms.forEach((brief, full) -> {
                if (each.contains(brief)) {
                    all.add(each.replace(brief, full));
                } else if (each.contains(full)) {
                    all.add(each.replace(full, brief));
                }
            });
        }
        for (String each : spellings) {
            all.addAll(meanings.getOrDefault(each, Set.of()));
        }
        all.removeAll(spellings);
        return all;
    }

    /** Tags of the marks that have one of these names. */
    Set<String> marks(Collection<String> words) {
        Set<String> tags = new LinkedHashSet<>();
        words.forEach(word -> tags.addAll(marks.getOrDefault(word, Set.of())));
        return tags;
    }

    /** Whether a tag is a mark that words can name. */
    boolean isMark(String tag) {
        return marks.values().stream().anyMatch(tags -> tags.contains(tag));
    }

    /** The word without what people put around it, the longest first; the word itself when there is nothing to take off. */
    String bare(String word) {
        for (boolean cut = true; cut; ) {
            cut = false;
            String best = word;
            for (String ending : endings) {
                if (word.endsWith(ending) && enough(word, ending) && word.length() - ending.length() < best.length()) {
                    best = word.substring(0, word.length() - ending.length());
                    cut = true;
                }
            }
            for (String beginning : beginnings) {
                if (!cut && word.startsWith(beginning) && enough(word, beginning)) {
                    best = word.substring(beginning.length());
                    cut = true;
                }
            }
            word = best;
            if (knows(word)) {
                return word;
            }
        }
        return word;
    }

    private static boolean enough(String word, String part) {
        return word.length() - part.length() >= 2;
    }

    /**
     * Parts of what was typed without spaces, by the words that are known: 一関市介護 is 一関市 and 介護. Between known words there may be one
     * unknown part of two letters or more; fillers and particles are left out.
     *
     * @return empty when it does not fall into parts
     */
    List<String> parts(String word) {
        int length = word.length();
        Split[] best = new Split[length + 1];
        best[0] = new Split(0, 0, null, null);
        for (int from = 0; from < length; from++) {
            if (best[from] == null) {
                continue;
            }
            for (int to = from + 1; to <= length; to++) {
                String part = word.substring(from, to);
                int cost = cost(part);
                if (cost >= 0 && part.length() < length) {
                    Split next = new Split(
                            best[from].cost() + cost, best[from].known() + (knows(part) ? 1 : 0), part, best[from]);
                    if (best[to] == null || next.cost() < best[to].cost()) {
                        best[to] = next;
                    }
                }
            }
        }
        Split end = best[length];
        if (end == null || end.known() == 0) {
            return List.of();
        }
        List<String> parts = Stream.iterate(end, split -> split.part() != null, Split::before)
                .map(Split::part)
                .filter(part -> !fillers.contains(part))
                .toList();
        List<String> inOrder = new ArrayList<>(parts);
        java.util.Collections.reverse(inOrder);
        return inOrder.size() == 1 && inOrder.get(0).equals(word) ? List.of() : inOrder;
    }

    private record Split(int cost, int known, String part, Split before) {}

    /** Of a part: little for what is known, much for what is not, none for what cannot be a part. */
    private int cost(String part) {
        if (fillers.contains(part)) {
            return 1;
        }
        if (part.length() < 2) {
            return -1;
        }
        return knows(part) ? 2 : UNKNOWN + part.length();
    }
}
