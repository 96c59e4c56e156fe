package tsunagu.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tsunagu.plan.Indicator;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Words;

/** A paper as a spreadsheet: numbers are numbers, charts are charts, A3 landscape, one page wide. */
final class PaperWorkbook {

    private static final String FONT = "BIZ UDPGothic";
    private static final short PLAIN_SIZE = 10;
    private static final short TITLE_SIZE = 16;
    private static final short HEADING_SIZE = 12;

    /** Characters of width one that fit into one percent of an A3 landscape page. */
    private static final double CHARACTERS = 1.75;

    private static final double LINE_POINTS = 13;
    private static final double HEADING_POINTS = 20;
    private static final double TITLE_POINTS = 28;
    private static final double MOST_POINTS = 400;
    private static final int CHART_ROWS = 13;
    private static final int WIDTH_UNIT = 256;

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final Paper paper;
    private final int columns;
    private final int[] widths;
    private final CellStyle plain;
    private final CellStyle head;
    private final CellStyle centred;
    private final CellStyle titleStyle;
    private final CellStyle policyStyle;
    private final CellStyle bare;
    private XSSFSheet sheet;
    private int next;

    private PaperWorkbook(Paper paper) {
        this.paper = paper;
        this.columns = paper.sections().stream()
                .mapToInt(each -> each.columns().size())
                .max()
                .orElse(1);
        this.widths = new int[columns];
        plain = style(false, PLAIN_SIZE, true);
        head = style(true, PLAIN_SIZE, true);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        head.setAlignment(HorizontalAlignment.CENTER);
        centred = style(true, HEADING_SIZE, true);
        centred.setAlignment(HorizontalAlignment.CENTER);
        titleStyle = style(true, TITLE_SIZE, false);
        policyStyle = style(true, HEADING_SIZE, false);
        bare = style(false, PLAIN_SIZE, false);
    }

    static byte[] of(Paper paper) {
        PaperWorkbook made = new PaperWorkbook(paper);
        made.fill();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = made.book) {
            // The same paper is the same file, whenever it is taken: its day is the first after its year, not today.
            LocalDate day = LocalDate.of(paper.year().year() + 1, 4, 1);
            book.getProperties()
                    .getCoreProperties()
                    .setCreated(Optional.of(
                            Date.from(day.atStartOfDay(FiscalYear.ZONE).toInstant())));
            book.write(out);
            return timeless(out.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("A spreadsheet could not be written", e);
        }
    }

