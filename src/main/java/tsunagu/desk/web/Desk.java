package tsunagu.desk.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.desk.KeptView;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;
import tsunagu.shared.Worded;
import tsunagu.shared.Words;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/**
 * A list as its page shows it: rows of one page, and the addresses of everything that can be asked of it. Every state is an address, so
 * that Back, bookmarks and a colleague's mail lead to it, with scripts and without. Lives as long as one request; read by {@code ts:desk}.
 */
public final class Desk<R> {

    /** What an address says of a list that is shown as lanes. */
    static final String BOARD = "board";

    private static final int PAGES_BESIDE = 2;

    private static final String HIDDEN = "\u2026";

    private final DeskList<R> list;
    private final Listing<R> listing;
    private final Asked asked;
    private final String of;
    private final Texts texts;
    private final Web web;
    private final List<KeptView> views;
    private final List<Column<R>> shown;
    private final List<Map.Entry<String, String>> kept;
    private final DeskRows<R> rows = new DeskRows<>(this);
    private ListedRows<R> found;
    private List<Line<R>> lines;
    private List<Head> heads;

    /** Lines of a second list from which on it is worth to be searched and filtered. */
    private static final int FEW = 5;

    /** @param kept what every address of the list says again, beside what is asked of it */
    @SuppressWarnings("java:S107")
    Desk(
            DeskList<R> list,
            Asked asked,
            String of,
            List<Map.Entry<String, String>> kept,
            List<KeptView> views,
            Texts texts,
            Web web) {
        this.list = list;
        this.listing = list.listing();
        this.asked = asked;
        this.of = of;
        this.kept = kept;
        this.views = views.stream()
                .filter(each ->
                        each.list().equals(listing.name()) && each.path().equals(web.getPath()))
                .toList();
        this.texts = texts;
        this.web = web;
        this.shown = shown(listing, asked);
    }

    /** Those asked for, in that order; the one that names the row always. */
    static <R> List<Column<R>> shown(Listing<R> listing, Asked asked) {
        if (asked.columns().isEmpty()) {
            return listing.columns().stream().filter(Column::shown).toList();
        }
        Set<String> keys = new LinkedHashSet<>(asked.columns());
        return listing.columns().stream()
                .filter(each -> keys.contains(each.key()) || each == listing.header())
                .toList();
    }

    /** @param label in words @param sort address that orders by it, "" where nothing does @param now "ascending", "descending" or "none" */
    public record Head(String key, String label, String style, String sort, String now, boolean header) {}

    /** @param style of its column @param tone of its word, "" for none @param link address, "" for none */
    public record Cell(String text, String label, String style, String tone, String link) {}

    /** @param row what the room knows of it: acts name it by its id and what was seen */
    public record Line<R>(R row, List<Cell> cells) {}

    /** @param kind as in {@link Column.Kind} @param whole nothing is found by a part of it @param choices of a choice */
    public record Field(
            String key,
            String label,
            String kind,
            boolean whole,
            String value,
            String from,
            String to,
            List<Choice> choices,
            boolean on) {}

    public record Choice(String value, String label, boolean on) {}

    /** A filter that is set. @param away the address without it */
    public record Chip(String label, String away) {}

    /** @param number of the page, 0 for a gap */
    public record Page(int number, String address, boolean here) {}

    /** A lane of the board. @param key of its choice @param label in words */
    public record Lane<R>(String key, String label, List<Line<R>> lines) {}

    public record View(long id, String name, String address, boolean here) {}

    public String getName() {
        return listing.name();
    }

    public String getTitle() {
        return texts.of(listing.texts() + "title");
    }

    public String getNothing() {
        return texts.of(listing.texts() + "empty");
    }

    private ListedRows<R> found() {
        if (found == null) {
            found = list.find(asked, of);
        }
        return found;
    }

    public DeskRows<R> getRows() {
        return rows;
    }

