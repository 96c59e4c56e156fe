package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, days and months as people type them. */
class TypedTest {

    @Test
    void the_capital_of_the_largest_companies_is_a_number() {
        assertThat(Typed.yen("10,000,000,000").value()).isEqualTo(10_000_000_000L);
        assertThat(Typed.yen("９，９９９，９９９，９９９，９９９円").value()).isEqualTo(9_999_999_999_999L);
        assertThat(Typed.yen("10000000000000").value()).isEqualTo(10_000_000_000_000L);
        assertThat(Typed.yen("0").value()).isZero();
        assertThat(Typed.yen(" ")).isEqualTo(new Typed<>(null, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000000.5",
                "-1",
                "1e9",
                "123456789012345",
                "1,5",
                "12,34,567",
                "1000-2000",
                "20〜25",
                "約20",
                "二十",
                "円",
                "人",
                "+5",
                "①②x",
                "5 or 6"
            })
    void what_is_no_amount_of_yen_is_not_cut_into_one(String typed) {
        assertThat(Typed.yen(typed)).isEqualTo(new Typed<>(null, true));
    }

    @ParameterizedTest
    @CsvSource({
        "1名, 1", "18名, 18", "２人, 2", "108日, 108", "35歳, 35", "20時間, 20", "20万円, 200000", "'1,000万円', 10000000",
                "９００円, 900", "3千万, 30000000",
        "'1億2,000万円', 120000000", "300千円, 300000", "'¥1,200', 1200", "'￥1,200', 1200", "60分, 60", "3か月, 3", "３ヶ月, 3",
                "12回, 12", "5社, 5", "1000000.0, 1000000",
        "' 1 200 ', 1200", "2026年, 2026"
    })
    void a_unit_stands_behind_a_number(String typed, int number) {
        assertThat(Typed.wholeNumber(typed)).isEqualTo(new Typed<>(number, false));
        assertThat(Typed.yen(typed).value()).isEqualTo(number);
        assertThat(Typed.decimal(typed).value()).isEqualByComparingTo(String.valueOf(number));
    }

    @ParameterizedTest
    @CsvSource({"7.5時間, 7.5", "54.5％, 54.5", "54.5%, 54.5", "1.5万円, 15000", "０．５, 0.5"})
    void and_decimals_where_they_are_asked_for(String typed, String number) {
        assertThat(Typed.decimal(typed).value()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-25, 2026-12-25",
        "2026/12/25, 2026-12-25",
        "2026.12.25, 2026-12-25",
        "20261225, 2026-12-25",
        "2026年12月25日, 2026-12-25",
        "２０２６年１２月２５日（金）, 2026-12-25",
        "2026/12/25(金曜日), 2026-12-25",
        "令和8年12月25日, 2026-12-25",
        "R8.12.25, 2026-12-25",
        "r8/12/25, 2026-12-25",
        "R9.4.1, 2027-04-01",
        "令和元年5月1日, 2019-05-01",
        "R1.5.1, 2019-05-01",
        "㋿8年12月25日, 2026-12-25",
        "平成31年4月30日, 2019-04-30",
        "H31.4.30, 2019-04-30",
        "平成元年1月8日, 1989-01-08",
        "昭和64年1月7日, 1989-01-07",
        "昭和45年3月1日, 1970-03-01",
        "S45.3.1, 1970-03-01",
        "大正15年12月24日, 1926-12-24",
        "令和 8 年 12 月 25 日, 2026-12-25",
        "2026-12-25 00:00:00, 2026-12-25",
        "2026-12-25T00:00, 2026-12-25",
        "2028-02-29, 2028-02-29",
        "令和10年2月29日, 2028-02-29"
    })
    void a_day_is_read_however_it_is_written(String typed, LocalDate day) {
        assertThat(Typed.day(typed)).isEqualTo(new Typed<>(day, false));
        assertThat(Typed.month(typed).value()).isEqualTo(YearMonth.from(day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-02-29",
                "令和9年2月29日",
                "令和元年4月30日",
                "平成31年5月1日",
                "昭和64年1月8日",
                "平成元年1月7日",
                "2026-13-01",
                "26/12/25",
                "12月25日",
                "来週",
                "2026-12-25 08:30",
                "R0.1.1",
                "2026-12",
                "99999999",
                "X8.12.25",
                "2026-1２-",
                "明治5年1月1日"
            })
    void what_is_no_day_is_said(String typed) {
        assertThat(Typed.day(typed)).isEqualTo(new Typed<>(null, true));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11, 2026-11",
        "2026/11, 2026-11",
        "202611, 2026-11",
        "2026年11月, 2026-11",
        "令和8年11月, 2026-11",
        "R8.11, 2026-11",
        "Ｒ８．１１, 2026-11",
        "令和元年5月, 2019-05",
        "平成31年4月, 2019-04",
        "平成元年1月, 1989-01",
        "昭和64年1月, 1989-01",
        "H17.4, 2005-04",
        "2005年4月, 2005-04",
        "2026-4, 2026-04"
    })
    void a_month_is_read_however_it_is_written(String typed, YearMonth month) {
        assertThat(Typed.month(typed)).isEqualTo(new Typed<>(month, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "202613", "11月", "令和元年4月", "平成31年5月", "昭和64年2月", "2026", "1", "R8"})
    void what_is_no_month_is_said(String typed) {
        assertThat(Typed.month(typed)).isEqualTo(new Typed<>(null, true));
    }

    @ParameterizedTest
    @CsvSource({
        "8:30, 08:30",
        "08:30, 08:30",
        "８：３０, 08:30",
        "0830, 08:30",
        "8時30分, 08:30",
        "8時, 08:00",
        "17:30:00, 17:30",
        "0:00, 00:00",
        "8時半, 08:30",
        "午前8時30分, 08:30",
        "午後1時, 13:00",
        "午後1:30, 13:30",
        "1:30 PM, 13:30",
        "12:15am, 00:15",
        "午前12時, 00:00",
        "午後0時30分, 12:30",
        "正午, 12:00"
    })
    void a_time_is_read_however_it_is_written(String typed, LocalTime time) {
        assertThat(Typed.time(typed)).isEqualTo(new Typed<>(time, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "8:60", "0.354166666666667", "8", "午前", "午後13時", "8時60分", "25:30", "翌1:30"})
    void what_is_no_time_is_said(String typed) {
        assertThat(Typed.time(typed)).isEqualTo(new Typed<>(null, true));
    }

    @ParameterizedTest
    @CsvSource({
        "16:00, 960",
        "24:00, 1440",
        "２４：００, 1440",
        "24時, 1440",
        "25:30, 1530",
        "25時30分, 1530",
        "翌1:30, 1530",
        "翌日1時半, 1530",
        "翌日の午前1時30分, 1530",
        "翌0:00, 1440",
        "翌朝9時, 1980",
        "36:00, 2160",
        "0130, 90"
    })
    void an_end_may_be_on_the_next_day(String typed, long minutes) {
        assertThat(Typed.end(typed)).isEqualTo(new Typed<>(Duration.ofMinutes(minutes), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"36:01", "90:00", "24:60", "翌25:30", "翌", "翌々日1:00", "24"})
    void what_is_no_end_is_said(String typed) {
        assertThat(Typed.end(typed)).isEqualTo(new Typed<>(null, true));
    }

    @Test
    void an_indicator_of_a_trillion_is_a_number() {
        assertThat(Typed.decimal("1,000,000,000,000").value()).isEqualByComparingTo("1000000000000");
        assertThat(Typed.decimal("12345678901234").unreadable()).isTrue();
        assertThat(Typed.wholeNumber("2.5").unreadable()).isTrue();
    }
}
