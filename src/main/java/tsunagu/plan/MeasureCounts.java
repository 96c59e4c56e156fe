package tsunagu.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the measures of a part of the plan stand in a year, counted: each measure is in one of the four.
 *
 * @param met reached its target
 * @param below has an actual, and has not reached its target
 * @param unrecorded has a target and no actual, which is not zero
 * @param untargeted has no target
 */
public record MeasureCounts(int met, int below, int unrecorded, int untargeted) {

    public static MeasureCounts of(PlanTree tree) {
        return count(tree.policies().stream().flatMap(each -> each.strategies().stream()));
    }

    public static MeasureCounts of(PlanTree.Policy policy) {
        return count(policy.strategies().stream());
    }

    public static MeasureCounts of(PlanTree.Strategy strategy) {
        return count(Stream.of(strategy));
    }

    private static MeasureCounts count(Stream<PlanTree.Strategy> strategies) {
        List<Figure> figures = strategies
                .flatMap(each -> each.programmes().stream())
                .flatMap(each -> each.measures().stream())
                .map(PlanTree.Trend::figure)
                .toList();
        int met = 0;
        int below = 0;
        int unrecorded = 0;
        for (Figure each : figures) {
            if (each.met()) {
                met++;
            } else if (each.share() != null) {
                below++;
            } else if (each.target() != null) {
                unrecorded++;
            }
        }
        return new MeasureCounts(met, below, unrecorded, figures.size() - met - below - unrecorded);
    }

    public int all() {
        return met + below + unrecorded + untargeted;
    }

    /** Widths of the four parts in a drawing this wide. */
    public List<Part> parts(double width) {
        double unit = all() == 0 ? 0 : width / all();
        return List.of(
                new Part("met", met, 0, met * unit),
                new Part("below", below, met * unit, below * unit),
                new Part("unrecorded", unrecorded, (met + below) * unit, unrecorded * unit),
                new Part("untargeted", untargeted, (met + below + unrecorded) * unit, untargeted * unit));
    }

    /** @param kind met, below, unrecorded or untargeted */
    public record Part(String kind, int measures, double left, double width) {}
}
