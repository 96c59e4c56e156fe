package tsunagu.shared;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * A table in a file, as text for {@link PastedTable}: CSV in UTF-8 or Shift_JIS, or a sheet of an .xlsx, which is copied
 * first within bounds ({@link WorkbookCopy}). One is read at a time.
 */
public final class TableFile {

    /** "PK": an .xlsx is a zip file. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private static final Pattern FORMULA_NUMBER =
            Pattern.compile("-?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][-+]?[0-9]{1,3})?");

    /** Numbers of Excel end at 308; written out, a larger exponent is a text of gigabytes. */
    private static final int MOST_DIGITS = 400;

    /** Begins the line with a sheet's name. */
    private static final String SHEET = "\u25a0 ";

    private static final Turnstile TURNSTILE = new Turnstile(1, 16, Duration.ofSeconds(30));

    private TableFile() {}

    /**
     * What was read.
     *
     * @param text a line for a row, tabs between cells
     * @param sheet that was read, "" for a file without sheets
     * @param sheets all that are shown in the workbook, in their order
     * @param hidden rows that were left out because they are hidden
     */
    public record Read(String text, String sheet, List<String> sheets, int hidden) {

        Read(String text) {
            this(text, "", List.of(), 0);
        }
    }

    /** The first sheet that is shown. */
    public static String text(byte[] content) {
        return of(content, null).text();
    }

    /**
     * @param sheet name of the one to read; null, or none of them, for the first that is shown
     * @throws DomainException when it is none of them, has a password, is larger than a table, or too many are being read
     */
    public static Read of(byte[] content, String sheet) {
        if (content.length > Upload.MOST_BYTES) {
            throw new DomainException("web.error.fileLarge", Upload.MOST_BYTES / 1024 / 1024);
        }
        return TURNSTILE.pass(() -> {
            Read read = FileKind.of(content).isEmpty() && FileKind.startsWith(content, ZIP)
                    ? sheet(content, sheet)
                    : new Read(plain(content));
            PastedTable.bounded(read.text());
            return read;
        });
    }

    /**
     * All sheets that are shown, each below a line with its name; a text is taken as it is.
     *
     * @throws DomainException as {@link #of}
     */
    public static Read book(byte[] content) {
        if (content.length > Upload.MOST_BYTES) {
            throw new DomainException("web.error.fileLarge", Upload.MOST_BYTES / 1024 / 1024);
        }
        return TURNSTILE.pass(() -> {
            Read read = FileKind.of(content).isEmpty() && FileKind.startsWith(content, ZIP)
                    ? allSheets(content)
                    : new Read(plain(content));
            PastedTable.bounded(read.text());
            return read;
        });
    }

    private static Read allSheets(byte[] content) {
        try (ReadableWorkbook workbook = opened(WorkbookCopy.of(content))) {
            StringBuilder text = new StringBuilder();
            int hidden = 0;
            for (Sheet sheet : workbook.getSheets()
                    .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                    .toList()) {
                Read read = read(sheet, workbook.isDate1904(), List.of());
                text.append(SHEET).append(sheet.getName()).append('\n').append(read.text());
                if (!read.text().endsWith("\n")) {
                    text.append('\n');
                }
                PastedTable.bounded(text.toString());
                hidden += read.hidden();
            }
            return new Read(text.toString(), "", List.of(), hidden);
        } catch (DomainException refused) {
            throw refused;
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            throw new DomainException("web.error.tableFile");
        }
    }

    private static String plain(byte[] content) {
        FileKind.of(content).ifPresent(kind -> {
            throw new DomainException(kind.sentence());
        });
        return TextFile.of(content);
    }

