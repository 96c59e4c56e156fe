package tsunagu.shared;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** A table in a file, as text for {@link PastedTable}: CSV in UTF-8 or Shift_JIS, or the first sheet of an .xlsx. */
public final class TableFile {

    /** "PK": an .xlsx is a zip file. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private TableFile() {}

    /** @throws DomainException when it is none of them */
    public static String text(byte[] content) {
        if (content.length > ZIP.length && ByteBuffer.wrap(content, 0, ZIP.length).equals(ByteBuffer.wrap(ZIP))) {
            return sheet(content);
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

    private static String sheet(byte[] content) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(
                        new ByteArrayInputStream(content), new ReadingOptions(true, false));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.limit(PastedTable.MOST_ROWS + 2L)
                    .map(TableFile::line)
                    .collect(Collectors.joining("\n"));
        } catch (IOException | ExcelReaderException | IllegalArgumentException | IllegalStateException broken) {
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
            text = cell.getType() == CellType.NUMBER ? cell.asNumber().stripTrailingZeros().toPlainString() : cell.getText();
        }
        return text.matches("(?s).*[\t\n\r\"].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static boolean isDate(String format) {
        return format != null && format.matches("(?i).*(yy|m+[/\\-]d|d[/\\-]m|\u5e74|ge).*");
    }
}
