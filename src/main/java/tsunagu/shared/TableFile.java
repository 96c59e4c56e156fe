package tsunagu.shared;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * A table in a file, as text for {@link PastedTable}: CSV in UTF-8 or Shift_JIS, or the first sheet of an .xlsx, which is copied
 * first within bounds ({@link WorkbookCopy}). One is read at a time.
 */
public final class TableFile {

    /** "PK": an .xlsx is a zip file. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** The container of old Office files and of all that are encrypted. */
    private static final byte[] OLE2 = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    /** Numbers of Excel end at 308; written out, a larger exponent is a text of gigabytes. */
    private static final int MOST_DIGITS = 400;

    private static final Turnstile TURNSTILE = new Turnstile(1, 16, Duration.ofSeconds(30));

    private TableFile() {}

    /** @throws DomainException when it is none of them, has a password, is larger than a table, or too many are being read */
    public static String text(byte[] content) {
        if (content.length > Upload.MOST_BYTES) {
            throw new DomainException("web.error.fileLarge", Upload.MOST_BYTES / 1024 / 1024);
        }
        return TURNSTILE.pass(() -> PastedTable.bounded(read(content)));
    }

    private static String read(byte[] content) {
        if (startsWith(content, ZIP)) {
            return sheet(content);
        }
        if (startsWith(content, OLE2)) {
            boolean encrypted = new String(content, StandardCharsets.ISO_8859_1)
                    .contains(new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
            throw new DomainException(encrypted ? "web.error.tablePassword" : "web.error.tableOld");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException notUtf8) {
            try {
                return Charset.forName("windows-31j").newDecoder().decode(ByteBuffer.wrap(content)).toString();
            } catch (CharacterCodingException neither) {
                throw new DomainException("web.error.tableFile");
            }
        }
    }

    private static boolean startsWith(byte[] content, byte[] sign) {
        return content.length > sign.length && ByteBuffer.wrap(content, 0, sign.length).equals(ByteBuffer.wrap(sign));
    }

    private static String sheet(byte[] content) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(
                        new ByteArrayInputStream(WorkbookCopy.of(content)), new ReadingOptions(true, false));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.map(TableFile::line)
                    .filter(line -> !line.isBlank())
                    .limit(PastedTable.MOST_ROWS + 2L)
                    .collect(Collectors.joining("\n"));
        } catch (DomainException refused) {
            throw refused;
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            // Both readers throw nearly everything at data that is not what it should be.
            throw new DomainException("web.error.tableFile");
        }
    }

    private static String line(Row row) {
        return row.stream().map(TableFile::cell).collect(Collectors.joining("\t"));
    }

    /** Dates are numbers in such files: a cell that is formatted as one becomes a day. Tabs and quotes are kept by quoting. */
    private static String cell(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String text;
        if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString())) {
            text = cell.asDate().toLocalDate().toString();
        } else {
            text = cell.getType() == CellType.NUMBER ? written(cell.asNumber()) : cell.getText();
        }
        return text.chars().anyMatch(sign -> "\t\n\r\"".indexOf(sign) >= 0) ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String written(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new DomainException("web.error.tableFile");
        }
        return number.stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(String format) {
        return format != null && format.matches("(?i).*(yy|m+[/\\-]d|d[/\\-]m|\u5e74|ge).*");
    }
}
