package tsunagu.plan.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Sql;

/** The tables of the city and its plan, as rows of the workbook's sheets. */
@ApplicationScoped
class PlanBookRegister {

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** A programme and a year whose evaluation is approved. */
    private record Approved(String programmeId, int fiscalYear) {}

    /** The rows of a sheet in their stored forms. */
    List<List<String>> rows(BookSheet sheet) {
        return sql.of(sheet.select()).list(String.class).stream()
                .map(line -> stored(sheet, line))
                .toList();
    }

    /**
     * What the triggers of R__06_official.sql keep as it is.
     *
     * @param sheets "programme R5" of each approved evaluation
     * @param years that are closed as a whole
     */
    record Locked(Set<String> sheets, Set<String> years) {}

    Locked locked() {
        Set<String> sheets = new TreeSet<>();
        sql.of("select programme_id, fiscal_year from approval_in_force where year_locked(programme_id, fiscal_year)")
                .list(Approved.class)
                .forEach(each -> sheets.add(each.programmeId() + " " + new FiscalYear(each.fiscalYear()).code()));
        Set<String> years = new TreeSet<>();
        sql.of("select fiscal_year from closed_year").list(FiscalYear.class).forEach(each -> years.add(each.code()));
        return new Locked(sheets, years);
    }

    /** @param why for the trail, where the table says why */
    void add(BookSheet sheet, List<String> row, String why) {
        Sql.Statement statement = sql.of(sheet.insert());
        for (int i = 0; i < sheet.columns().size(); i++) {
            BookColumn column = sheet.columns().get(i);
            statement = statement.with(column.name(), value(column, row.get(i)));
        }
        if (sheet.insert().contains(":now")) {
            statement = statement.with("now", clock.instant());
        }
        if (sheet.insert().contains(":why")) {
            statement = statement.with("why", why);
        }
        statement.run();
    }

    private static Object value(BookColumn column, String stored) {
        return switch (column.kind()) {
            case WHOLE -> stored.isEmpty() ? null : Integer.valueOf(stored);
            case NUMBER -> stored.isEmpty() ? null : new BigDecimal(stored);
            case YEAR -> stored.isEmpty() ? null : FiscalYear.parse(stored);
            case DAY -> LocalDate.parse(stored);
            case MARK -> !stored.isEmpty();
            default -> stored;
        };
    }

    private static List<String> stored(BookSheet sheet, String line) {
        List<String> row = new ArrayList<>();
        try (var reader = Json.createReader(new StringReader(line))) {
            for (JsonValue value : reader.readArray()) {
                row.add(
                        switch (value.getValueType()) {
                            case NULL, FALSE -> "";
                            case TRUE -> BookColumn.mark();
                            case STRING ->
                                ((JsonString) value)
                                        .getString()
                                        .replace("\r\n", "\n")
                                        .strip();
                            default -> value.toString();
                        });
            }
        }
        for (int i = 0; i < Math.min(row.size(), sheet.columns().size()); i++) {
            BookColumn.Kind kind = sheet.columns().get(i).kind();
            if (kind == BookColumn.Kind.CODES || kind == BookColumn.Kind.CHOICES) {
                // In Java's order, whatever the database's is.
                row.set(i, Arrays.stream(row.get(i).split(" ")).sorted().collect(Collectors.joining(" ")));
            }
        }
        if (row.size() != sheet.columns().size()) {
            throw new IllegalStateException(sheet + " reads " + row.size() + " columns");
        }
        return row;
    }
}
