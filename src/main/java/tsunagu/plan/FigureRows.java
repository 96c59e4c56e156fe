package tsunagu.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Folds rows about persons into one row for each session and role, grants and hires into one for each month; the sum stays
 * what it was.
 */
final class FigureRows {

    private static final Set<String> PERSONAL = Set.of("PERSON", "COMPANIONS", "VISIT", "INTERN");

    private FigureRows() {}

    static List<FigureRow> withoutPersons(List<FigureRow> rows) {
        List<FigureRow> result = new ArrayList<>();
        Map<List<Object>, Integer> places = new LinkedHashMap<>();
        for (FigureRow row : rows) {
            boolean single = row.kind().equals("GRANT") || row.kind().equals("PLACEMENT");
            if (!single && !PERSONAL.contains(row.kind())) {
                result.add(row);
                continue;
            }
            FigureRow folded = single ? month(row) : row;
            List<Object> key = Arrays.asList(
                    folded.kind(), folded.eventCode(), folded.sessionTitle(), String.valueOf(folded.heldOn()), folded.role());
            Integer place = places.get(key);
            if (place == null) {
                places.put(key, result.size());
                result.add(single ? folded : plus(folded, BigDecimal.ZERO, BigDecimal.ZERO));
            } else {
                FigureRow before = result.get(place);
                result.set(place, single
                        ? month(row, before.quantity())
                        : plus(folded, before.quantity(), before.present() == null ? BigDecimal.ZERO : before.present()));
            }
        }
        return List.copyOf(result);
    }

    /** One person's grant or hire: outside the city's own screens only its month is shown. */
    private static FigureRow month(FigureRow row) {
        return month(row, BigDecimal.ZERO);
    }

    private static FigureRow month(FigureRow row, BigDecimal before) {
        return new FigureRow(
                row.kind(), null, "", "", "", "MONTH", row.heldOn().withDayOfMonth(1), null, null,
                row.quantity().add(before), null);
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
                row.present() == null ? null : row.present().add(present));
    }
}