    /** A spreadsheet is a zip, whose entries say when they were put in. */
    private static byte[] timeless(byte[] zip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                packed.putNextEntry(same);
                in.transferTo(packed);
                packed.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private void fill() {
        List<List<Paper.Section>> sheets = paper.sheets();
        for (int i = 0; i < sheets.size(); i++) {
            sheet = book.createSheet(sheets.size() == 1 ? paper.number() : paper.number() + " (" + (i + 1) + ")");
            next = 0;
            sheet(sheets.get(i));
        }
        paper.notes().forEach(each -> line(each, bare));
    }

    private void sheet(List<Paper.Section> sections) {
        page();
        line(paper.number() + " " + paper.title(), titleStyle);
        line(paper.standing(), bare);
        if (shared()) {
            // One head for all sections: it stays in sight, and stands on every sheet that is printed.
            head(sections.get(0).columns(), starts(sections.get(0).columns()));
            sheet.createFreezePane(0, next);
            sheet.setRepeatingRows(new CellRangeAddress(next - 1, next - 1, -1, -1));
        }
        sections.forEach(this::section);
    }

    private void page() {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A3_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.getFooter().setCenter("&P / &N");
        // &7: the size of what follows; a sign of its own in the text is written twice.
        sheet.getFooter().setRight("&7" + paper.seal().replace("&", "&&"));
        List<Paper.Column> widest = paper.sections().stream()
                .map(Paper.Section::columns)
                .filter(each -> each.size() == columns)
                .findFirst()
                .orElse(List.of());
        for (int i = 0; i < widest.size(); i++) {
            widths[i] = widest.get(i).width();
            sheet.setColumnWidth(i, (int) (widths[i] * CHARACTERS * WIDTH_UNIT));
        }
    }

    private void section(Paper.Section section) {
        if (!section.policy().isEmpty()) {
            next++;
            line(section.policy(), policyStyle);
        }
        line(section.strategy(), policyStyle);
        int[] starts = starts(section.columns());
        if (!shared()) {
            head(section.columns(), starts);
        }
        for (List<PaperCell> cells : section.rows()) {
            row(cells, starts);
        }
        section.charts().forEach(this::chart);
    }

    /** All sections have the same columns. */
    private boolean shared() {
        return paper.sections().stream().map(Paper.Section::columns).distinct().count() == 1;
    }

    private void head(List<Paper.Column> headings, int[] starts) {
        Row header = sheet.createRow(next++);
        for (int i = 0; i < headings.size(); i++) {
            cell(header, starts[i], head).setCellValue(headings.get(i).heading());
            merge(header.getRowNum(), 1, starts[i], starts[i + 1] - 1, head);
        }
    }

    /** Where each column of a section begins on the sheet's own, finer columns; the last entry is the end. */
    private int[] starts(List<Paper.Column> own) {
        int[] starts = new int[own.size() + 1];
        double wanted = 0;
        for (int i = 0; i < own.size(); i++) {
            wanted += own.get(i).width();
            int left = own.size() - i - 1;
            double sum = 0;
            int best = starts[i] + 1;
            double off = Double.MAX_VALUE;
            for (int column = 0; column < columns - left; column++) {
                sum += widths[column];
                if (column >= starts[i] && Math.abs(sum - wanted) < off) {
                    off = Math.abs(sum - wanted);
                    best = column + 1;
                }
            }
            starts[i + 1] = i == own.size() - 1 ? columns : best;
        }
        return starts;
    }

    private void row(List<PaperCell> cells, int[] starts) {
        int number = next++;
        Row row = sheet.createRow(number);
        double points = LINE_POINTS;
        for (int i = 0; i < cells.size(); i++) {
            PaperCell from = cells.get(i);
            CellStyle style = from.right() ? number(from) : from.grade() ? centred : plain;
            Cell cell = cell(row, starts[i], style);
            if (from.numeric()) {
                cell.setCellValue(from.number().doubleValue());
            } else {
                cell.setCellValue(from.text());
            }
            if (from.rows() > 0) {
                merge(number, from.rows(), starts[i], starts[i + 1] - 1, style);
                double room = room(starts[i], starts[i + 1]);
                points = Math.max(points, lines(from.shown(), room) * LINE_POINTS / from.rows());
            }
        }
        row.setHeightInPoints((float) Math.min(points + 4, MOST_POINTS));
    }

    private void merge(int row, int rows, int first, int last, CellStyle style) {
        if (rows == 1 && first == last) {
            return;
        }
        for (int column = first + 1; column <= last; column++) {
            cell(sheet.getRow(row), column, style);
        }
        sheet.addMergedRegion(new CellRangeAddress(row, row + rows - 1, first, last));
    }

    private double room(int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(each -> sheet.getColumnWidth(each) / (double) WIDTH_UNIT)
                .sum();
    }

    /** Excel does not make merged rows as high as their words: counted here, a Japanese letter is two wide. */
    private static int lines(String text, double room) {
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            double width =
                    line.chars().mapToDouble(each -> each > 0xFF ? 1.95 : 1.05).sum();
            lines += Math.max(1, (int) Math.ceil(width / Math.max(room - 1, 1)));
        }
        return lines;
    }

    private void line(String text, CellStyle style) {
        Row row = sheet.createRow(next);
        Cell cell = row.createCell(0);
        cell.setCellStyle(style);
        cell.setCellValue(text);
        if (columns > 1) {
            sheet.addMergedRegion(new CellRangeAddress(next, next, 0, columns - 1));
        }
        row.setHeightInPoints((float)
                (style == titleStyle
                        ? TITLE_POINTS
                        : style == policyStyle ? HEADING_POINTS : lines(text, room(0, columns)) * LINE_POINTS + 2));
        next++;
    }

