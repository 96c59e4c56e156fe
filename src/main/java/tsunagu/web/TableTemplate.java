package tsunagu.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tsunagu.shared.ImportTable;
import tsunagu.shared.PastedTable;
import tsunagu.shared.Words;

/**
 * An empty table to fill in (.xlsx): the names of the columns, the choices as lists to choose from, days as days, and everything else as
 * text, so that no zero is lost. Made of the columns the import itself knows, so that the two cannot differ.
 */
final class TableTemplate {

    private static final int NARROWEST = 12;
    private static final int WIDEST = 40;

    /** A width of one is a 256th of a narrow character; a Japanese one takes two. */
    private static final int WIDTH_UNIT = 256;

    private static final String TEXT = "@";

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final XSSFSheet sheet;
    private final XSSFSheet lists;
    private int kept;

    private TableTemplate(String title) {
        sheet = book.createSheet(WorkbookUtil.createSafeSheetName(title));
        lists = book.createSheet(Words.japanese("web.table.choices"));
    }

    /** @param rows what is there already */
    static byte[] of(ImportTable table, List<List<String>> rows) {
        TableTemplate template = new TableTemplate(table.title());
        List<ImportTable.Column> columns = table.columns();
        CellStyle head = template.head();
        var names = template.sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            var cell = names.createCell(i);
            cell.setCellValue(columns.get(i).label());
            cell.setCellStyle(head);
            template.column(i, columns.get(i));
        }
        for (int i = 0; i < rows.size(); i++) {
            var row = template.sheet.createRow(i + 1);
            for (int j = 0; j < rows.get(i).size(); j++) {
                row.createCell(j).setCellValue(rows.get(i).get(j));
                row.getCell(j).setCellStyle(template.sheet.getColumnStyle(j));
            }
        }
        template.sheet.createFreezePane(0, 1);
        template.book.setSheetVisibility(1, SheetVisibility.HIDDEN);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            template.book.write(out);
            template.book.close();
            return out.toByteArray();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private CellStyle head() {
        XSSFFont font = book.createFont();
        font.setBold(true);
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setDataFormat(book.createDataFormat().getFormat(TEXT));
        return style;
    }

    private void column(int at, ImportTable.Column column) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat()
                .getFormat(
                        switch (column.kind()) {
                            case TEXT -> TEXT;
                            case NUMBER -> "#,##0";
                            case DAY -> "yyyy/mm/dd";
                            case MONTH -> "yyyy/mm";
                        }));
        sheet.setDefaultColumnStyle(at, style);
        int letters = Math.max(NARROWEST, Math.min(WIDEST, 2 * column.label().length() + 2));
        sheet.setColumnWidth(at, letters * WIDTH_UNIT);
        if (!column.choices().isEmpty()) {
            choices(at, column.choices());
        }
    }

    /** In a sheet of their own: within a cell's rule only 255 signs have room. */
    private void choices(int at, List<String> choices) {
        for (int i = 0; i < choices.size(); i++) {
            var row = lists.getRow(i) == null ? lists.createRow(i) : lists.getRow(i);
            row.createCell(kept).setCellValue(choices.get(i));
        }
        String letter = CellReference.convertNumToColString(kept);
        String range = "'" + lists.getSheetName() + "'!$" + letter + "$1:$" + letter + "$" + choices.size();
        kept++;
        DataValidationHelper rules = sheet.getDataValidationHelper();
        DataValidation rule = rules.createValidation(
                rules.createFormulaListConstraint(range), new CellRangeAddressList(1, PastedTable.MOST_ROWS, at, at));
        rule.setSuppressDropDownArrow(true);
        rule.setShowErrorBox(true);
        rule.createErrorBox(Words.japanese("web.table.choices"), Words.japanese("web.table.choose"));
        sheet.addValidationData(rule);
    }
}
