package tsunagu.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.shared.FewPeople;

/**
 * Folds rows about persons into one row for each session and role, grants and hires into one for each month; the sum stays
 * what it was.
 */
final class FigureRows {

    private static final Set<String> PERSONAL = Set.of("PERSON", "COMPANIONS", "VISIT", "INTERN");

    private static final Set<String> OF_PEOPLE = Set.of(
            "PERSONS", "COMPANIONS", "VISIT", "INTERN", "GRANT", "PLACEMENT", "CONSULTATION", "HEAD_COUNT", "MONTHLY");

    /** One person's own; shown by months outside the city's screens. */
    private static final Set<String> SINGLE = Set.of("GRANT", "PLACEMENT", "CONSULTATION");

    private FigureRows() {}

    /** Rows of few people become one row with their sum ({@link FewPeople}). */
    static List<FigureRow> disclosed(List<FigureRow> rows) {
        Set<FigureRow> hidden = FewPeople.together(
                rows.stream().filter(row -> OF_PEOPLE.contains(row.kind())).toList(), FigureRows::size);
        if (hidden.isEmpty()) {
            return rows;
        }
        BigDecimal sum = hidden.stream().map(FigureRow::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<FigureRow> shown = new ArrayList<>(
                rows.stream().filter(row -> !hidden.contains(row)).toList());
        shown.add(new FigureRow("FEW", null, "", "", "", "FISCAL_YEAR", null, null, null, sum, null, 0));
        return List.copyOf(shown);
    }

    /** How many people all rows tell about; 0 when they are about none. */
    static BigDecimal people(List<FigureRow> rows) {
        return rows.stream()
                .filter(row -> OF_PEOPLE.contains(row.kind()))
                .map(FigureRows::size)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How many people, or recipients of a grant, a row tells about: a large amount of one recipient is still one. */
    private static BigDecimal size(FigureRow row) {
        return row.present() == null ? row.quantity() : row.present();
    }

    static List<FigureRow> withoutPersons(List<FigureRow> rows) {
        List<FigureRow> result = new ArrayList<>();
        Map<List<Object>, Integer> places = new LinkedHashMap<>();
        for (FigureRow row : rows) {
            boolean single = SINGLE.contains(row.kind());
            if (!single && !PERSONAL.contains(row.kind())) {
                result.add(row);
                continue;
            }
            FigureRow folded = single ? month(row) : row;
            List<Object> key = Arrays.asList(
                    folded.kind(),
                    folded.eventCode(),
                    folded.sessionTitle(),
                    String.valueOf(folded.heldOn()),
                    folded.role());
            Integer place = places.get(key);
            if (place == null) {
                places.put(key, result.size());
                result.add(single ? folded : plus(folded, BigDecimal.ZERO, BigDecimal.ZERO));
            } else {
                FigureRow before = result.get(place);
                result.set(
                        place,
                        single
                                ? month(row, before.quantity(), before.present())
                                : plus(
                                        folded,
                                        before.quantity(),
                                        before.present() == null ? BigDecimal.ZERO : before.present()));
            }
        }
        return List.copyOf(result);
    }

    /** One person's grant or hire: outside the city's own screens only its month is shown. */
    private static FigureRow month(FigureRow row) {
        return month(row, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static FigureRow month(FigureRow row, BigDecimal before, BigDecimal presentBefore) {
        return new FigureRow(
                row.kind(),
                null,
                "",
                "",
                "",
                "MONTH",
                row.heldOn().withDayOfMonth(1),
                null,
                null,
                row.quantity().add(before),
                row.present().add(presentBefore),
                0);
    }

    private static FigureRow plus(FigureRow row, BigDecimal quantity, BigDecimal present) {
        return new FigureRow(
                row.kind().equals("PERSON") ? "PERSONS" : row.kind(),
                row.eventCode(),
                row.eventTitle(),
                row.sessionTitle(),
                row.place(),
                row.knownTo(),
                row.heldOn(),
                row.role(),
                null,
                row.quantity().add(quantity),
                row.present() == null ? null : row.present().add(present),
                row.corrections());
    }
}
