package tsunagu.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds rows about persons into one row for each session and role; the sum stays what it was. */
final class FigureRows {

    private FigureRows() {}

    static List<FigureRow> withoutPersons(List<FigureRow> rows) {
        List<FigureRow> result = new ArrayList<>();
        Map<List<Object>, Integer> places = new LinkedHashMap<>();
        for (FigureRow row : rows) {
            if (!row.kind().equals("PERSON")) {
                result.add(row);
                continue;
            }
            List<Object> key = List.of(row.eventCode(), row.sessionTitle(), String.valueOf(row.heldOn()), row.role());
            Integer place = places.get(key);
            if (place == null) {
                places.put(key, result.size());
                result.add(plus(row, BigDecimal.ZERO, BigDecimal.ZERO));
            } else {
                FigureRow before = result.get(place);
                result.set(place, plus(row, before.quantity(), before.present()));
            }
        }
        return List.copyOf(result);
    }

    private static FigureRow plus(FigureRow row, BigDecimal quantity, BigDecimal present) {
        return new FigureRow(
                "PERSONS",
                row.eventCode(),
                row.eventTitle(),
                row.sessionTitle(),
                row.place(),
                row.knownTo(),
                row.heldOn(),
                row.role(),
                null,
                row.quantity().add(quantity),
                row.present().add(present));
    }
}
