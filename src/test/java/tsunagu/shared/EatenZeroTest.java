package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of telephone numbers out of a spreadsheet was kept as 191212111. */
class EatenZeroTest {

    @ParameterizedTest
    @CsvSource({
        "191212111, 0191-21-2111",
        "9012345678, 090-1234-5678",
        "312345678, 03-1234-5678",
        "１９１２１２１１１, 0191-21-2111",
        "191212111.0, 0191-21-2111",
        "120444444, 0120-444-444",
        "5012345678, 050-1234-5678"
    })
    void a_telephone_number_without_its_zero_is_asked_about(String cell, String number) {
        assertThat(EatenZero.telephone(cell)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0191-21-2111",
                "0191212111",
                "+81 191 21 2111",
                "12",
                "20261225",
                "1234567890123",
                "人事課",
                "",
                "100000000"
            })
    void what_is_whole_or_no_telephone_number_is_left(String cell) {
        assertThat(EatenZero.telephone(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"210053, 021-0053", "10001, 001-0001", "600000, 060-0000", "２１００５３, 021-0053"})
    void a_postcode_without_its_zero_too(String cell, String postcode) {
        assertThat(EatenZero.postcode(cell)).contains(postcode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"021-0053", "0210053", "1000001", "一関市", "1200", ""})
    void what_is_whole_or_no_postcode_is_left(String cell) {
        assertThat(EatenZero.postcode(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8112511, 8, 08112511", "112511, 8, 00112511", "304012345678, 13, 0304012345678"})
    void a_number_of_a_known_length_too(String cell, int length, String whole) {
        assertThat(EatenZero.code(cell, length)).contains(whole);
        assertThat(EatenZero.code(whole, length)).isEmpty();
        assertThat(EatenZero.code("12", length)).isEmpty();
    }
}
