package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNameTest {

    @ParameterizedTest
    @CsvSource({
        "受付　一郎, 受付一郎", "サブロウ, さぶろう", "ｻﾌﾞﾛｳ, さぶろう", "Ａnna Lee, annalee", "ヴィ, ゔぃ", "スーパー, すーぱー", "\uFEFF受\u2009付\t, 受付",
        "髙橋 花子, 高橋花子", "山﨑, 山崎", "𠮷野, 吉野", "渡邉, 渡辺", "葛\uDB40\uDD00城, 葛城", "辻\uFE00, 辻", "齋藤, 斎藤",
        "佐々木, 佐佐木", "ジョン・スミス, じょんすみす", "O’Neill, oneill", "ヤマタ゛, やまだ", "小笠原\u200B\u00AD, 小笠原", "⻑谷川, 長谷川", "黃, 黄",
        "渕上, 淵上", "㐂多, 喜多", "𣘺, 橋", "靍, 鶴"
    })
    void names_are_compared_without_width_spaces_capitals_and_kana(String name, String folded) {
        assertThat(FoldedName.of(name)).isEqualTo(folded);
    }

    /** A phone has no files: the letters stand in the class, and must be those of the search. */
    @Test
    void the_letters_are_those_of_the_search() {
        for (ReferenceTable.Row row : ReferenceTable.read("/reference/search/variants.csv")) {
            assertThat(FoldedName.of(row.text("from"))).as(row.text("from")).isEqualTo(FoldedName.of(row.text("to")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "鈴木, true",
        "原敬, true",
        "すず, false",
        "すずき, true",
        "lee, true",
        "le, false",
        "鈴, false",
        "𠮷田, true",
        "佐々, true",
        "김철, true",
        "〆木, true",
        "'', false"
    })
    void two_kanji_are_enough_to_look_somebody_up(String folded, boolean enough) {
        assertThat(FoldedName.enough(folded)).isEqualTo(enough);
    }
}
