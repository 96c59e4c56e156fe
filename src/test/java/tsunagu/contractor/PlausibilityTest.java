package tsunagu.contractor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.contractor.MonthlyForm.Line;

/** A contractor's slip (500,000 placed) is asked about before it is public. */
class PlausibilityTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);

    @Test
    void a_number_far_above_the_months_before_is_asked_about() {
        List<Line> before = List.of(placed(MAY.minusMonths(1), 12), placed(MAY.minusMonths(2), 9));
        assertThat(Plausibility.first(List.of(placed(MAY, 36)), before)).isEmpty();
        assertThat(Plausibility.first(List.of(placed(MAY, 37)), before))
                .hasValue(new Plausibility.Doubt(placed(MAY, 37), 12, false));
    }

    @Test
    void small_numbers_jump_as_they_like() {
        assertThat(Plausibility.first(List.of(placed(MAY, 10)), List.of(placed(MAY.minusMonths(1), 1))))
                .isEmpty();
        assertThat(Plausibility.first(List.of(placed(MAY, 11)), List.of(placed(MAY.minusMonths(1), 0))))
                .isPresent();
    }

    @Test
    void without_a_month_before_only_the_impossible_is_asked_about() {
        assertThat(Plausibility.first(List.of(placed(MAY, 2_000)), List.of())).isEmpty();
        assertThat(Plausibility.first(List.of(placed(MAY, 500_000)), List.of())).isPresent();
        // older than a year, and later ones, say nothing
        assertThat(Plausibility.first(
                        List.of(placed(MAY, 900)),
                        List.of(placed(MAY.minusMonths(13), 1), placed(MAY.plusMonths(1), 1))))
                .isEmpty();
    }

    @Test
    void more_placed_than_advised_in_one_month_are_columns_exchanged() {
        Line advised = new Line(MAY, MonthlyKind.CONSULTATIONS, 3);
        assertThat(Plausibility.first(List.of(advised, placed(MAY, 4)), List.of()))
                .hasValue(new Plausibility.Doubt(placed(MAY, 4), 3, true));
        assertThat(Plausibility.first(List.of(placed(MAY, 4)), List.of(advised)))
                .isPresent();
        assertThat(Plausibility.first(List.of(advised, placed(MAY, 3)), List.of()))
                .isEmpty();
    }

    private static Line placed(YearMonth month, int quantity) {
        return new Line(month, MonthlyKind.PLACED, quantity);
    }
}
