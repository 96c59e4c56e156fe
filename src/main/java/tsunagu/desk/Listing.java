package tsunagu.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One list of the desks: the statement its rows come from, and its columns.
 *
 * @param name in addresses, "companies"; letters and dashes
 * @param texts beginning of its texts' keys, with the dot: {@code title} (caption and name of the file), {@code empty}, {@code col.<column>}
 * @param row a record with a component for each of the statement's columns
 * @param id the column that names a row, which settles what an order leaves open
 * @param select a whole statement without order; its values by name are the scope's
 * @param order key of a column, with a dash before it for the other way round
 */
public record Listing<R>(
        String name, String texts, Class<R> row, String id, String select, String order, List<Column<R>> columns) {

    /** What an address says of every list, so that no column is called so. */
    static final Set<String> TAKEN =
            Set.of("q", "sort", "page", "rows", "cols", "of", "done", "saved", "dense", "list", "view");

    public Listing {
        columns = List.copyOf(columns);
        Set<String> keys = new HashSet<>(TAKEN);
        for (Column<R> column : columns) {
            if (!keys.add(column.key())) {
                throw new IllegalArgumentException(name + ": twice or taken: " + column.key());
            }
        }
        if (columns.stream().noneMatch(each -> each.key().equals(order.replace("-", "")))) {
            throw new IllegalArgumentException(name + ": no column " + order);
        }
    }

    /** One whose rows no statement gives ({@link RowsInHand}). */
    public static <R> Listing<R> inHand(
            String name, String texts, Class<R> row, String id, String order, List<Column<R>> columns) {
        return new Listing<>(name, texts, row, id, "", order, columns);
    }

    public Optional<Column<R>> column(String key) {
        return columns.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** The column whose cell names the row: the first that opens something, or the first of all. */
    public Column<R> header() {
        return columns.stream().filter(Column::linked).findFirst().orElse(columns.get(0));
    }
}
