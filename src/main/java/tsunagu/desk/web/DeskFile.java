package tsunagu.desk.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import tsunagu.desk.Asked;
import tsunagu.desk.Column;
import tsunagu.desk.DeskList;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.SpreadsheetCell;
import tsunagu.shared.Viewings;
import tsunagu.shared.Words;
import tsunagu.web.NoPdf;
import tsunagu.web.RoutedRequest;
import tsunagu.web.SheetStyles;

/**
 * A list as a file: the rows that are filtered, on all pages, in their order, with the columns that are shown. Written row by row into a
 * file of the server first, then sent: no length of a list fills the memory, a slow reader holds no transaction, and what fails in the
 * middle is an error page and no half of a table.
 */
@WebServlet("/internal/desk-file")
public class DeskFile extends HttpServlet {

    /** 〓: what stands for a letter that Shift_JIS has not got, as printers put it. */
    private static final byte[] NO_LETTER = {(byte) 0x81, (byte) 0xac};

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private static final int ROWS_IN_MEMORY = 200;

    /** Widths of Excel are in 256ths of a digit. */
    private static final int WIDTH = 256;

    @Inject
    private transient DeskPages desks;

    @Inject
    private transient Viewings viewings;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RoutedRequest routed = RoutedRequest.of(request);
        String form = routed.value("form");
        if (!Map.of("table.xlsx", 1, "table.csv", 1, "table-sjis.csv", 1).containsKey(form)) {
            throw new NotFoundException("form " + form);
        }
        Path file = Files.createTempFile("list", ".part");
        try {
            DeskList<?> list = desks.list(routed.value("list"));
            String why = request.getParameter("why");
            if (list.persons() != null && (why == null || why.isBlank())) {
                NoPdf.because(new DomainException("desk.error.why"), response, routed.locale());
                return;
            }
            fill(list, Asked.read(list.listing(), request.getParameterMap()), of(request), form, file, why);
            boolean excel = form.endsWith(".xlsx");
            response.setContentType(
                    excel
                            ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                            : form.equals("table.csv") ? "text/csv; charset=UTF-8" : "text/csv; charset=Shift_JIS");
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"" + list.listing().name() + (excel ? ".xlsx" : ".csv")
                            + "\"; filename*=UTF-8''"
                            + URLEncoder.encode(name(list), StandardCharsets.UTF_8)
                                    .replace("+", "%20")
                            + (excel ? ".xlsx" : ".csv"));
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    private static String of(HttpServletRequest request) {
        String of = request.getParameter("of");
        return of == null ? "" : of;
    }

    private String name(DeskList<?> list) {
        return Words.japanese(list.listing().texts() + "title") + "_"
                + LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }

    /** Of whom it is, is what its rows say: a filtered list is about those that were left. */
    private <R> void fill(DeskList<R> list, Asked asked, String of, String form, Path file, String why)
            throws IOException {
        DeskList.Persons<R> persons = list.persons();
        Set<Long> whose = new LinkedHashSet<>();
        int[] rows = {0};
        write(
                list,
                asked,
                form,
                file,
                reader -> list.each(asked, of, row -> {
                    rows[0]++;
                    Long person = persons == null ? null : persons.whose().apply(row);
                    if (person != null) {
                        whose.add(person);
                    }
                    reader.accept(row);
                }));
        if (persons != null && rows[0] > 0) {
            viewings.taken(persons.what(), Desk.filteredBy(list.listing(), asked), rows[0], whose, why);
        }
    }

    private static <R> void write(DeskList<R> list, Asked asked, String form, Path file, Consumer<Consumer<R>> all)
            throws IOException {
        List<Column<R>> columns = Desk.shown(list.listing(), asked);
        List<String> heads = columns.stream()
                .map(each -> Words.japanese(list.listing().texts() + "col." + each.key()))
                .toList();
        try (OutputStream out = Files.newOutputStream(file)) {
            if (form.endsWith(".xlsx")) {
                excel(columns, heads, Words.japanese(list.listing().texts() + "title"), out, all);
            } else {
                csv(columns, heads, form.equals("table.csv"), out, all);
            }
        }
    }

    private static <R> void csv(
            List<Column<R>> columns, List<String> heads, boolean utf8, OutputStream out, Consumer<Consumer<R>> all)
            throws IOException {
        CharsetEncoder encoder = (utf8 ? StandardCharsets.UTF_8 : SHIFT_JIS)
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        if (!utf8) {
            encoder.replaceWith(NO_LETTER);
        }
        try (Writer writer = new OutputStreamWriter(out, encoder)) {
            if (utf8) {
                // Excel takes a file without this mark for Shift_JIS.
                writer.write('\ufeff');
            }
            try (CsvWriter csv = CsvWriter.builder().build(writer)) {
                csv.writeRecord(heads.stream().map(SpreadsheetCell::safe).toList());
                all.accept(row -> csv.writeRecord(columns.stream()
                        .map(each -> guarded(each, Cells.plain(each.value(row))))
                        .toList()));
            }
        }
    }

    /** As a spreadsheet takes it: what is no number and no day is words. */
    private static Object plain(Object value) {
        return value instanceof Number || value instanceof LocalDate || value instanceof Instant
                ? value
                : Cells.plain(value);
    }

    /** A number may begin with a minus. */
    private static String guarded(Column<?> column, String text) {
        return column.kind() == Column.Kind.NUMBER ? text : SpreadsheetCell.safe(text);
    }

    private static <R> void excel(
            List<Column<R>> columns, List<String> heads, String title, OutputStream out, Consumer<Consumer<R>> all)
            throws IOException {
        SXSSFWorkbook book = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false);
        try {
            SXSSFSheet sheet = book.createSheet(title.length() > 31 ? title.substring(0, 31) : title);
            SheetStyles styles = new SheetStyles(book);
            Row head = sheet.createRow(0);
            for (int i = 0; i < columns.size(); i++) {
                Cell cell = head.createCell(i);
                cell.setCellValue(heads.get(i));
                cell.setCellStyle(styles.head());
                sheet.setColumnWidth(i, (columns.get(i).kind() == Column.Kind.TEXT ? 28 : 16) * WIDTH);
            }
            sheet.createFreezePane(1, 1);
            int[] count = {0};
            all.accept(each -> {
                Row row = sheet.createRow(++count[0]);
                for (int i = 0; i < columns.size(); i++) {
                    styles.fill(row.createCell(i), plain(columns.get(i).value(each)));
                }
            });
            sheet.setAutoFilter(new CellRangeAddress(0, count[0], 0, columns.size() - 1));
            book.write(out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            book.close();
            book.dispose();
        }
    }
}
