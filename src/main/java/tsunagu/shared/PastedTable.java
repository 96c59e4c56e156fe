package tsunagu.shared;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table out of a spreadsheet: pasted (tabs) or from a file (commas or semicolons). The names of its columns stand in one of the first
 * lines, below a title or empty lines where there are some.
 *
 * @param header names of the columns as written, without line breaks
 * @param headerLine number of the line they stand in, as the spreadsheet numbers its rows
 * @param rows cells by the compared form of their column's name; as many as lines that are not empty
 * @param lines numbers of the lines of {@code rows}
 */
public record PastedTable(List<String> header, int headerLine, List<Map<String, String>> rows, List<Integer> lines) {

    /** Rows that a page takes at once; more are handed over first and taken in the background ({@link LongWork}). */
    public static final int MOST_ROWS = 500;

    /** Rows of the longest table there is: the register of a city's companies, everybody who came in a year. */
    public static final int MOST_KEPT_ROWS = 20_000;

    public static final int MOST_COLUMNS = 200;

    /** Lines above the names of the columns: a title, who made it, what it is about. */
    public static final int MOST_ABOVE = 20;

    /** Characters; more than any field takes. */
    public static final int LONGEST_CELL = 10_000;

    /** Characters of all cells together. */
    public static final int LONGEST = 12_000_000;

    /** A line of its own behind the text: where it is no line of its own, a quotation mark before it was never closed. */
    private static final String END = "\u0003";

    /** What a spreadsheet shows in place of a value it could not compute. */
    private static final Pattern ERROR = Pattern.compile("#(?:N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)");

    /** A line as it was read. @param number as the spreadsheet numbers its rows */
    private record Line(int number, List<String> cells) {

        long filled() {
            return cells.stream().filter(cell -> !cell.isBlank()).count();
        }

        /** @param names compared forms */
        long known(Set<String> names) {
            return cells.stream()
                    .map(PastedTable::key)
                    .filter(names::contains)
                    .distinct()
                    .count();
        }
    }

    /** Without knowing what its columns may be called: their names stand in the first line that has more than one cell. */
    public static PastedTable of(String text) {
        return of(text, List.of());
    }

    /**
     * @param names the columns may have, in any width and case: the line that has most of them is that of the names
     * @throws DomainException when it has no row, is too large, has two columns of one name, or an open quotation mark
     */
    public static PastedTable of(String text, Collection<String> names) {
        return of(text, names, MOST_ROWS);
    }