    /** @param wanted name of a sheet; null for the first that is shown */
    private static Read sheet(byte[] content, String wanted) {
        try (ReadableWorkbook workbook = opened(WorkbookCopy.of(content))) {
            List<Sheet> shown = workbook.getSheets()
                    .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                    .toList();
            if (shown.isEmpty()) {
                throw new DomainException("web.error.tableEmpty");
            }
            List<String> names = shown.stream().map(Sheet::getName).toList();
            Optional<Sheet> chosen =
                    shown.stream().filter(each -> each.getName().equals(wanted)).findFirst();
            if (chosen.isPresent()) {
                return read(chosen.get(), workbook.isDate1904(), names);
            }
            Read first = null;
            for (Sheet sheet : shown) {
                Optional<Read> read = attempted(sheet, workbook.isDate1904(), names);
                if (read.isPresent() && !read.get().text().isBlank()) {
                    return read.get();
                }
                first = first == null ? read.orElse(null) : first;
            }
            if (first == null) {
                throw new DomainException("web.error.tableFile");
            }
            return first;
        } catch (DomainException refused) {
            throw refused;
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            // Both readers throw nearly everything at data that is not what it should be.
            throw new DomainException("web.error.tableFile");
        }
    }

    /** @return empty for what is no sheet of cells: a chart may stand before them */
    private static Optional<Read> attempted(Sheet sheet, boolean since1904, List<String> names) {
        try {
            return Optional.of(read(sheet, since1904, names));
        } catch (DomainException refused) {
            throw refused;
        } catch (IOException | RuntimeException noCells) {
            return Optional.empty();
        }
    }

    private static Read read(Sheet sheet, boolean since1904, List<String> names) throws IOException {
        Lines lines = new Lines(since1904);
        try (Stream<Row> rows = sheet.openStream()) {
            rows.takeWhile(row -> lines.count <= PastedTable.MOST_KEPT_ROWS + PastedTable.MOST_ABOVE)
                    .forEach(lines::add);
        }
        return new Read(lines.text.toString(), sheet.getName(), names, lines.hidden);
    }

    /** Styles are optional in a workbook (ECMA-376, 12.3.20), but the reader asks for them: without any, numbers are amounts. */
    private static ReadableWorkbook opened(byte[] copy) throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(copy), new ReadingOptions(true, false));
        } catch (ExcelReaderException noStyles) {
            return new ReadableWorkbook(new ByteArrayInputStream(copy), new ReadingOptions(false, false));
        }
    }

    /** Rows become lines of the same number, as far as that is reasonable, so that both count alike. */
    private static final class Lines {

        /** Empty rows in one place that are kept for the sake of the numbers. */
        private static final int MOST_EMPTY = 1_000;

        private final boolean since1904;
        private final StringBuilder text = new StringBuilder();
        private int last;
        private int count;
        private int hidden;

        Lines(boolean since1904) {
            this.since1904 = since1904;
        }

        void add(Row row) {
            String line = row.stream().map(cell -> written(cell, since1904)).collect(Collectors.joining("\t"));
            if (line.isBlank()) {
                return;
            }
            // A row that was filtered away or hidden is not what its owner sees, and it is said that it was left out.
            if (row.isHidden()) {
                hidden++;
                return;
            }
            text.append("\n"
                    .repeat(Math.max(last == 0 ? 0 : 1, Math.min(MOST_EMPTY, row.getRowNum() - Math.max(1, last)))));
            text.append(line);
            last = row.getRowNum();
            count++;
        }
    }

    /** Tabs, line ends and quotes are kept by quoting. */
    private static String written(Cell cell, boolean since1904) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        BigDecimal number = number(cell);
        String text = number == null
                ? cell.getText()
                : CellFormat.written(
                        cell.getDataFormatId() == null
                                ? null
                                : cell.getDataFormatId().toString(),
                        cell.getDataFormatString(),
                        number,
                        since1904);
        return text.chars().anyMatch(sign -> "\t\n\r\"".indexOf(sign) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /** @return null for what is no number; the result of a formula is one, too */
    private static BigDecimal number(Cell cell) {
        BigDecimal number = null;
        if (cell.getType() == CellType.NUMBER) {
            number = cell.asNumber();
        } else if (cell.getType() == CellType.FORMULA
                && cell.getRawValue() != null
                && FORMULA_NUMBER.matcher(cell.getRawValue()).matches()) {
            number = new BigDecimal(cell.getRawValue());
        }
        if (number != null && (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS)) {
            throw new DomainException("web.error.tableFile");
        }
        return number;
    }
}
