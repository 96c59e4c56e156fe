package tsunagu.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.shared.FiscalYear;

/** Each measure is counted once; not recorded is neither met nor missed. */
class MeasureCountsTest {

    @Test
    void each_measure_is_in_one_of_the_four() {
        MeasureCounts standing = MeasureCounts.of(
                strategy(figure(10, 10), figure(19_999, 20_000), figure(null, 5), figure(3, null), figure(0, 0)));
        assertThat(standing).isEqualTo(new MeasureCounts(2, 1, 1, 1));
        assertThat(standing.all()).isEqualTo(5);
        assertThat(standing.parts(100)).extracting(MeasureCounts.Part::width).containsExactly(40.0, 20.0, 20.0, 20.0);
        assertThat(standing.parts(100)).extracting(MeasureCounts.Part::left).containsExactly(0.0, 40.0, 60.0, 80.0);
    }

    @Test
    void a_part_without_measures_is_empty() {
        assertThat(MeasureCounts.of(strategy()).parts(100))
                .extracting(MeasureCounts.Part::width)
                .containsOnly(0.0);
    }

    private static PlanTree.Strategy strategy(Figure... figures) {
        ProgrammeName name = new ProgrammeName("p", "p", "", "1-1-1", "R5", false, "");
        List<PlanTree.Trend> trends = java.util.Arrays.stream(figures)
                .map(each -> new PlanTree.Trend(each, List.of(each)))
                .toList();
        return new PlanTree.Strategy(1, 1, "s", List.of(), List.of(new PlanTree.Programme(name, trends, "")));
    }

    private static Figure figure(Integer actual, Integer target) {
        return new Figure(
                "p",
                "m",
                "",
                "persons",
                new FiscalYear(2023),
                Counting.MANUAL,
                false,
                number(target),
                1,
                null,
                number(actual),
                "paper",
                Confidence.CERTAIN,
                "",
                null,
                Direction.HIGHER,
                2022,
                List.of());
    }

    private static BigDecimal number(Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }
}
