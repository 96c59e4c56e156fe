package tsunagu.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortCodeTest {

    @RepeatedTest(50)
    void one_wrong_digit_or_two_swapped_neighbours_are_always_noticed() {
        String digits = ShortCode.random().digits();
        assertThat(new ShortCode(digits).plausible()).isTrue();
        for (int i = 0; i < digits.length(); i++) {
            for (char other = '0'; other <= '9'; other++) {
                if (other != digits.charAt(i)) {
                    String wrong = digits.substring(0, i) + other + digits.substring(i + 1);
                    assertThat(new ShortCode(wrong).plausible()).as(wrong).isFalse();
                }
            }
            if (i > 0 && digits.charAt(i) != digits.charAt(i - 1)) {
                String swapped =
                        digits.substring(0, i - 1) + digits.charAt(i) + digits.charAt(i - 1) + digits.substring(i + 1);
                assertThat(new ShortCode(swapped).plausible()).as(swapped).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234-5678", "12345678", "１２３４ー５６７８", " 1234 5678 ", "１２３４－５６７８", "1234−5678", "1234‐5678"})
    void a_code_is_read_however_it_is_typed(String typed) {
        assertThat(ShortCode.typed(typed)).contains(new ShortCode("12345678"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "123456789", "abcdefgh", "MTIzNDU2Nzg5MDEyMzQ1Ng"})
    void anything_else_is_no_code(String typed) {
        assertThat(ShortCode.typed(typed)).isEmpty();
    }

    @Test
    void people_see_two_groups_of_four() {
        assertThat(ShortCode.spaced("12345678")).isEqualTo("1234-5678");
    }
}
