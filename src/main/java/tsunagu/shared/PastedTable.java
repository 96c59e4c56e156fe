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

    /** @throws DomainException when it has no row, too many, two columns of one name, or an open quotation mark */
    public static PastedTable of(String text) {
        String plain = text == null ? "" : text.replaceFirst("^\ufeff", "").strip();
        String first = plain.lines().findFirst().orElse("");
        char separator = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .skipEmptyLines(true)
                .ofCsvRecord(plain)) {
            csv.forEach(record -> lines.add(record.getFields()));
        } catch (CsvParseException | java.io.IOException broken) {
            throw new DomainException("web.error.table");
        }
        lines.removeIf(line -> line.stream().allMatch(String::isBlank));
        if (lines.size() < 2) {
            throw new DomainException("web.error.tableEmpty");
        }
        if (lines.size() > MOST_ROWS + 1) {
            throw new DomainException("web.error.tableLong", MOST_ROWS);
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

    /** Names of columns are the same whatever their width, case and spaces. */
    public static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
