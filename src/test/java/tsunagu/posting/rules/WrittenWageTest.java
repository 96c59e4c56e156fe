package tsunagu.posting.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.demonstration.DemonstrationCity;
import tsunagu.posting.JobTerms;
import tsunagu.posting.Term;
import tsunagu.posting.WageUnit;
import tsunagu.testing.OwnTime;

/** Amounts in prose, as companies write them. */
class WrittenWageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "月給180,000円|MONTH|250000|180000",
                "月給１８万円|MONTH|250000|180000",
                "月給　１８０，０００円|MONTH|250000|180000",
                "月給18.5万円|MONTH|250000|185000",
                "月給18万5千円|MONTH|250000|185000",
                "月給18万5,000円|MONTH|250000|185000",
                "月給20〜25万円|MONTH|250000|200000",
                "月給 20万円～25万円（経験による）|MONTH|250000|200000",
                "月給200,000円から250,000円|MONTH|250000|200000",
                "基本給180,000円|MONTH|250000|180000",
                "大卒 月給220,000円、高専卒 月給200,000円|MONTH|220000|200000",
                "初任給210,000円（通勤手当は別に10,000円まで）|MONTH|250000|210000",
                "180,000円～220,000円|MONTH|220000|180000",
                "時給1,050円（22時以降は1,313円）|HOUR|1100|1050",
                "【時給】1050円|HOUR|1100|1050",
                "日給9,000円～12,000円|DAY|12000|9000",
                "年俸3,600,000円（12分割）|YEAR|4000000|3600000",
                "年俸360万円を12か月に分けて払います|MONTH|350000|300000",
                "月給220,000円（基本給180,000円＋職務手当40,000円）|MONTH|250000|220000",
            })
    void another_amount_is_found(String prose, WageUnit unit, int field, long said) {
        assertThat(WrittenWage.of(prose, unit).otherThan(field, null)).hasValue(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "月給220,000円（基本給）|MONTH|220000",
                "月給20〜25万円|MONTH|200000",
                "月給２２万円～|MONTH|220000",
                "月給220,000円（基本給180,000円＋職務手当40,000円）|MONTH|180000",
                "基本給180,000円、職務手当40,000円|MONTH|220000",
                "基本給180,000円、職務手当40,000円、資格手当5,000円～10,000円|MONTH|220000",
                "月給250,000円（固定残業代30,000円、20時間分を含む）|MONTH|220000",
                "月給220,000円（通勤手当10,000円を含む）|MONTH|210000",
                "月給220,000円。試用期間中は月給190,000円|MONTH|220000",
                "月給220,000円、モデル年収350万円|MONTH|220000",
                "月給220,000円（想定年収 350万円）賞与年2回 40万円|MONTH|220000",
                "日給9,000円（月収例 198,000円）|DAY|9000",
                "時給1,100円、土日は50円加算|HOUR|1100",
                "時給1,100円。22時以降は25％増し。毎月20日締め、25日払い|HOUR|1100",
                "年俸360万円を12か月に分けて払います|MONTH|300000",
                "当社規定による|MONTH|220000",
                "経験と資格を考えて決めます（昇給年1回 1,000円～5,000円）|MONTH|220000",
                "月給二十万円|MONTH|220000",
                "通勤手当 実費（月20,000円まで）|MONTH|220000",
                "あり|MONTH|220000",
                "電話 0191-21-2111（平日9時〜17時）|MONTH|220000",
                "職務給15万円、調整給7万円|MONTH|150000",
            })
    void the_same_amount_and_a_doubt_are_let_pass(String prose, WageUnit unit, int field) {
        WrittenWage written = WrittenWage.of(prose, unit);
        assertThat(written.otherThan(field, null)).isEmpty();
        assertThat(written.otherUnit()).isNull();
    }

    @Test
    void the_field_leaves_out_fixed_overtime_and_the_words_may_count_it_in() {
        assertThat(WrittenWage.of("月給250,000円", WageUnit.MONTH).otherThan(220_000, 30_000))
                .isEmpty();
        assertThat(WrittenWage.of("月給250,000円", WageUnit.MONTH).otherThan(200_000, 30_000))
                .hasValue(250_000);
    }

    @Test
    void another_unit_and_a_promise_of_more_are_found() {
        assertThat(WrittenWage.of("時給1,100円", WageUnit.MONTH).otherUnit()).isEqualTo(WageUnit.HOUR);
        assertThat(WrittenWage.of("月給220,000円（時給換算1,280円）", WageUnit.MONTH).otherUnit())
                .isNull();
        assertThat(WrittenWage.of("月給220,000円", WageUnit.MONTH).lessThan(300_000))
                .hasValue(220_000);
        assertThat(WrittenWage.of("月給220,000円～250,000円", WageUnit.MONTH).lessThan(250_000))
                .isEmpty();
        assertThat(WrittenWage.of("月給220,000円以上", WageUnit.MONTH).lessThan(300_000))
                .isEmpty();
        assertThat(WrittenWage.of("月給220,000円、資格手当10,000円", WageUnit.MONTH).lessThan(300_000))
                .isEmpty();
    }

    /** Whatever is typed costs little: the prose may have 2,000 signs. */
    @Test
    void long_prose_is_read_in_no_time() {
        for (String each : List.of("手当1円", "9", "1,", "月給1万1千円～", "1~", "９９９９９９９９９９９９９９９９９９万円")) {
            String prose = each.repeat(2_000 / each.length());
            long took = OwnTime.of(() -> WrittenWage.of(prose, WageUnit.MONTH).otherThan(220_000, 30_000));
            assertThat(took).as(each).isLessThan(500);
        }
    }

    /** Some 1,600 sheets in which words and numbers are of one mind: no false alarm. */
    @Test
    void nothing_is_found_in_a_whole_city_of_honest_postings() {
        List<JobTerms> all = DemonstrationCity.drawn(LocalDate.of(2026, 11, 23)).firms().stream()
                .flatMap(firm -> firm.jobs().stream())
                .map(DemonstrationCity.JobOffer::terms)
                .toList();
        assertThat(all).hasSizeGreaterThan(500).allSatisfy(job -> {
            WrittenWage written = WrittenWage.of(job.terms().get(Term.WAGE), job.wageUnit());
            assertThat(written.otherThan(job.wageMin(), null))
                    .as(job.terms().get(Term.WAGE) + " " + job.wageMin())
                    .isEmpty();
            assertThat(written.otherUnit()).isNull();
            if (job.wageMax() != null) {
                assertThat(written.lessThan(job.wageMax()))
                        .as(job.terms().get(Term.WAGE))
                        .isEmpty();
            }
        });
    }
}
