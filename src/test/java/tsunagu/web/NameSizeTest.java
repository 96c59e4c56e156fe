package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSizeTest {

    /** A kanji is as wide as two Latin letters, a rare one (two halves) is one, half-width kana are narrow. */
    @ParameterizedTest
    @CsvSource({
        "山, 10, ''",
        "山, 11, name-long",
        "𠮷, 10, ''",
        "𠮷, 11, name-long",
        "a, 20, ''",
        "a, 21, name-long",
        "ｱ, 20, ''",
        "a, 50, name-longer",
        "山, 40, name-longer",
        "山, 41, name-longest",
        "山, 100, name-longest",
        "김, 10, ''",
        "김, 11, name-long"
    })
    void a_long_name_is_set_smaller_and_never_cut(String letter, int times, String style) {
        assertThat(NameSize.of(letter.repeat(times))).isEqualTo(style);
    }
}
