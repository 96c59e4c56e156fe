package tsunagu.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.shared.FiscalYear;

/** What a year may become: a range around the pace, never less than what is counted already. */
class ForecastTest {

    private static final FiscalYear R5 = new FiscalYear(2023);

    @Test
    void without_earlier_years_it_lies_between_what_is_there_and_the_days_gone_by() {
        Forecast forecast = Forecast.of(counted("50", Counting.PERSONS_DISTINCT), List.of(), 0.5);
        assertThat(forecast.low()).isEqualByComparingTo("50");
        assertThat(forecast.high()).isEqualByComparingTo("100");
        assertThat(forecast.years()).isEmpty();
    }

    @Test
    void an_earlier_year_that_had_most_of_it_by_then_pulls_it_down() {
        Forecast forecast = Forecast.of(
                counted("50", Counting.PERSONS_DISTINCT),
                List.of(new Forecast.Pace(R5, new BigDecimal("80"), new BigDecimal("100"))),
                0.5);
        assertThat(forecast.low()).isEqualByComparingTo("63");
        assertThat(forecast.high()).isEqualByComparingTo("100");
        assertThat(forecast.years()).containsExactly(R5);
    }

    @Test
    void a_year_that_had_nothing_by_then_says_nothing() {
        Forecast forecast = Forecast.of(
                counted("50", Counting.PERSONS_DISTINCT),
                List.of(new Forecast.Pace(R5, BigDecimal.ZERO, new BigDecimal("100"))),
                0.5);
        assertThat(forecast.years()).isEmpty();
    }

    @Test
    void too_early_nothing_yet_and_stocks_have_none() {
        assertThat(Forecast.of(counted("5", Counting.PERSONS_DISTINCT), List.of(), 0.09))
                .isNull();
        assertThat(Forecast.of(counted("0", Counting.PERSONS_DISTINCT), List.of(), 0.5))
                .isNull();
        assertThat(Forecast.of(counted(null, Counting.PERSONS_DISTINCT), List.of(), 0.5))
                .isNull();
        assertThat(Forecast.of(counted("5", Counting.COMPANIES_EVER), List.of(), 0.5))
                .isNull();
    }

    private static Figure counted(String computed, Counting counting) {
        return new Figure(
                "p",
                "m",
                "",
                "",
                new FiscalYear(2026),
                counting,
                true,
                null,
                null,
                computed == null ? null : new BigDecimal(computed),
                null,
                null,
                Confidence.CERTAIN,
                "",
                null,
                Direction.HIGHER,
                2026,
                List.of());
    }
}
