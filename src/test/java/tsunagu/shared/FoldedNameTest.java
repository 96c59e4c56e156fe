package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNameTest {

    @ParameterizedTest
    @CsvSource({
        "受付　一郎, 受付一郎", "サブロウ, さぶろう", "ｻﾌﾞﾛｳ, さぶろう", "Ａnna Lee, annalee", "ヴィ, ゔぃ", "スーパー, すーぱー", "\uFEFF受\u2009付\t, 受付"
    })
    void names_are_compared_without_width_spaces_capitals_and_kana(String name, String folded) {
        assertThat(FoldedName.of(name)).isEqualTo(folded);
    }
}
