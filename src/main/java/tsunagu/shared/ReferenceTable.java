package tsunagu.shared;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A table that ships with the portal: UTF-8, commas, names in the first line, empty means not stated. */
public final class ReferenceTable {

    private ReferenceTable() {}

    /** @param resource "/reference/plan/programmes.csv" */
    public static List<Row> read(String resource) {
        InputStream in = ReferenceTable.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalArgumentException("No reference table " + resource);
        }
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().map(Row::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line; every reader gives null for an empty cell. */
    public record Row(NamedCsvRecord line) {

        public String text(String column) {
            String value = line.getField(column);
            return value.isEmpty() ? null : value;
        }

        /** For columns where "not stated" and "" are the same thing. */
        public String textOrEmpty(String column) {
            return line.getField(column);
        }

        public Integer integer(String column) {
            return read(column, Integer::valueOf);
        }

        public BigDecimal decimal(String column) {
            return read(column, BigDecimal::new);
        }

        public FiscalYear fiscalYear(String column) {
            return read(column, FiscalYear::parse);
        }

        /** Words separated by spaces; an empty cell is an empty list. */
        public List<String> words(String column) {
            String value = text(column);
            return value == null ? List.of() : Arrays.asList(value.split(" "));
        }

        private <T> T read(String column, Function<String, T> reader) {
            String value = text(column);
            return value == null ? null : reader.apply(value);
        }
    }
}
