package tsunagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.plan.Confidence;
import tsunagu.plan.Counting;
import tsunagu.plan.Direction;
import tsunagu.plan.Figure;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;

/** What grade figures suggest, at the edges of the thresholds (docs/decisions, the paper of R5). */
class GradeRuleTest {

    private final GradeRule rule = GradeRule.USUAL;

    @ParameterizedTest
    @CsvSource({
        "100, 100, A, met, 100.0",
        "120, 100, A, met, 120.0",
        "99, 100, A, near, 99.0",
        "95, 100, A, near, 95.0",
        "94, 100, B, half, 94.0",
        "50, 100, B, half, 50.0",
        "49, 100, C, little, 49.0",
        "1, 100, C, little, 1.0",
        "0, 100, D, nothing, 0",
        // at least nothing is reached by nothing, and by anything
        "0, 0, A, met, 100.0",
        "3, 0, A, met, 100.0",
        // 19,999 of 20,000 prints as 100.0 % and has not met its target
        "19999, 20000, A, near, 100.0"
    })
    void one_measure(BigDecimal actual, BigDecimal target, Grade grade, String why, BigDecimal share) {
        var suggested = rule.suggest(List.of(figure(actual, target)));
        assertThat(suggested).isEqualTo(new GradeRule.Suggestion(grade, "evaluation.why." + why, share, false));
    }

    @Test
    void nothing_recorded_is_no_zero() {
        assertThat(rule.suggest(List.of(figure(null, BigDecimal.TEN))).grade()).isNull();
        assertThat(rule.suggest(List.of(figure(null, BigDecimal.TEN))).why()).isEqualTo("evaluation.why.noActual");
        assertThat(rule.suggest(List.of()).why()).isEqualTo("evaluation.why.noMeasure");
        assertThat(rule.suggest(List.of(figure(BigDecimal.TEN, null))).why()).isEqualTo("evaluation.why.noTarget");
    }

    /** Two measures, one at 120 %, the other not recorded: that is no A. */
    @Test
    void a_measure_that_is_not_recorded_leaves_the_grade_open() {
        Figure met = figure(new BigDecimal("12"), BigDecimal.TEN);
        var partly = rule.suggest(List.of(met, figure(null, BigDecimal.TEN)));
        assertThat(partly.grade()).isNull();
        assertThat(partly.why()).isEqualTo("evaluation.why.partly");
        assertThat(partly.share()).isEqualByComparingTo("120.0");
        assertThat(rule.suggest(List.of(figure(BigDecimal.ZERO, BigDecimal.TEN), figure(null, BigDecimal.TEN)))
                        .grade())
                .isNull();
        // without a target there is nothing to reach, recorded or not
        assertThat(rule.suggest(List.of(met, figure(null, null))).grade()).isEqualTo(Grade.A);
    }

    @Test
    void of_several_measures_one_that_is_met_does_not_carry_the_others() {
        Figure met = figure(new BigDecimal("30"), BigDecimal.TEN);
        Figure half = figure(new BigDecimal("5"), BigDecimal.TEN);
        assertThat(rule.suggest(List.of(met, met)).why()).isEqualTo("evaluation.why.allMet");
        assertThat(rule.suggest(List.of(met, half)).grade()).isEqualTo(Grade.B);
        assertThat(rule.suggest(List.of(half, half)).why()).isEqualTo("evaluation.why.noneMet");
        assertThat(rule.suggest(List.of(half, half)).grade()).isEqualTo(Grade.B);
    }

    @Test
    void a_doubtful_figure_makes_the_suggestion_doubtful() {
        assertThat(rule.suggest(List.of(figure(
                                BigDecimal.TEN, BigDecimal.TEN, Confidence.values()[Confidence.values().length - 1])))
                        .doubtful())
                .isTrue();
    }

    @Test
    void a_better_grade_never_needs_less() {
        for (String[] wrong :
                new String[][] {{"0.9", "0.95", "0.5"}, {"1", "0.4", "0.5"}, {"1", "0.9", "0"}, {"2.1", "0.9", "0.5"}
                }) {
            assertThatThrownBy(() ->
                            new GradeRule(new BigDecimal(wrong[0]), new BigDecimal(wrong[1]), new BigDecimal(wrong[2])))
                    .isInstanceOf(DomainException.class);
        }
    }

    private static Figure figure(BigDecimal actual, BigDecimal target) {
        return figure(actual, target, Confidence.CERTAIN);
    }

    private static Figure figure(BigDecimal actual, BigDecimal target, Confidence confidence) {
        return new Figure(
                "p",
                "m",
                "",
                "persons",
                new FiscalYear(2023),
                Counting.values()[0],
                false,
                target,
                1,
                null,
                actual,
                "paper",
                confidence,
                "",
                null,
                Direction.HIGHER,
                2019,
                List.of());
    }
}