    /** The numbers of an indicator by year, and beside them its chart: the path as bars, the actuals as a line. */
    private void chart(Indicator indicator) {
        List<Indicator.Point> years = indicator.points();
        int top = next;
        Row names = sheet.createRow(next++);
        cell(names, 0, head).setCellValue(indicator.name() + " (" + indicator.unit() + ")");
        cell(names, 1, head).setCellValue(Words.japanese("plan.indicator.pathColumn"));
        cell(names, 2, head).setCellValue(Words.japanese("plan.col.actual"));
        CellStyle number = style(false, PLAIN_SIZE, true);
        number.setDataFormat(book.createDataFormat().getFormat("#,##0.####"));
        int first = next;
        for (Indicator.Point year : years) {
            Row row = sheet.createRow(next++);
            cell(row, 0, plain).setCellValue(year.year().code());
            Cell path = cell(row, 1, number);
            if (year.path() != null) {
                path.setCellValue(year.path().doubleValue());
            }
            Cell actual = cell(row, 2, number);
            if (year.actual() != null) {
                actual.setCellValue(year.actual().doubleValue());
            }
        }
        draw(indicator, top, first, next - 1);
        next = Math.max(next, top + CHART_ROWS) + 1;
    }

    private void draw(Indicator indicator, int top, int first, int last) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, 3, top, columns, top + CHART_ROWS);
        XSSFChart chart = drawing.createChart(anchor);
        chart.setTitleText(indicator.name() + " (" + indicator.unit() + ")");
        chart.setTitleOverlay(false);
        // Not recorded is not zero: the line is interrupted.
        chart.displayBlanksAs(DisplayBlanks.GAP);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        XDDFCategoryAxis bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis left = chart.createValueAxis(AxisPosition.LEFT);
        left.setCrosses(AxisCrosses.AUTO_ZERO);
        left.setMinimum(0);
        var categories = XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(first, last, 0, 0));
        var paths = XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(first, last, 1, 1));
        var actuals = XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(first, last, 2, 2));
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, bottom, left);
        bars.setBarDirection(BarDirection.COL);
        XDDFChartData.Series target = bars.addSeries(categories, paths);
        target.setTitle(Words.japanese("plan.indicator.pathColumn"), null);
        target.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.LIGHT_STEEL_BLUE)));
        chart.plot(bars);
        XDDFLineChartData lines = (XDDFLineChartData) chart.createData(ChartTypes.LINE, bottom, left);
        XDDFLineChartData.Series actual = (XDDFLineChartData.Series) lines.addSeries(categories, actuals);
        actual.setTitle(Words.japanese("plan.col.actual"), null);
        actual.setSmooth(false);
        actual.setMarkerStyle(MarkerStyle.CIRCLE);
        actual.setLineProperties(
                new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.ORANGE_RED))));
        chart.plot(lines);
        // A bar and a line series share the axes; two of the same number would be one series to LibreOffice.
        actual.getCTLineSer().getIdx().setVal(1);
        actual.getCTLineSer().getOrder().setVal(1);
    }

    private CellStyle number(PaperCell from) {
        CellStyle style = style(false, PLAIN_SIZE, true);
        style.setAlignment(HorizontalAlignment.RIGHT);
        if (!from.numeric()) {
            return style;
        }
        style.setDataFormat(book.createDataFormat()
                .getFormat(quoted(from.before())
                        + (from.number().stripTrailingZeros().scale() > 0 ? "#,##0.0###" : "#,##0")
                        + quoted(from.unit() + from.mark())));
        return style;
    }

    private static String quoted(String words) {
        return words.isEmpty() ? "" : "\"" + words.replace("\"", "'") + "\"";
    }

    private static Cell cell(Row row, int column, CellStyle style) {
        Cell cell = Objects.requireNonNullElseGet(row.getCell(column), () -> row.createCell(column));
        cell.setCellStyle(style);
        return cell;
    }

    private CellStyle style(boolean bold, short size, boolean framed) {
        XSSFFont font = book.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints(size);
        font.setBold(bold);
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        if (framed) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }
}
