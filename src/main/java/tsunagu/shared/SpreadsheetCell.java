package tsunagu.shared;

/** Text that goes into a cell of a file somebody will open in a spreadsheet. */
public final class SpreadsheetCell {

    private SpreadsheetCell() {}

    /** A cell that begins like a formula would be run by a spreadsheet (ASVS 1.2.10). */
    public static String safe(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
