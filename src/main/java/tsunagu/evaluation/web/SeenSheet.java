package tsunagu.evaluation.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import tsunagu.evaluation.SheetView;
import tsunagu.plan.Figure;

/**
 * What somebody has read of a sheet before they decide about it. When the decision is refused, it says what has moved since.
 *
 * @param stamp of the sheet as it was read
 * @param numbers by column and measure; null: none
 */
record SeenSheet(String programme, String stamp, HashMap<String, BigDecimal> numbers) implements Serializable {

    /**
     * A number that is another one than had been read.
     *
     * @param column target or actual
     * @param before null: none
     */
    public record Moved(String label, String column, String unit, BigDecimal before, BigDecimal now)
            implements Serializable {}

    static SeenSheet of(SheetView sheet) {
        HashMap<String, BigDecimal> numbers = new HashMap<>();
        for (Figure each : sheet.figures()) {
            numbers.put("target " + each.measure(), each.target());
            numbers.put("actual " + each.measure(), each.actual());
        }
        return new SeenSheet(sheet.programme().id(), sheet.stamp(), numbers);
    }

    /** Empty when only words or grades changed. */
    ArrayList<Moved> moved(SheetView now) {
        ArrayList<Moved> moved = new ArrayList<>();
        for (Figure figure : now.figures()) {
            compare(figure, "target", figure.target(), moved);
            compare(figure, "actual", figure.actual(), moved);
        }
        return moved;
    }

    private void compare(Figure figure, String column, BigDecimal now, List<Moved> moved) {
        BigDecimal before = numbers.get(column + " " + figure.measure());
        boolean same = before == null ? now == null : now != null && before.compareTo(now) == 0;
        if (!same) {
            moved.add(new Moved(figure.label(), column, figure.unit(), before, now));
        }
    }
}
