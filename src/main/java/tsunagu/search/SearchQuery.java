package tsunagu.search;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody asks a list: read from an address and written back to one. A saved search is such an address.
 *
 * @param text the words as typed
 * @param page from 1
 * @param complaints text keys of what could not be understood; a query with a complaint of {@link #refused} is not run
 */
public record SearchQuery(
        Kind kind,
        String text,
        List<Word> words,
        Map<Facet, Set<String>> choices,
        Sort sort,
        int page,
        List<String> complaints) {

    public static final int PAGE_SIZE = 20;

    /** Nobody reads further; deep pages cost much and help only those who copy. */
    public static final int LAST_PAGE = 500;

    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;
    private static final int MOST_CHOICES = 60;

    /** @param parameters as a servlet request gives them */
    public static SearchQuery parse(Kind kind, Map<String, String[]> parameters) {
        return parse(kind, parameters, false);
    }

    /** @param english whether names of classes in English are searched, too: on pages in English */
    public static SearchQuery parse(Kind kind, Map<String, String[]> parameters, boolean english) {
        List<String> complaints = new ArrayList<>();
        String text = first(parameters, "q").replaceAll("\\p{Cntrl}", " ").strip();
        List<Word> words = words(text, english, complaints);
        Map<Facet, Set<String>> choices = new LinkedHashMap<>();
        for (Facet facet : kind.facets()) {
            choose(facet, parameters.get(facet.parameter()), choices, complaints);
        }
        String order = first(parameters, "sort");
        Sort sort = Sort.find(kind, order).orElse(Sort.BEST);
        return new SearchQuery(
                kind,
                complaints.contains("search.error.long")
                        ? text.substring(0, text.offsetByCodePoints(0, LONGEST))
                        : text,
                words,
                choices,
                sort,
                page(first(parameters, "page")),
                complaints);
    }

    /**
     * Reads an address that was kept. Order and page belong to the moment and are left out.
     *
     * @param conditions what stands in the address after its question mark
     */
    public static SearchQuery ofAddress(Kind kind, String conditions) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String part : conditions.replaceFirst("^[?]", "").split("&")) {
            int at = part.indexOf('=');
            if (at > 0) {
                given.computeIfAbsent(decoded(part.substring(0, at)), key -> new ArrayList<>())
                        .add(decoded(part.substring(at + 1)));
            }
        }
        given.keySet().removeAll(Set.of("sort", "page"));
        Map<String, String[]> parameters = new LinkedHashMap<>();
        given.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        // Whoever kept it may have been on an English page: both count.
        return parse(kind, parameters, true);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    private static String first(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }

    private static List<Word> words(String text, boolean english, List<String> complaints) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            complaints.add("search.error.long");
            return List.of();
        }
        List<Word> words = Arrays.stream(text.split("[\\s\\u3000\\p{Zs}]+"))
                .map(typed -> Word.of(typed, english))
                .filter(word -> !word.blank())
                .distinct()
                .toList();
        if (!words.stream().allMatch(Word::filler)) {
            words = words.stream().filter(word -> !word.filler()).toList();
        }
        if (words.size() > MOST_WORDS) {
            complaints.add("search.error.words");
            return List.of();
        }
        return words;
    }

    private static void choose(Facet facet, String[] given, Map<Facet, Set<String>> choices, List<String> complaints) {
        if (given == null) {
            return;
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (String value : given) {
            if (value.isEmpty()) {
                continue;
            }
            if (facet.knows(value) && chosen.size() < MOST_CHOICES) {
                chosen.add(value);
            } else if (!complaints.contains("search.error.value")) {
                complaints.add("search.error.value");
            }
        }
        if (!chosen.isEmpty()) {
            choices.put(facet, chosen);
        }
    }

    private static int page(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            return 1;
        }
        return Math.max(1, Math.min(Integer.parseInt(text), LAST_PAGE));
    }

    /** @return where in a written text a word of the query is, from and to; empty when it is not there */
    public int[] place(int word, String written) {
        return place(words.get(word), SearchText.of(written), written);
    }

    private static int[] place(Word word, SearchText compared, String written) {
        for (String alternative : word.alternatives()) {
            int at = Word.indexOf(alternative, compared.text());
            if (at >= 0) {
                int last = compared.origin()[at + alternative.length() - 1];
                return new int[] {compared.origin()[at], SearchText.endOfCluster(written, last)};
            }
        }
        for (Word part : word.parts()) {
            int[] place = place(part, compared, written);
            if (place.length > 0) {
                return place;
            }
        }
        return new int[0];
    }

    /** Whether a record's field is a mark that a word of the query names. */
    public boolean marks(int word, List<String> field) {
        Word asked = words.get(word);
        String tag = field.get(1);
        return field.get(0).equals(SearchQueries.MARK)
                && (asked.marks().contains(tag)
                        || asked.parts().stream().anyMatch(part -> part.marks().contains(tag)));
    }

    /** All that must be asked of the index: the words, what they fall into, and all of them side by side. */
    Set<Word> asked() {
        Set<Word> asked = new LinkedHashSet<>(words);
        words.forEach(word -> asked.addAll(word.parts()));
        together().ifPresent(asked::add);
        return asked;
    }

    /** Several words as one, when there are several. */
    Optional<Word> together() {
        return words.size() < 2 ? Optional.empty() : Optional.of(Word.together(words));
    }

    /** Nothing is searched for: the words are too long or too many. */
    public boolean refused() {
        return complaints.stream().anyMatch(complaint -> !complaint.equals("search.error.value"));
    }

    public Set<String> chosen(Facet facet) {
        return choices.getOrDefault(facet, Set.of());
    }

    public boolean chosen(Facet facet, String value) {
        return chosen(facet).contains(value);
    }

    /** Whether closed ones are listed instead of open ones. */
    public boolean past() {
        return chosen(Facet.WHEN, "past");
    }

    /** Whether what holds the words only aside is listed, too. */
    public boolean wide() {
        return chosen(Facet.WIDE, "yes");
    }

    /** The same, with what holds the words only aside. */
    public SearchQuery widened() {
        return with(Facet.WIDE, "yes");
    }

    public boolean narrowed() {
        return !words.isEmpty() || choices.keySet().stream().anyMatch(facet -> facet.style() != Facet.Style.STATE);
    }

    public int chosenCount() {
        return choices.entrySet().stream()
                .filter(choice -> choice.getKey().style() != Facet.Style.STATE)
                .mapToInt(choice -> choice.getValue().size())
                .sum();
    }

    public SearchQuery without(Facet facet, String value) {
        Map<Facet, Set<String>> fewer = new LinkedHashMap<>(choices);
        Set<String> rest = new LinkedHashSet<>(chosen(facet));
        rest.remove(value);
        if (rest.isEmpty()) {
            fewer.remove(facet);
        } else {
            fewer.put(facet, rest);
        }
        return with(text, words, fewer, sort, 1);
    }

    public SearchQuery without(Facet facet) {
        Map<Facet, Set<String>> fewer = new LinkedHashMap<>(choices);
        fewer.remove(facet);
        return with(text, words, fewer, sort, 1);
    }

    /** Only this value in the facet, from the first page on. */
    public SearchQuery with(Facet facet, String value) {
        Map<Facet, Set<String>> more = new LinkedHashMap<>(choices);
        more.put(facet, Set.of(value));
        return with(text, words, more, sort, 1);
    }

    public SearchQuery withoutWord(int index) {
        List<Word> rest = new ArrayList<>(words);
        rest.remove(index);
        return with(String.join(" ", rest.stream().map(Word::typed).toList()), rest, choices, sort, 1);
    }

    /** Another word in the place of this one. */
    SearchQuery withWord(int index, String typed) {
        List<Word> changed = new ArrayList<>(words);
        changed.set(index, Word.of(typed, words.get(index).english()));
        return with(String.join(" ", changed.stream().map(Word::typed).toList()), changed, choices, sort, 1);
    }

    /** Of all conditions this word alone. */
    public SearchQuery onlyWord(int index) {
        return with(words.get(index).typed(), List.of(words.get(index)), states(), sort, 1);
    }

    /** Of all conditions this facet's choice alone. */
    public SearchQuery only(Facet facet) {
        Map<Facet, Set<String>> kept = states();
        kept.put(facet, chosen(facet));
        return with("", List.of(), kept, sort, 1);
    }

    private Map<Facet, Set<String>> states() {
        Map<Facet, Set<String>> kept = new LinkedHashMap<>(choices);
        kept.keySet().removeIf(facet -> facet.style() != Facet.Style.STATE);
        return kept;
    }

    public SearchQuery onPage(int number) {
        return with(text, words, choices, sort, number);
    }

    public SearchQuery sorted(Sort order) {
        return with(text, words, choices, order, 1);
    }

    private SearchQuery with(
            String newText, List<Word> newWords, Map<Facet, Set<String>> newChoices, Sort order, int number) {
        return new SearchQuery(kind, newText, newWords, newChoices, order, number, List.of());
    }

    /** "?q=...&area=SENMAYA", always in the same order, so that one state has one address; "" for the plain list. */
    public String address() {
        StringBuilder address = new StringBuilder();
        if (!text.isEmpty()) {
            add(address, "q", text);
        }
        for (Facet facet : kind.facets()) {
            chosen(facet).stream().sorted().forEach(value -> add(address, facet.parameter(), value));
        }
        if (sort != Sort.BEST) {
            add(address, "sort", sort.word());
        }
        if (page > 1) {
            add(address, "page", Integer.toString(page));
        }
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
        address.append(address.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
