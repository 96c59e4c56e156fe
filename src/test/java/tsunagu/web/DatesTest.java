package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.shared.FiscalYear;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026年（令和8年）11月23日（月）",
        "2019-05-01, 2019年（令和元年）5月1日（水）",
        "2019-04-30, 2019年（平成31年）4月30日（火）",
        "1989-01-08, 1989年（平成元年）1月8日（日）",
        "1989-01-07, 1989年（昭和64年）1月7日（土）"
    })
    void days_carry_both_calendars(LocalDate day, String text) {
        assertThat(Dates.day(day, Locale.JAPANESE)).isEqualTo(text);
    }

    /** "12月4日 0:00まで" of what ends with 3 December was read as the whole of the fourth. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-03T15:00:00Z, 2026年（令和8年）12月3日（木）",
        "2026-12-03T14:59:00Z, 2026年（令和8年）12月3日（木） 23:59",
        "2026-12-31T15:00:00Z, 2026年（令和8年）12月31日（木）"
    })
    void what_is_open_to_the_end_of_a_day_ends_on_that_day(Instant until, String text) {
        assertThat(Dates.until(until, Locale.JAPANESE)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"R1, 令和元年度（2019年度）", "R5, 令和5年度（2023年度）", "R8, 令和8年度（2026年度）"})
    void fiscal_years_too(String code, String text) {
        assertThat(Dates.fiscalYear(FiscalYear.parse(code), Locale.JAPANESE)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"R5, FY 2023 (Reiwa 5)"})
    void and_in_English(String code, String text) {
        assertThat(Dates.fiscalYear(FiscalYear.parse(code), Locale.ENGLISH)).isEqualTo(text);
    }
}
