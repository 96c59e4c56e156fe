package tsunagu.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import tsunagu.shared.Worded;

/**
 * One column of a list: what it is called, what stands in it, how it is sorted and how it is filtered. Said once, for the table, its
 * filters and its files. Immutable: each method gives another one.
 *
 * <p>Its key is the last part of its text ({@code company.list.col.leftOn}), its name in addresses, and, written with underscores, the
 * name of the statement's column ({@code left_on}).
 */
public final class Column<R> {

    /** What a column holds, which decides how it is filtered, aligned and written into a file. */
    public enum Kind {
        /** Compared folded: without width, case, and the difference of hiragana and katakana. */
        TEXT,
        /** One of a few words, chosen from a list. */
        CHOICE,
        /** Filtered from and to. */
        NUMBER,
        /** A {@link java.time.LocalDate}, filtered from and to. */
        DAY,
        /** An {@link java.time.Instant}; filtered by days in Japan. */
        MOMENT
    }

    /** Beginning of an address that is no page. */
    public static final String MAIL = "mailto:";

    private final String key;
    private final Kind kind;
    private final Function<R, ?> value;
    private final String sortedBy;
    private final Function<R, String> link;
    private final Function<R, String> tone;
    private final Supplier<Map<String, Object>> choices;
    private final boolean shown;
    private final boolean sortable;
    private final boolean filterable;
    private final boolean several;
    private final boolean exact;
    private final boolean sealed;

    @SuppressWarnings("java:S107")
    private Column(
            String key,
            Kind kind,
            Function<R, ?> value,
            String sortedBy,
            Function<R, String> link,
            Function<R, String> tone,
            Supplier<Map<String, Object>> choices,
            boolean shown,
            boolean sortable,
            boolean filterable,
            boolean several,
            boolean exact,
            boolean sealed) {
        this.key = key;
        this.kind = kind;
        this.value = value;
        this.sortedBy = sortedBy;
        this.link = link;
        this.tone = tone;
        this.choices = choices;
        this.shown = shown;
        this.sortable = sortable;
        this.filterable = filterable;
        this.several = several;
        this.exact = exact;
        this.sealed = sealed;
    }

    private static <R> Column<R> of(String key, Kind kind, Function<R, ?> value) {
        return new Column<>(key, kind, value, sql(key), null, null, Map::of, true, true, true, false, false, false);
    }

    /** @param value the text of a row; null and "" say nothing */
    public static <R> Column<R> text(String key, Function<R, String> value) {
        return of(key, Kind.TEXT, value);
    }

    /** @param value a whole number or an amount; null is "not recorded" and never 0 */
    public static <R> Column<R> number(String key, Function<R, ? extends Number> value) {
        return of(key, Kind.NUMBER, value);
    }

    public static <R> Column<R> day(String key, Function<R, java.time.LocalDate> value) {
        return of(key, Kind.DAY, value);
    }

    public static <R> Column<R> moment(String key, Function<R, java.time.Instant> value) {
        return of(key, Kind.MOMENT, value);
    }

    /**
     * One of the words of an enumeration.
     *
     * @param code of a row, one of the codes, or null
     * @param texts beginning of the words' keys; the code follows
     */
    public static <R> Column<R> choice(String key, Function<R, String> code, String texts, List<String> codes) {
        Map<String, Object> words = new LinkedHashMap<>();
        codes.forEach(each -> words.put(each, Worded.by(texts + each)));
        return choice(key, code, () -> words);
    }

    /** @param words by code, in the order in which they are offered; each a text or a {@link Worded} */
    public static <R> Column<R> choice(String key, Function<R, String> code, Supplier<Map<String, Object>> words) {
        Function<R, Object> word =
                row -> code.apply(row) == null ? null : words.get().getOrDefault(code.apply(row), code.apply(row));
        return new Column<>(key, Kind.CHOICE, word, sql(key), null, null, words, true, true, true, false, false, false);
    }

    /**
     * Several of the words of an enumeration; the statement's column is an array of texts. A filter finds a row that has one of them.
     *
     * @param codes of a row, in the order in which they are written
     * @param texts beginning of the words' keys; the code follows
     */
    public static <R> Column<R> choices(String key, Function<R, List<String>> codes, String texts, List<String> all) {
        Map<String, Object> words = new LinkedHashMap<>();
        all.forEach(each -> words.put(each, Worded.by(texts + each)));
        Function<R, Object> written = row -> codes.apply(row).stream()
                .map(each -> words.getOrDefault(each, each))
                .toList();
        return new Column<>(
                key, Kind.CHOICE, written, sql(key), null, null, () -> words, true, true, true, true, false, false);
    }