    /** Place of the column that names a row, among those shown. */
    public int getHeaderIndex() {
        return shown.indexOf(listing.header());
    }

    List<Line<R>> lines() {
        if (lines == null) {
            lines = found().rows().stream().map(this::line).toList();
        }
        return lines;
    }

    /** It is shown as lanes now. */
    public boolean isBoard() {
        return kept.contains(Map.entry("view", BOARD));
    }

    /** The same as lanes, or as a table again; "" for a list that is a table only. */
    public String getOtherView() {
        if (list.board().isEmpty()) {
            return "";
        }
        List<Map.Entry<String, String>> other = new ArrayList<>(kept);
        if (isBoard()) {
            other.remove(Map.entry("view", BOARD));
        } else {
            other.add(Map.entry("view", BOARD));
        }
        other.addAll(asked.onPage(1).ofRows(Asked.SIZES.get(0)).parameters());
        String query = query(other);
        return query.isEmpty() ? getPath() : getPath() + "?" + query;
    }

    /** A lane for each choice, in the order of the column; those nothing stands in as well. */
    public List<Lane<R>> getLanes() {
        Column<R> lane = listing.column(list.board()).orElseThrow();
        return lane.choices().entrySet().stream()
                .map(each -> new Lane<>(
                        each.getKey(),
                        word(each.getValue()),
                        lines().stream()
                                .filter(line -> each.getValue().equals(lane.value(line.row())))
                                .toList()))
                .toList();
    }

    /** Place of the column a card leaves out, because its lane says it; -1 where it is not shown. */
    public int getLaneIndex() {
        return shown.stream().map(Column::key).toList().indexOf(list.board());
    }

    private Line<R> line(R row) {
        List<Cell> cells = new ArrayList<>(shown.size());
        for (int i = 0; i < shown.size(); i++) {
            Column<R> column = shown.get(i);
            Head head = getHeads().get(i);
            String path = column.link(row);
            String text = Cells.text(column.value(row), web.getLocale());
            cells.add(new Cell(text, head.label(), head.style(), column.tone(row), address(path)));
        }
        return new Line<>(row, cells);
    }

    /** A page of the portal, or a letter to somebody. */
    private String address(String path) {
        return path.isEmpty() || path.startsWith(Column.MAIL) ? path : web.url(path);
    }

    private String label(Column<R> column) {
        return texts.of(listing.texts() + "col." + column.key());
    }

    private static String style(Column<?> column) {
        return switch (column.kind()) {
            case NUMBER -> "number";
            case DAY, MOMENT -> "nowrap";
            default -> "";
        };
    }

    public List<Head> getHeads() {
        if (heads == null) {
            heads = shown.stream().map(this::head).toList();
        }
        return heads;
    }

    private Head head(Column<R> column) {
        String by = asked.sort().isEmpty() ? listing.order() : (asked.down() ? "-" : "") + asked.sort();
        boolean here = by.replace("-", "").equals(column.key());
        boolean down = here && by.startsWith("-");
        String now = !here ? "none" : down ? "descending" : "ascending";
        String sort = column.sortable() ? address(asked.sorted(column.key(), here && !down)) : "";
        return new Head(column.key(), label(column), style(column), sort, now, column == listing.header());
    }

    public long getTotal() {
        return found().total();
    }

    public long getFirst() {
        return getTotal() == 0 ? 0 : (long) (found().page() - 1) * asked.rows() + 1;
    }

    public long getLast() {
        return getTotal() == 0 ? 0 : getFirst() + found().rows().size() - 1;
    }

    public boolean isNone() {
        return getTotal() == 0;
    }

    public boolean isFiltered() {
        return asked.filtered();
    }

    /** Nothing at all, or a second list of the page that is too short to be searched: without the fields for it. */
    public boolean isFew() {
        return getTotal() <= (list.beside() ? FEW : 0) && !isFiltered() && views.isEmpty();
    }

    public boolean isDense() {
        return asked.dense();
    }

