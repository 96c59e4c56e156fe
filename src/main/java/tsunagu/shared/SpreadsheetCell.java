package tsunagu.shared;

/** Text that goes into a cell of a file somebody will open in a spreadsheet. */
public final class SpreadsheetCell {

    private SpreadsheetCell() {}

    /** The text of a cell that {@link #safe} wrote: what the portal writes out, it takes back. */
    public static String read(String cell) {
        return cell.matches("(?s)'[=+\\-@\\t\\r].*") ? cell.substring(1) : cell;
    }

    /** A cell that begins like a formula would be run by a spreadsheet (ASVS 1.2.10). */
    public static String safe(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
