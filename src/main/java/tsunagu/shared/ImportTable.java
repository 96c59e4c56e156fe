package tsunagu.shared;

import java.util.List;

/**
 * A table that a room takes over: its columns, of which the template to download is made. Each room with an import has one, found by its
 * name.
 */
public interface ImportTable {

    /** One word of ASCII, the last part of the template's address. */
    String name();

    /** What the file and its sheet are called. */
    String title();

    /** Whether the person who acts may hand over this table. */
    boolean held();

    /** In the order of the form. */
    List<Column> columns();

    /**
     * What is there already, in the order of the columns, so that a table can be handed out, changed and handed in.
     *
     * @param of what the page is about, "" for nothing
     */
    default List<List<String>> rows(String of) {
        return List.of();
    }

    /** The sheets of the file: one, but for a table of several parts. */
    default List<Sheet> sheets(String of) {
        return List.of(new Sheet(title(), columns(), rows(of)));
    }

    /** @param rows in the order of the columns */
    record Sheet(String title, List<Column> columns, List<List<String>> rows) {}

    /** How a spreadsheet should keep a column's cells. */
    enum Kind {
        /** As it is typed: nothing becomes a number or loses its zeros. */
        TEXT,
        NUMBER,
        DAY,
        MONTH
    }

    /**
     * A column.
     *
     * @param label as it stands above the column, and as the import knows it
     * @param choices the words that are understood; none when anything may be written
     */
    record Column(String label, Kind kind, List<String> choices) {

        public static Column text(String label) {
            return of(label, Kind.TEXT);
        }

        public static Column of(String label, Kind kind) {
            return new Column(label, kind, List.of());
        }

        public static Column choice(String label, List<String> choices) {
            return new Column(label, Kind.TEXT, List.copyOf(choices));
        }
    }
}