    public String getOtherDensity() {
        return address(asked.dense(!asked.dense()));
    }

    public String getWords() {
        return asked.words();
    }

    public String getUnfiltered() {
        return address(asked.unfiltered());
    }

    /** Where the filters' form goes. */
    public String getPath() {
        return web.url(web.getPath());
    }

    /** What the form of the filters hands on: everything that is no filter. */
    public List<Map.Entry<String, String>> getHandedOn() {
        return said(asked.unfiltered());
    }

    /** The same for the choice of columns. */
    public List<Map.Entry<String, String>> getWithoutColumns() {
        return said(asked.onPage(1)).stream()
                .filter(each -> !each.getKey().equals("cols"))
                .toList();
    }

    public List<Field> getFields() {
        return listing.columns().stream()
                .filter(each -> !each.parameters().isEmpty())
                .map(this::field)
                .toList();
    }

    private Field field(Column<R> column) {
        List<String> values = asked.filters().getOrDefault(column.key(), List.of());
        String from = value(column.key() + ".from");
        String to = value(column.key() + ".to");
        List<Choice> choices = column.choices().entrySet().stream()
                .map(each -> new Choice(each.getKey(), word(each.getValue()), values.contains(each.getKey())))
                .toList();
        boolean on = !values.isEmpty() || !from.isEmpty() || !to.isEmpty();
        return new Field(
                column.key(),
                label(column),
                column.kind().name(),
                column.isSealed(),
                values.isEmpty() ? "" : values.get(0),
                from,
                to,
                choices,
                on);
    }

    private String value(String parameter) {
        return asked.filters().getOrDefault(parameter, List.of("")).get(0);
    }

    private String word(Object word) {
        return word instanceof Worded key ? texts.of(key.key()) : word.toString();
    }

    public List<Chip> getChips() {
        List<Chip> chips = new ArrayList<>();
        if (!asked.words().isEmpty()) {
            chips.add(new Chip(texts.of("desk.chipWords", asked.words()), address(asked.without("", ""))));
        }
        for (Column<R> column : listing.columns()) {
            for (String parameter : column.parameters()) {
                for (String value : asked.filters().getOrDefault(parameter, List.of())) {
                    String said = column.choices().containsKey(value)
                            ? word(column.choices().get(value))
                            : value;
                    chips.add(new Chip(
                            texts.of(chip(parameter), label(column), said), address(asked.without(parameter, value))));
                }
            }
        }
        return chips;
    }

    /**
     * How a list was filtered, for the log of who took what away. Of words that were looked for it says that there were some: they may be
     * somebody's name, and the log names nobody.
     */
    static <R> String filteredBy(Listing<R> list, Asked asked) {
        List<String> told = new ArrayList<>();
        if (!asked.words().isEmpty()) {
            told.add(said("desk.chipWords", HIDDEN));
        }
        for (Column<R> column : list.columns()) {
            String label = Words.japanese(list.texts() + "col." + column.key());
            for (String parameter : column.parameters()) {
                for (String value : asked.filters().getOrDefault(parameter, List.of())) {
                    Object choice = column.choices().get(value);
                    told.add(said(
                            chip(parameter),
                            label,
                            column.kind() == Column.Kind.TEXT
                                    ? HIDDEN
                                    : choice instanceof Worded key ? Words.japanese(key.key()) : value));
                }
            }
        }
        return String.join(Words.japanese("web.listSeparator"), told);
    }

    private static String said(String key, Object... values) {
        return new MessageFormat(Words.japanese(key), Locale.JAPANESE).format(values);
    }

    private static String chip(String parameter) {
        return parameter.endsWith(".from") ? "desk.chipFrom" : parameter.endsWith(".to") ? "desk.chipTo" : "desk.chip";
    }

    /** Columns to choose from; the one that names the row is not asked about. */
    public List<Choice> getColumns() {
        return listing.columns().stream()
                .filter(each -> each != listing.header())
                .map(each -> new Choice(each.key(), label(each), shown.contains(each)))
                .toList();
    }

