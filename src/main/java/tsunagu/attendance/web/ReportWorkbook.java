package tsunagu.attendance.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tsunagu.shared.Words;
import tsunagu.web.SheetStyles;

/** 開催の報告 as a spreadsheet: a sheet for each of its tables, and the chart beside the one it is drawn from. */
final class ReportWorkbook {

    private static final int WIDTH = 256;
    private static final int NAME_WIDTH = 40 * WIDTH;
    private static final int NUMBER_WIDTH = 22 * WIDTH;
    private static final int CHART_COLUMNS = 8;
    private static final int CHART_ROWS = 16;

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final SheetStyles styles = new SheetStyles(book);

    private ReportWorkbook() {}

    static byte[] of(ReportSheet report) {
        ReportWorkbook made = new ReportWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = made.book) {
            made.summary(report);
            made.table("event.report.bySession", report.numberHead(), report.columns(), report.rows());
            made.table("event.report.byRole", report.roleHead(), report.roleColumns(), report.roles());
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void summary(ReportSheet report) {
        XSSFSheet sheet = sheet("event.report.way", 2);
        int next = 0;
        head(sheet.createRow(next++), List.of(report.title()));
        words(sheet.createRow(next++), report.event());
        words(sheet.createRow(next++), report.standing());
        for (String each : report.sums()) {
            words(sheet.createRow(next++), each);
        }
        next++;
        head(
                sheet.createRow(next++),
                List.of(
                        Words.japanese("event.report.step"),
                        Words.japanese("event.report.number"),
                        Words.japanese("event.report.shareHead")));
        int first = next;
        for (ReportSheet.Step each : report.steps()) {
            Row row = sheet.createRow(next++);
            fill(row, List.of(each.name(), each.people(), each.share()));
        }
        chart(sheet, first, next - 1);
        words(sheet.createRow(next + CHART_ROWS + 2), report.notes());
    }

    private void chart(XSSFSheet sheet, int first, int last) {
        XSSFChart chart = sheet.createDrawingPatriarch()
                .createChart(sheet.createDrawingPatriarch()
                        .createAnchor(0, 0, 0, 0, 0, last + 2, CHART_COLUMNS - 1, last + 2 + CHART_ROWS));
        chart.setTitleText(Words.japanese("event.report.way"));
        chart.setTitleOverlay(false);
        XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.LEFT);
        // Otherwise bars stand from the bottom up.
        names.setOrientation(AxisOrientation.MAX_MIN);
        XDDFValueAxis people = chart.createValueAxis(AxisPosition.BOTTOM);
        people.setCrosses(AxisCrosses.MAX);
        people.setMinimum(0);
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, people);
        bars.setBarDirection(BarDirection.BAR);
        XDDFChartData.Series series = bars.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(first, last, 0, 0)),
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(first, last, 1, 1)));
        series.setTitle(Words.japanese("event.report.number"), null);
        series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.CORNFLOWER_BLUE)));
        chart.plot(bars);
    }

    private void table(String name, String head, List<String> columns, List<ReportSheet.Row> rows) {
        XSSFSheet sheet = sheet(name, columns.size());
        List<String> heads = new ArrayList<>(List.of(head));
        heads.addAll(columns);
        head(sheet.createRow(0), heads);
        sheet.createFreezePane(1, 1);
        int next = 1;
        for (ReportSheet.Row each : rows) {
            List<Object> cells = new ArrayList<>(List.of(each.name()));
            cells.addAll(each.numbers());
            fill(sheet.createRow(next++), cells);
        }
    }

    private XSSFSheet sheet(String name, int numbers) {
        XSSFSheet sheet = book.createSheet(Words.japanese(name));
        sheet.setColumnWidth(0, NAME_WIDTH);
        for (int i = 1; i <= numbers; i++) {
            sheet.setColumnWidth(i, NUMBER_WIDTH);
        }
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        return sheet;
    }

    private void head(Row row, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(names.get(i));
            cell.setCellStyle(styles.head());
        }
    }

    private void words(Row row, String words) {
        styles.fill(row.createCell(0), words);
    }

    private void fill(Row row, List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            styles.fill(row.createCell(i), values.get(i));
        }
    }
}
