package tsunagu.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that goes into a cell of a file somebody will open in a spreadsheet. */
public final class SpreadsheetCell {

    private SpreadsheetCell() {}

    /** A number as shops and banks keep its zeros in a CSV file: ="0191212111". */
    private static final Pattern GUARDED = Pattern.compile("=\"+([^\"]*)\"+");

    /**
     * The text of a cell that {@link #safe} wrote: what the portal writes out, it takes back. And what others write around a number so that
     * a spreadsheet leaves it alone.
     */
    public static String read(String cell) {
        Matcher guarded = GUARDED.matcher(cell);
        if (guarded.matches()) {
            return guarded.group(1);
        }
        return cell.matches("(?s)'(?:[=+\\-@\\t\\r].*|[0-9]+)") ? cell.substring(1) : cell;
    }

    /** A cell that begins like a formula would be run by a spreadsheet (ASVS 1.2.10). */
    public static String safe(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