    /** @param most rows below the names of the columns */
    public static PastedTable of(String text, Collection<String> names, int most) {
        List<Line> lines = read(bounded(text == null ? "" : text), most);
        if (lines.size() < 2) {
            throw new DomainException("web.error.tableEmpty");
        }
        int at = headerAt(lines, names.stream().map(PastedTable::key).collect(Collectors.toSet()));
        if (lines.size() - 1 - at > most) {
            throw new DomainException("web.error.tableLong", most);
        }
        List<String> header = lines.get(at).cells().stream()
                .map(each -> each.strip().replaceAll("\\s*[\r\n]+\\s*", ""))
                .toList();
        List<String> keys = header.stream().map(PastedTable::key).toList();
        Set<String> known = names.stream().map(PastedTable::key).collect(Collectors.toSet());
        // A column that nobody asks for may be there as often as it likes.
        if (keys.stream()
                .filter(key -> !key.isEmpty()
                        && (known.isEmpty() || known.contains(key))
                        && Collections.frequency(keys, key) > 1)
                .findAny()
                .isPresent()) {
            throw new DomainException("web.error.tableTwice");
        }
        List<Line> below = lines.subList(at + 1, lines.size());
        if (below.isEmpty()) {
            throw new DomainException("web.error.tableEmpty");
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (Line line : below) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(keys.size(), line.cells().size()); i++) {
                if (known.contains(keys.get(i))
                        && ERROR.matcher(line.cells().get(i).strip()).matches()) {
                    throw new DomainException(
                            "web.error.tableError",
                            line.number(),
                            header.get(i),
                            line.cells().get(i).strip());
                }
                if (!keys.get(i).isEmpty()) {
                    row.put(
                            keys.get(i),
                            SpreadsheetCell.read(stripped(line.cells().get(i))));
                }
            }
            rows.add(row);
        }
        return new PastedTable(
                header,
                lines.get(at).number(),
                rows,
                below.stream().map(Line::number).toList());
    }

    /**
     * Rows of a table whose columns nobody has looked at: lines that are not empty, but the first.
     *
     * @throws DomainException when there are more than of the longest table, or a quotation mark is open
     */
    public static int rows(String text) {
        return Math.max(0, read(bounded(text), MOST_KEPT_ROWS).size() - 1);
    }

    private static int headerAt(List<Line> lines, Set<String> names) {
        int most = Math.min(lines.size(), MOST_ABOVE + 1);
        int best = 0;
        for (int i = 1; i < most; i++) {
            if (lines.get(i).known(names) > lines.get(best).known(names)) {
                best = i;
            }
        }
        if (lines.get(best).known(names) > 0) {
            return best;
        }
        // Nobody knows these names: a title fills one cell, names fill several.
        for (int i = 0; i < most - 1; i++) {
            if (lines.get(i).filled() > 1) {
                return i;
            }
        }
        return 0;
    }

    private static List<Line> read(String text, int most) {
        // Marks of byte order that joined files bring along, and the end of file of old programs.
        String plain = text.replace("\ufeff", "").replaceFirst("[\u0000\u001a\\s]+$", "");
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(plain))
                .allowMissingFields(true)
                .allowExtraFields(true)
                .skipEmptyLines(false)
                .ofCsvRecord(plain + "\n" + END)) {
            boolean ended = false;
            int number = 0;
            for (CsvRecord record : csv) {
                number++;
                ended = record.getFields().equals(List.of(END));
                if (!ended) {
                    add(number, record, lines, most);
                }
            }
            if (!ended) {
                throw new DomainException("web.error.table");
            }
        } catch (CsvParseException | java.io.IOException broken) {
            throw new DomainException("web.error.table");
        }
        return lines;
    }

    /**
     * That which stands, outside of quotation marks, in most of the first lines that are not empty; of two in as many the one that stands
     * there more often. Thousands have commas and a title may have one, a number may have a tab before it: neither parts the lines.
     */
    private static char separator(String text) {
        char[] signs = {'\t', ',', ';'};
        int[] lines = new int[signs.length];
        int[] times = new int[signs.length];
        int[] here = new int[signs.length];
        boolean quoted = false;
        int line = 0;
        for (int i = 0; i <= text.length() && line < MOST_ABOVE; i++) {
            char sign = i < text.length() ? text.charAt(i) : '\n';
            quoted ^= sign == '"';
            if (!quoted && (sign == '\n' || sign == '\r')) {
                for (int k = 0; k < signs.length; k++) {
                    lines[k] += here[k] > 0 ? 1 : 0;
                    times[k] += here[k];
                    here[k] = 0;
                }
                line++;
            }
            for (int k = 0; k < signs.length && !quoted; k++) {
                here[k] += sign == signs[k] ? 1 : 0;
            }
        }
        int best = 1;
        for (int k : new int[] {0, 2}) {
            boolean more = lines[k] > lines[best] || lines[k] == lines[best] && times[k] > times[best];
            best = lines[k] > 0 && more ? k : best;
        }
        return signs[best];
    }

    /** Without spaces around it, also those that do not break. */
    private static String stripped(String cell) {
        return cell.replaceAll("^[\\s\u00a0\u3000]+|[\\s\u00a0\u3000]+$", "");
    }

    /** @throws DomainException when it is longer than a table may be */
    static String bounded(String text) {
        if (text.length() > LONGEST) {
            throw new DomainException("web.error.tableText", LONGEST);
        }
        return text;
    }

    /** Counted while they are read: the text of a small file can hold millions of empty lines or cells. */
    private static void add(int number, CsvRecord record, List<Line> lines, int most) {
        if (record.getFields().stream().allMatch(field -> stripped(field).isEmpty())) {
            return;
        }
        if (lines.size() > most + MOST_ABOVE) {
            throw new DomainException("web.error.tableLong", most);
        }
        List<String> fields = record.getFields();
        // Spreadsheets write empty cells as far to the right as something was once formatted.
        if (fields.stream().skip(MOST_COLUMNS).anyMatch(field -> !field.isBlank())) {
            throw new DomainException("web.error.tableWide", MOST_COLUMNS);
        }
        if (fields.stream().anyMatch(field -> field.length() > LONGEST_CELL)) {
            throw new DomainException("web.error.tableCell", LONGEST_CELL);
        }
        lines.add(new Line(number, fields.subList(0, Math.min(fields.size(), MOST_COLUMNS))));
    }

    /** Names of columns are the same whatever their width, case and spaces, and with a mark that they have to be filled in. */
    public static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cf}]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("^[\u203b*]+|(?:[\u203b*]|\\(\u5fc5\u9808\\)|\\(\u4efb\u610f\\))+$", "");
    }
}
