package tsunagu.plan.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.plan.Figure;
import tsunagu.plan.Indicator;
import tsunagu.plan.PlanTree;
import tsunagu.shared.FiscalYear;

/**
 * Targets as bars and actuals as a line over the plan's years, in the coordinates of a drawing 200 by 84 units. A year
 * without an actual is hatched and interrupts the line: not recorded is not zero. Bars begin at zero.
 */
public final class TrendChart {

    private static final double LEFT = 8;
    private static final double WIDTH = 184;
    private static final double TOP = 8;
    private static final double HEIGHT = 60;

    /** Bars leave this share of a year's room free. */
    private static final double GAP = 0.4;

    private final List<Column> columns;

    private TrendChart(List<Column> columns) {
        this.columns = columns;
    }

    /**
     * One year.
     *
     * @param barHeight 0 when there is no target
     * @param dotY null when there is no actual
     * @param hand the actual is no sum of records
     * @param previousX of the year before; null where the line is interrupted
     */
    public record Column(
            FiscalYear year,
            boolean selected,
            boolean hand,
            BigDecimal target,
            BigDecimal actual,
            double left,
            double width,
            double centre,
            double barY,
            double barHeight,
            Double dotY,
            Double previousX,
            Double previousY) {}

    private record Point(FiscalYear year, BigDecimal target, BigDecimal actual, boolean hand) {}

    public static TrendChart of(PlanTree.Trend trend) {
        return drawn(
                trend.years().stream()
                        .map(each -> new Point(
                                each.year(), each.target(), each.actual(), each.kind() != Figure.Kind.COMPUTED))
                        .toList(),
                trend.figure().year());
    }

    /** @param selected the year the page is about */
    public static TrendChart of(Indicator indicator, FiscalYear selected) {
        return drawn(
                indicator.points().stream()
                        .map(each -> new Point(
                                each.year(),
                                each.path(),
                                each.actual(),
                                !indicator.computed()
                                        || each.report() != null
                                                && each.report().source() != null))
                        .toList(),
                selected);
    }

    private static TrendChart drawn(List<Point> years, FiscalYear selected) {
        double highest = years.stream()
                .flatMap(point -> Stream.of(Optional.ofNullable(point.target()), Optional.ofNullable(point.actual())))
                .flatMap(Optional::stream)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1);
        double scale = highest == 0 ? 0 : HEIGHT / highest;
        double room = WIDTH / years.size();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            Point point = years.get(i);
            double left = LEFT + i * room + room * GAP / 2;
            double width = room * (1 - GAP);
            double bar = point.target() == null ? 0 : point.target().doubleValue() * scale;
            Double dot = point.actual() == null ? null : y(point.actual().doubleValue() * scale);
            Column before = i == 0 ? null : columns.get(i - 1);
            boolean joined = dot != null && before != null && before.dotY() != null;
            columns.add(new Column(
                    point.year(),
                    point.year().equals(selected),
                    point.hand(),
                    point.target(),
                    point.actual(),
                    round(left),
                    round(width),
                    round(left + width / 2),
                    y(bar),
                    round(bar),
                    dot,
                    joined ? before.centre() : null,
                    joined ? before.dotY() : null));
        }
        return new TrendChart(List.copyOf(columns));
    }

    /** The highest target or actual, at which the drawing ends; null without any. */
    public BigDecimal highest() {
        return columns.stream()
                .flatMap(each -> Stream.of(Optional.ofNullable(each.target()), Optional.ofNullable(each.actual())))
                .flatMap(Optional::stream)
                .max(BigDecimal::compareTo)
                .orElse(null);
    }

    public List<Column> columns() {
        return columns;
    }

    private static double y(double height) {
        return round(TOP + HEIGHT - height);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
