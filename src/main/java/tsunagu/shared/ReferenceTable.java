package tsunagu.shared;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table that ships with the portal: UTF-8, commas, names in the first line, empty means not stated.
 *
 * <p>Another city than the one the portal was made for ({@code TSUNAGU_CITY=other}) begins without that city's own tables: its plan, its
 * areas, its support, its offices. A file of the same name in the directory {@code TSUNAGU_REFERENCE} takes the place of any table
 * ({@code areas.csv} of {@code /reference/areas.csv}); it is read when the server starts. What has become rows of the database is only entered where it is
 * not there yet.
 */
public final class ReferenceTable {

    private static final String SHIPPED = "/reference/";

    /** What is one city's, and which tables below it are everybody's. */
    private static final List<String> OF_ONE_CITY = List.of(
            "/reference/areas.csv",
            "/reference/plan/",
            "/reference/guide/",
            "/reference/support/",
            "/reference/consultation/",
            "/reference/rules/minimum-wages.csv");

    private static final List<String> OF_EVERY_CITY = List.of("/reference/plan/units.csv");

    private ReferenceTable() {}

    /** @param resource "/reference/plan/programmes.csv" */
    public static List<Row> read(String resource) {
        return read(resource, System.getenv("TSUNAGU_REFERENCE"), otherCity());
    }

    /** The directory with the city's own tables, as the environment names it. */
    public static Optional<String> replacing() {
        return Optional.ofNullable(System.getenv("TSUNAGU_REFERENCE")).filter(each -> !each.isBlank());
    }

    /** It is not the city the portal was made for. */
    public static boolean otherCity() {
        return "other".equals(System.getenv("TSUNAGU_CITY"));
    }

    /** @param replacing directory of the city's own tables; null for none */
    static List<Row> read(String resource, String replacing, boolean otherCity) {
        try {
            if (replacing != null && resource.startsWith(SHIPPED)) {
                Path own = Path.of(replacing, resource.substring(SHIPPED.length()));
                if (Files.exists(own)) {
                    return rows(Files.newInputStream(own));
                }
            }
            if (otherCity && OF_ONE_CITY.stream().anyMatch(resource::startsWith) && !OF_EVERY_CITY.contains(resource)) {
                return List.of();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        InputStream in = ReferenceTable.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalArgumentException("No reference table " + resource);
        }
        return rows(in);
    }

    private static List<Row> rows(InputStream in) {
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