    /** Opens something; the first column that does names the row. */
    public Column<R> opens(Function<R, String> path) {
        return new Column<>(
                key, kind, value, sortedBy, path, tone, choices, shown, sortable, filterable, several, exact, sealed);
    }

    /** Names the row and opens nothing, where another column does. */
    public Column<R> names() {
        return opens(row -> "");
    }

    /** An address to which one writes: a letter to it is begun. It does not name the row. */
    public Column<R> mails() {
        return opens(row -> {
            Object address = value.apply(row);
            return address == null || address.toString().isEmpty() ? "" : MAIL + address;
        });
    }

    /** @param colour of the row's word: good, warn, info, quiet; "" for none */
    public Column<R> toned(Function<R, String> colour) {
        return new Column<>(
                key, kind, value, sortedBy, link, colour, choices, shown, sortable, filterable, several, exact, sealed);
    }

    /** @param other key of what orders it, as a name is ordered by its reading: a component of the row */
    public Column<R> sortedBy(String other) {
        return new Column<>(
                key, kind, value, sql(other), link, tone, choices, shown, sortable, filterable, several, exact, sealed);
    }

    /** Shown when somebody asks for it only. */
    public Column<R> aside() {
        return new Column<>(
                key, kind, value, sortedBy, link, tone, choices, false, sortable, filterable, several, exact, sealed);
    }

    /** Not sorted: its order says nothing. */
    public Column<R> unsorted() {
        return new Column<>(
                key, kind, value, sortedBy, link, tone, choices, shown, false, filterable, several, exact, sealed);
    }

    /** Not filtered by itself; the search field still looks into it. */
    public Column<R> unfiltered() {
        return new Column<>(
                key, kind, value, sortedBy, link, tone, choices, shown, sortable, false, several, exact, sealed);
    }

    /**
     * A number or a code: found as a whole, as it is written, by an index of its own. In a list that has such columns the search field
     * looks into those that are filtered, and no search reads every row.
     */
    public Column<R> exact() {
        return new Column<>(
                key, kind, value, sortedBy, link, tone, choices, shown, sortable, filterable, several, true, sealed);
    }

    /**
     * An address or a telephone number that is kept sealed: found as a whole by its {@link tsunagu.shared.Mark}, which the statement calls
     * like the column with {@code _key} behind it and the record does not have; never sorted.
     */
    public Column<R> sealed() {
        return new Column<>(
                key, kind, value, sortedBy, link, tone, choices, shown, false, filterable, several, exact, true);
    }

    /** As the statement calls what the record calls by this name. */
    static String sql(String key) {
        return key.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** @return a text, a number, a day, a moment, a {@link Worded}, or a list of them; null for nothing */
    public Object value(R row) {
        return value.apply(row);
    }

    /** @return a path of the portal, or "" */
    public String link(R row) {
        String path = link == null ? null : link.apply(row);
        return path == null ? "" : path;
    }

    public String tone(R row) {
        String colour = tone == null ? null : tone.apply(row);
        return colour == null ? "" : colour;
    }

    /** Words by code; empty where nothing is chosen from. */
    public Map<String, Object> choices() {
        return choices.get();
    }

    public boolean shown() {
        return shown;
    }

    public boolean sortable() {
        return sortable;
    }

    public boolean filterable() {
        return filterable;
    }

    public boolean linked() {
        return link != null;
    }

    public boolean isSealed() {
        return sealed;
    }

    boolean isExact() {
        return exact;
    }

    /** A row may have several of its words. */
    boolean several() {
        return several;
    }

    String sortedBy() {
        return sortedBy;
    }

    /** What the address may ask of it: one parameter, or two where it is from and to. */
    public List<String> parameters() {
        List<String> names = new ArrayList<>();
        if (filterable) {
            switch (kind) {
                case TEXT, CHOICE -> names.add(key);
                case NUMBER, DAY, MOMENT -> {
                    names.add(key + ".from");
                    names.add(key + ".to");
                }
            }
        }
        return names;
    }
}
