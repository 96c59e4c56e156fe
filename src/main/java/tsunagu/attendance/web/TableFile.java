package tsunagu.attendance.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.SpreadsheetCell;
import tsunagu.web.SheetStyles;

/** Lines, the names of the columns first, as spreadsheet and as CSV (UTF-8 with a mark at its beginning, so that spreadsheets read it). */
final class TableFile {

    /** Widths of Excel are in 256ths of a digit. */
    private static final int WIDTH = 18 * 256;

    private TableFile() {}

    static byte[] csv(List<List<?>> lines) throws IOException {
        StringWriter text = new StringWriter();
        text.write('\ufeff');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            for (List<?> line : lines) {
                csv.writeRecord(line.stream()
                        .map(each -> each instanceof Instant at ? written(at) : each == null ? "" : each.toString())
                        .map(SpreadsheetCell::safe)
                        .toList());
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] workbook(String name, List<List<?>> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            SheetStyles styles = new SheetStyles(book);
            XSSFSheet sheet = book.createSheet(name);
            int columns = lines.get(0).size();
            for (int i = 0; i < lines.size(); i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < columns; j++) {
                    Cell cell = row.createCell(j);
                    styles.fill(cell, lines.get(i).get(j));
                    if (i == 0) {
                        cell.setCellStyle(styles.head());
                    }
                }
            }
            for (int j = 0; j < columns; j++) {
                sheet.setColumnWidth(j, WIDTH);
            }
            sheet.createFreezePane(1, 1);
            sheet.setAutoFilter(new CellRangeAddress(0, lines.size() - 1, 0, columns - 1));
            book.write(out);
        }
        return out.toByteArray();
    }

    private static String written(Instant at) {
        return at.atZone(FiscalYear.ZONE)
                .toLocalDateTime()
                .withNano(0)
                .toString()
                .replace('T', ' ');
    }
}
