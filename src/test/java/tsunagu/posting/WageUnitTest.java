package tsunagu.posting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WageUnitTest {

    /** A salary of 4.2 million a year is not hidden from who looks for 250,000 a month. */
    @Test
    void a_years_salary_is_compared_by_the_month() {
        assertThat(WageUnit.YEAR.monthly(4_200_000)).isEqualTo(350_000);
        assertThat(WageUnit.YEAR.monthly(2_999_999)).isEqualTo(249_999);
        assertThat(WageUnit.MONTH.monthly(250_000)).isEqualTo(250_000);
        assertThat(WageUnit.HOUR.monthly(1_100)).isNull();
        assertThat(WageUnit.DAY.monthly(9_000)).isNull();
    }
}
