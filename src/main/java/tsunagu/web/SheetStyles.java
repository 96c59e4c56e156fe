package tsunagu.web;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Workbook;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.SpreadsheetCell;

/** How cells of a spreadsheet look: days are days and numbers numbers, so that it can calculate with them. */
public final class SheetStyles {

    private final CellStyle head;
    private final CellStyle number;
    private final CellStyle day;
    private final CellStyle moment;
    private final CellStyle text;
    private final CellStyle quoted;

    public SheetStyles(Workbook book) {
        Font bold = book.createFont();
        bold.setBold(true);
        head = book.createCellStyle();
        head.setFont(bold);
        number = formatted(book, "#,##0.####");
        day = formatted(book, "yyyy-mm-dd");
        moment = formatted(book, "yyyy-mm-dd hh:mm");
        text = formatted(book, "@");
        quoted = formatted(book, "@");
        // What Excel itself does with a text that begins like a formula: it stays as it is, and stays a text when the
        // cell is edited.
        quoted.setQuotePrefixed(true);
    }

    private static CellStyle formatted(Workbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    /** Of a row that names what is below it. */
    public CellStyle head() {
        return head;
    }

    /** @param value number, day, moment, or anything else as words; null leaves the cell empty */
    public void fill(Cell cell, Object value) {
        if (value instanceof Number amount) {
            cell.setCellValue(amount.doubleValue());
            cell.setCellStyle(number);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof Instant instant) {
            cell.setCellValue(instant.atZone(FiscalYear.ZONE).toLocalDateTime().withNano(0));
            cell.setCellStyle(moment);
        } else {
            String words = value == null ? "" : value.toString();
            cell.setCellValue(words);
            cell.setCellStyle(SpreadsheetCell.safe(words).equals(words) ? text : quoted);
        }
    }
}
