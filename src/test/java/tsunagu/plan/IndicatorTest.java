package tsunagu.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.plan.Indicator.Year;
import tsunagu.shared.FiscalYear;

class IndicatorTest {

    private static final BigDecimal BASE = new BigDecimal("1884");

    /** 製造品出荷額: 1,885 was reported in R5 and is of R3 (資料3). */
    @Test
    void an_actual_stands_in_the_year_it_describes() {
        Indicator shipments = indicator(
                year(2019, BASE, 2019), year(2021, null, null), year(2022, null, null), year(2023, "1885", 2021));
        assertThat(shipments.points())
                .extracting(each -> each.year().year())
                .containsExactly(2019, 2020, 2021, 2022, 2023);
        assertThat(shipments.points())
                .extracting(Indicator.Point::actual)
                .containsExactly(BASE, null, new BigDecimal("1885"), null, null);
        assertThat(shipments.points().get(2).reportedLater()).isTrue();
        assertThat(shipments.points().get(4).path())
                .as("the path stays in its years")
                .isEqualByComparingTo("1");
    }

    @Test
    void of_two_reports_about_one_year_the_later_one_holds() {
        Indicator indicator = indicator(year(2022, "31", 2022), year(2023, "32", 2022));
        assertThat(indicator.points()).extracting(Indicator.Point::actual).containsExactly(new BigDecimal("32"), null);
    }

    @Test
    void a_report_about_a_year_before_the_first_one_is_shown_all_the_same() {
        assertThat(indicator(year(2022, "5", 2020)).points())
                .extracting(each -> each.year().year())
                .containsExactly(2020, 2021, 2022);
        assertThat(indicator().points()).isEmpty();
    }

    private static Year year(int year, Object actual, Integer observed) {
        BigDecimal value = actual == null ? null : new BigDecimal(actual.toString());
        return new Year(new FiscalYear(year), BigDecimal.ONE, value, observed, null, null, null);
    }

    private static Indicator indicator(Year... years) {
        return new Indicator(
                "x",
                1,
                null,
                "x",
                "x",
                "annual",
                "at_least",
                BASE,
                2019,
                BASE,
                2026,
                "",
                "",
                null,
                "",
                "",
                false,
                List.of(years));
    }
}
