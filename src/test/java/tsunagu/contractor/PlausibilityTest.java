package tsunagu.contractor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tsunagu.contractor.MonthlyForm.Line;
import tsunagu.contractor.Plausibility.Against;

/** A contractor's slip (500,000 placed) is asked about before it is public. */
class PlausibilityTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);

    @Test
    void a_number_far_above_the_months_before_is_asked_about() {
        List<Line> before = List.of(placed(MAY.minusMonths(1), 12), placed(MAY.minusMonths(2), 9));
        assertThat(doubt(List.of(placed(MAY, 36)), before)).isEmpty();
        assertThat(doubt(List.of(placed(MAY, 37)), before))
                .hasValue(new Plausibility.Doubt(placed(MAY, 37), Against.MONTHS, 12));
    }

    @Test
    void small_numbers_jump_as_they_like() {
        assertThat(doubt(List.of(placed(MAY, 10)), List.of(placed(MAY.minusMonths(1), 1))))
                .isEmpty();
        assertThat(doubt(List.of(placed(MAY, 11)), List.of(placed(MAY.minusMonths(1), 0))))
                .isPresent();
    }

    @Test
    void without_a_month_before_only_the_impossible_is_asked_about() {
        assertThat(doubt(List.of(placed(MAY, 2_000)), List.of())).isEmpty();
        assertThat(doubt(List.of(placed(MAY, 500_000)), List.of())).isPresent();
        // older than a year, and later ones, say nothing
        assertThat(doubt(
                        List.of(placed(MAY, 900)),
                        List.of(placed(MAY.minusMonths(13), 1), placed(MAY.plusMonths(1), 1))))
                .isEmpty();
    }

    @Test
    void more_placed_than_advised_in_one_month_are_columns_exchanged() {
        Line advised = new Line(MAY, MonthlyKind.CONSULTATIONS, 3);
        assertThat(doubt(List.of(advised, placed(MAY, 4)), List.of()))
                .hasValue(new Plausibility.Doubt(placed(MAY, 4), Against.CONSULTATIONS, 3));
        assertThat(doubt(List.of(placed(MAY, 4)), List.of(advised))).isPresent();
        assertThat(doubt(List.of(advised, placed(MAY, 3)), List.of())).isEmpty();
    }

    @Test
    void more_placed_than_ever_registered_is_asked_about() {
        List<Line> registered = List.of(
                new Line(MAY.minusMonths(12), MonthlyKind.REGISTRANTS, 8),
                new Line(MAY.minusMonths(1), MonthlyKind.REGISTRANTS, 4));
        assertThat(doubt(List.of(placed(MAY, 12)), registered)).isEmpty();
        assertThat(doubt(List.of(placed(MAY, 13)), registered))
                .hasValue(new Plausibility.Doubt(placed(MAY, 13), Against.REGISTRANTS, 12));
        // the month before them says nothing of who registered thirteen months ago
        assertThat(doubt(List.of(placed(MAY.plusMonths(1), 12)), registered))
                .hasValue(new Plausibility.Doubt(placed(MAY.plusMonths(1), 12), Against.REGISTRANTS, 4));
        assertThat(doubt(List.of(placed(MAY, 13)), List.of()))
                .as("nobody reports who registers")
                .isEmpty();
    }

    @Test
    void more_in_a_month_than_the_plan_wants_of_a_year_is_asked_about() {
        Map<MonthlyKind, BigDecimal> targets = Map.of(MonthlyKind.PLACED, new BigDecimal(30));
        assertThat(Plausibility.first(List.of(placed(MAY, 30)), List.of(), year -> targets))
                .isEmpty();
        assertThat(Plausibility.first(List.of(placed(MAY, 31)), List.of(), year -> targets))
                .hasValue(new Plausibility.Doubt(placed(MAY, 31), Against.TARGET, 30));
    }

    /** Where the plan wants nothing. */
    private static Optional<Plausibility.Doubt> doubt(List<Line> lines, List<Line> known) {
        return Plausibility.first(lines, known, year -> Map.of());
    }

    private static Line placed(YearMonth month, int quantity) {
        return new Line(month, MonthlyKind.PLACED, quantity);
    }
}
