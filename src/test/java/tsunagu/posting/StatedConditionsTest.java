package tsunagu.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.shared.Audience;

/** What the words of a posting say of the conditions people choose by, and pay by the month. */
class StatedConditionsTest {

    @ParameterizedTest
    @CsvSource({
        "HOLIDAYS, 土日祝日休み。夏季3日, holidays=WEEKEND, true",
        "HOLIDAYS, 完全週休2日制（土・日）、祝日、お盆, holidays=WEEKEND, true",
        "HOLIDAYS, 土日を含む週4日程度の勤務, holidays=WEEKEND, false",
        "HOLIDAYS, 週休2日制（会社カレンダーによる）, holidays=TWO_DAYS, true",
        "HOLIDAYS, 4週7休から8休, holidays=TWO_DAYS, false",
        "QUALIFICATIONS, 不問。調理の経験がある方を優遇します。, noexperience=yes, true",
        "QUALIFICATIONS, システム開発の実務経験2年以上, noexperience=no, true",
        "QUALIFICATIONS, 大型自動車運転免許, noexperience=-, false",
        "HOURS, 日勤8:30～17:15、夜勤16:30～翌9:15, night=yes, true",
        "HOURS, （1）7:00～16:00（2）13:00～22:00, night=no, true",
        "HOURS, 二交替制（1）6:30～15:15（2）14:45～23:30, night=yes, true",
        "HOURS, 8:30～17:15。夜勤なしの勤務も相談できます, night=no, true",
        "HOURS, 三交替制。夜勤のない働き方も相談できます, night=no, false",
        "PLACE, 本社（マイカー通勤可）, car=yes, true",
        "PLACE, 本社（車通勤不可）, car=no, true",
        "PLACE_CHANGE, 変更なし, transfer=no, true",
        "PLACE_CHANGE, 会社のすべての事業所, transfer=no, false",
        "OVERTIME, あり（月平均9時間）, overtime=10, true",
        "OVERTIME, あり（月平均9時間）, overtime=0, false",
        "OVERTIME, 原則としてなし, overtime=0, true",
        "OVERTIME, あり。繁忙期に月28時間程度、そのほかの月は18時間以下, overtime=20, false",
        "OVERTIME, あり, overtime=-, true",
    })
    void words_say_conditions(Term term, String words, String tag, boolean stated) {
        assertThat(StatedConditions.of(job(WageUnit.MONTH, 200_000, null, Map.of(term, words)))
                        .contains(tag))
                .isEqualTo(stated);
    }

    @Test
    void where_the_words_say_both_nothing_is_stated() {
        Set<String> tags =
                StatedConditions.of(job(WageUnit.MONTH, 200_000, null, Map.of(Term.PLACE, "本社（マイカー通勤可）、支社（車通勤不可）")));
        assertThat(tags).noneMatch(tag -> Pattern.matches("car=.*", tag));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 210000, , 8:30～17:30, 60分, 210000",
        "YEAR, 4200000, , 9:00～17:45, 60分, 350000",
        "HOUR, 1200, 120, 8:30～17:30, 60分（12:00～13:00）, 196000",
        "HOUR, 1200, 120, 9:00～15:00の間の5時間, 60分, 122500",
        "HOUR, 1200, , 8:30～17:30, 60分,",
        "HOUR, 1200, 120, シフト制。8:30～20:00, 60分,",
        "HOUR, 1200, 120, 8:30～17:30, ,",
        "DAY, 9000, 105, 8:00～17:00, 90分, 195000",
    })
    void pay_is_compared_by_the_month_where_hours_and_days_are_stated(
            WageUnit unit, int yen, Integer daysOff, String hours, String rest, Integer monthly) {
        Map<Term, String> words = new EnumMap<>(Term.class);
        words.put(Term.HOURS, hours);
        if (rest != null) {
            words.put(Term.BREAK, rest);
        }
        assertThat(MonthlyPay.of(job(unit, yen, daysOff, words))).isEqualTo(monthly);
    }

    private static JobTerms job(WageUnit unit, int yen, Integer daysOff, Map<Term, String> words) {
        LocalDate day = LocalDate.of(2026, 11, 29);
        return new JobTerms(
                "仕事",
                "034",
                Employment.REGULAR,
                "SENMAYA",
                unit,
                yen,
                null,
                daysOff,
                null,
                Set.of(Audience.GENERAL),
                Map.of(),
                words,
                "",
                "",
                null,
                day,
                day,
                day);
    }
}
