package tsunagu.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody wants to see of a list. It comes from the address and says the same wherever it is opened: a bookmark, a kept view, a
 * colleague's mail. {@link #read} bounds everything: texts of 200 letters, 40 values of a filter.
 *
 * @param words looked for in all columns of text
 * @param filters values by parameter ({@link Column#parameters}); what is no parameter of the list says nothing
 * @param sort key of a column, or ""
 * @param down the other way round
 * @param page from 1
 * @param rows on a page
 * @param columns keys of those shown, in their order; empty for those the list shows by itself
 * @param dense rows stand closer
 */
public record Asked(
        String words,
        Map<String, List<String>> filters,
        String sort,
        boolean down,
        int page,
        int rows,
        List<String> columns,
        boolean dense) {

    static final int LONGEST = 200;

    public static final List<Integer> SIZES = List.of(20, 50, 100);

    public Asked {
        filters = Map.copyOf(filters);
        columns = List.copyOf(columns);
    }

    /** Everything, as the list shows it by itself. */
    public static Asked nothing() {
        return new Asked("", Map.of(), "", false, 1, SIZES.get(0), List.of(), false);
    }

    /**
     * Reads an address. What it does not know, and what is longer than anybody types, it leaves out: an address is never an error.
     *
     * @param parameters of the address
     */
    public static Asked read(Listing<?> list, Map<String, String[]> parameters) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (Column<?> column : list.columns()) {
            for (String name : column.parameters()) {
                List<String> values = values(parameters, name);
                if (!values.isEmpty()) {
                    filters.put(name, values);
                }
            }
        }
        String sort = first(parameters, "sort");
        String key = sort.startsWith("-") ? sort.substring(1) : sort;
        boolean known = list.column(key).filter(Column::sortable).isPresent();
        List<String> columns = new ArrayList<>();
        for (String each : values(parameters, "cols")) {
            for (String part : each.split("[.]")) {
                if (list.column(part).isPresent() && !columns.contains(part)) {
                    columns.add(part);
                }
            }
        }
        int rows = number(first(parameters, "rows"), SIZES.get(0));
        return new Asked(
                first(parameters, "q"),
                filters,
                known ? key : "",
                known && sort.startsWith("-"),
                Math.max(1, Math.min(1_000_000, number(first(parameters, "page"), 1))),
                SIZES.contains(rows) ? rows : SIZES.get(0),
                columns,
                first(parameters, "dense").equals("yes"));
    }

    private static List<String> values(Map<String, String[]> parameters, String name) {
        List<String> values = new ArrayList<>();
        for (String each : parameters.getOrDefault(name, new String[0])) {
            String value = each.strip();
            if (!value.isEmpty() && value.length() <= LONGEST && values.size() < 40) {
                values.add(value);
            }
        }
        return values;
    }

    private static String first(Map<String, String[]> parameters, String name) {
        List<String> values = values(parameters, name);
        return values.isEmpty() ? "" : values.get(0);
    }

    private static int number(String text, int otherwise) {
        return text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : otherwise;
    }

    /** Something is left out of the list. */
    public boolean filtered() {
        return !words.isEmpty() || !filters.isEmpty();
    }

    public Asked onPage(int other) {
        return new Asked(words, filters, sort, down, other, rows, columns, dense);
    }

    public Asked sorted(String key, boolean otherWay) {
        return new Asked(words, filters, key, otherWay, 1, rows, columns, dense);
    }

    public Asked ofRows(int most) {
        return new Asked(words, filters, sort, down, 1, most, columns, dense);
    }

    /** With as many rows on a page as there can be. */
    public Asked whole() {
        return new Asked(words, filters, sort, down, page, SIZES.get(SIZES.size() - 1), columns, dense);
    }

    public Asked dense(boolean closer) {
        return new Asked(words, filters, sort, down, page, rows, columns, closer);
    }

    /** Without one value of a filter; "" for the words that were looked for. */
    public Asked without(String parameter, String value) {
        if (parameter.isEmpty()) {
            return new Asked("", filters, sort, down, 1, rows, columns, dense);
        }
        Map<String, List<String>> fewer = new LinkedHashMap<>(filters);
        List<String> left = new ArrayList<>(fewer.getOrDefault(parameter, List.of()));
        left.remove(value);
        if (left.isEmpty()) {
            fewer.remove(parameter);
        } else {
            fewer.put(parameter, left);
        }
        return new Asked(words, fewer, sort, down, 1, rows, columns, dense);
    }

    public Asked unfiltered() {
        return new Asked("", Map.of(), sort, down, 1, rows, columns, dense);
    }

    /** Names and values of the address, without what goes without saying; in a fixed order, so that the same view is the same address. */
    public List<Map.Entry<String, String>> parameters() {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        if (!words.isEmpty()) {
            all.add(Map.entry("q", words));
        }
        filters.keySet().stream().sorted().forEach(name -> filters.get(name)
                .forEach(value -> all.add(Map.entry(name, value))));
        if (!sort.isEmpty()) {
            all.add(Map.entry("sort", (down ? "-" : "") + sort));
        }
        if (!columns.isEmpty()) {
            all.add(Map.entry("cols", String.join(".", columns)));
        }
        if (rows != SIZES.get(0)) {
            all.add(Map.entry("rows", Integer.toString(rows)));
        }
        if (dense) {
            all.add(Map.entry("dense", "yes"));
        }
        if (page > 1) {
            all.add(Map.entry("page", Integer.toString(page)));
        }
        return all;
    }
}