    public String getHeaderColumn() {
        return listing.header().key();
    }

    /** Without a choice of columns. */
    public String getOwnColumns() {
        List<String> none = List.of();
        return address(new Asked(
                asked.words(), asked.filters(), asked.sort(), asked.down(), 1, asked.rows(), none, asked.dense()));
    }

    public List<Page> getSizes() {
        return Asked.SIZES.stream()
                .map(each -> new Page(each, address(asked.ofRows(each)), each == asked.rows()))
                .toList();
    }

    /** The first, the last, and those around this one. */
    public List<Page> getPages() {
        int here = found().page();
        int last = last();
        List<Page> pages = new ArrayList<>();
        int before = 0;
        for (int each = 1; each <= last; each++) {
            if (each == 1 || each == last || Math.abs(each - here) <= PAGES_BESIDE) {
                if (each - before > 1) {
                    pages.add(new Page(0, "", false));
                }
                pages.add(new Page(each, address(asked.onPage(each)), each == here));
                before = each;
            } else if (each < here) {
                each = here - PAGES_BESIDE - 1;
            } else {
                each = last - 1;
            }
        }
        return pages;
    }

    private int last() {
        return (int) Math.max(1, (getTotal() + asked.rows() - 1) / asked.rows());
    }

    /** "" on the first page. */
    public String getBefore() {
        return found().page() > 1 ? address(asked.onPage(found().page() - 1)) : "";
    }

    /** "" on the last page. */
    public String getAfter() {
        return found().page() < last() ? address(asked.onPage(found().page() + 1)) : "";
    }

    public List<View> getViews() {
        String now = query(asked.onPage(1));
        return views.stream()
                .map(each -> new View(
                        each.id(),
                        each.name(),
                        getPath() + "?" + each.query(),
                        each.query().equals(now)))
                .toList();
    }

    /** What a kept view keeps: the address without the page. */
    public String getQuery() {
        return query(asked.onPage(1));
    }

    /** Whether a file of it has to say why it is taken. */
    public boolean isPersonal() {
        return list.persons() != null;
    }

    /** Where the form for a file leads, and what it hands on. */
    public String getFiles() {
        return web.url("/lists/" + listing.name());
    }

    public List<Map.Entry<String, String>> getAskedOf() {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        String file = getExcel();
        if (file.contains("?")) {
            for (String each : file.substring(file.indexOf('?') + 1).split("&")) {
                int equals = each.indexOf('=');
                fields.add(Map.entry(
                        URLDecoder.decode(each.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(each.substring(equals + 1), StandardCharsets.UTF_8)));
            }
        }
        return fields;
    }

    public String getExcel() {
        return file("table.xlsx");
    }

    public String getCsv() {
        return file("table.csv");
    }

    public String getShiftJis() {
        return file("table-sjis.csv");
    }

    private String file(String name) {
        String query = query(asked.onPage(1).parameters());
        String whole = of.isEmpty() ? query : "of=" + escaped(of) + (query.isEmpty() ? "" : "&" + query);
        return web.url("/lists/" + listing.name() + "/" + name) + (whole.isEmpty() ? "" : "?" + whole);
    }

    /** This page of the list with a word that says what has been done. */
    public String after(String done) {
        String query = query(asked);
        return getPath() + "?" + (query.isEmpty() ? "" : query + "&") + "done=" + done;
    }

    private String address(Asked other) {
        String query = query(other);
        return query.isEmpty() ? getPath() : getPath() + "?" + query;
    }

    private List<Map.Entry<String, String>> said(Asked other) {
        List<Map.Entry<String, String>> all = new ArrayList<>(kept);
        all.addAll(other.parameters());
        return all;
    }

    private String query(Asked other) {
        return query(said(other));
    }

    private static String query(List<Map.Entry<String, String>> parameters) {
        return parameters.stream()
                .map(each -> each.getKey() + "=" + escaped(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
