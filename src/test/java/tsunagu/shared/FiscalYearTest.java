package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalYearTest {

    @ParameterizedTest
    @CsvSource({
        "2023-03-31, R4",
        "2023-04-01, R5",
        "2024-02-29, R5",
        "2024-03-31, R5",
        "2024-04-01, R6",
        "2019-04-01, R1",
        "2027-04-01, R9"
    })
    void a_year_begins_on_the_first_of_April(LocalDate day, String code) {
        assertThat(FiscalYear.of(day).code()).isEqualTo(code);
        assertThat(FiscalYear.of(day).contains(day)).isTrue();
    }

    @Test
    void midnight_is_the_one_in_Japan() {
        Instant lastMinute = Instant.parse("2026-03-31T14:59:59Z");
        assertThat(FiscalYear.current(Clock.fixed(lastMinute, ZoneOffset.UTC)).code())
                .isEqualTo("R7");
        assertThat(FiscalYear.current(Clock.fixed(lastMinute.plusSeconds(1), ZoneOffset.UTC))
                        .code())
                .isEqualTo("R8");
    }

    @Test
    void first_and_last_day_belong_to_it_and_the_neighbours_do_not() {
        FiscalYear year = FiscalYear.parse("R5");
        assertThat(year.firstDay()).isEqualTo("2023-04-01");
        assertThat(year.lastDay()).isEqualTo("2024-03-31");
        assertThat(year.contains(year.firstDay().minusDays(1))).isFalse();
        assertThat(year.contains(year.lastDay().plusDays(1))).isFalse();
        assertThat(year.next().previous()).isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "R", "R0", "R999", "H30", "r5", "R5 "})
    void what_is_no_year_of_the_plan_is_refused(String code) {
        assertThatThrownBy(() -> FiscalYear.parse(code)).isInstanceOf(DomainException.class);
    }
}
