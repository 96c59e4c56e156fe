package tsunagu.shared;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table out of a spreadsheet: pasted (tabs) or from a file (commas or semicolons), names in the first line.
 *
 * @param header names of the columns as written
 * @param rows cells by the compared form of their column's name; as many as lines that are not empty
 */
public record PastedTable(List<String> header, List<Map<String, String>> rows) {

    public static final int MOST_ROWS = 500;
    public static final int MOST_COLUMNS = 200;

    /** Characters; more than any field takes. */
    public static final int LONGEST_CELL = 10_000;

    /** Characters of all cells together. */
    public static final int LONGEST = 4_000_000;

    /** A line of its own behind the text: where it is no line of its own, a quotation mark before it was never closed. */
    private static final String END = "\u0003";

    /** @throws DomainException when it has no row, is too large, has two columns of one name, or an open quotation mark */
    public static PastedTable of(String text) {
        bounded(text == null ? "" : text);
        String plain = text == null ? "" : text.replaceFirst("^\ufeff", "").strip();
        String first = plain.lines().findFirst().orElse("");
        char separator = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .skipEmptyLines(true)
                .ofCsvRecord(plain + "\n" + END)) {
            boolean ended = false;
            for (CsvRecord record : csv) {
                ended = record.getFields().equals(List.of(END));
                if (!ended) {
                    add(record, lines);
                }
            }
            if (!ended) {
                throw new DomainException("web.error.table");
            }
        } catch (CsvParseException | java.io.IOException broken) {
            throw new DomainException("web.error.table");
        }
        if (lines.size() < 2) {
            throw new DomainException("web.error.tableEmpty");
        }
        List<String> header = lines.get(0).stream().map(String::strip).toList();
        List<String> keys = header.stream().map(PastedTable::key).toList();
        if (keys.stream().filter(key -> !key.isEmpty()).distinct().count()
                != keys.stream().filter(key -> !key.isEmpty()).count()) {
            throw new DomainException("web.error.tableTwice");
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(keys.size(), line.size()); i++) {
                if (!keys.get(i).isEmpty()) {
                    row.put(keys.get(i), line.get(i).strip());
                }
            }
            rows.add(row);
        }
        return new PastedTable(header, rows);
    }

    /** @throws DomainException when it is longer than a table may be */
    static String bounded(String text) {
        if (text.length() > LONGEST) {
            throw new DomainException("web.error.tableText", LONGEST);
        }
        return text;
    }

    /** Counted while they are read: the text of a small file can hold millions of empty lines or cells. */
    private static void add(CsvRecord record, List<List<String>> lines) {
        if (record.getFields().stream().allMatch(String::isBlank)) {
            return;
        }
        if (lines.size() > MOST_ROWS) {
            throw new DomainException("web.error.tableLong", MOST_ROWS);
        }
        List<String> fields = record.getFields();
        // Spreadsheets write empty cells as far to the right as something was once formatted.
        if (fields.stream().skip(MOST_COLUMNS).anyMatch(field -> !field.isBlank())) {
            throw new DomainException("web.error.tableWide", MOST_COLUMNS);
        }
        if (fields.stream().anyMatch(field -> field.length() > LONGEST_CELL)) {
            throw new DomainException("web.error.tableCell", LONGEST_CELL);
        }
        lines.add(fields.subList(0, Math.min(fields.size(), MOST_COLUMNS)));
    }

    /** Names of columns are the same whatever their width, case and spaces. */
    public static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
