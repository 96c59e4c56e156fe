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

    private final XSSFWorkbook book;
    private final XSSFSheet sheet;
    private final Lists lists;

    /** The choices of all columns, in a sheet that is not shown: within a cell's rule only 255 signs have room. */
    private static final class Lists {

        private final XSSFSheet sheet;
        private int kept;

        Lists(XSSFWorkbook book) {
            sheet = book.createSheet(Words.japanese("web.table.choices"));
        }

        /** @return where they stand, as a formula */
        String keep(List<String> choices) {
            for (int i = 0; i < choices.size(); i++) {
                var row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
                row.createCell(kept).setCellValue(choices.get(i));
            }
            String letter = CellReference.convertNumToColString(kept++);
            return "'" + sheet.getSheetName() + "'!$" + letter + "$1:$" + letter + "$" + choices.size();
        }
    }

    private TableTemplate(XSSFWorkbook book, String title, Lists lists) {
        this.book = book;
        this.lists = lists;
        sheet = book.createSheet(WorkbookUtil.createSafeSheetName(title));
    }

    /** @param of what the table is about, "" for nothing */
    static byte[] of(ImportTable table, String of) {
        XSSFWorkbook book = new XSSFWorkbook();
        Lists lists = new Lists(book);
        for (ImportTable.Sheet each : table.sheets(of)) {
            new TableTemplate(book, each.title(), lists).fill(each);
        }
        book.setSheetOrder(lists.sheet.getSheetName(), book.getNumberOfSheets() - 1);
        book.setActiveSheet(0);
        book.setSelectedTab(0);
        book.setSheetVisibility(book.getNumberOfSheets() - 1, SheetVisibility.HIDDEN);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.write(out);
            book.close();
            return out.toByteArray();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private void fill(ImportTable.Sheet table) {
        List<ImportTable.Column> columns = table.columns();
        CellStyle head = head();
        var names = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            var cell = names.createCell(i);
            cell.setCellValue(columns.get(i).label());
            cell.setCellStyle(head);
            column(i, columns.get(i));
        }
        for (int i = 0; i < table.rows().size(); i++) {
            var row = sheet.createRow(i + 1);
            for (int j = 0; j < table.rows().get(i).size(); j++) {
                row.createCell(j).setCellValue(table.rows().get(i).get(j));
                row.getCell(j).setCellStyle(sheet.getColumnStyle(j));
            }
        }
        sheet.createFreezePane(0, 1);
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

    private void choices(int at, List<String> choices) {
        String range = lists.keep(choices);
        DataValidationHelper rules = sheet.getDataValidationHelper();
        DataValidation rule = rules.createValidation(
                rules.createFormulaListConstraint(range), new CellRangeAddressList(1, PastedTable.MOST_ROWS, at, at));
        rule.setSuppressDropDownArrow(true);
        rule.setShowErrorBox(true);
        rule.createErrorBox(Words.japanese("web.table.choices"), Words.japanese("web.table.choose"));
        sheet.addValidationData(rule);
    }
}
