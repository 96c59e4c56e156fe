package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people type them. */
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
    @ValueSource(strings = {"1000000.5", "1000000.0", "-1", "3千万", "1e9", "123456789012345"})
    void what_is_no_amount_of_yen_is_not_cut_into_one(String typed) {
        assertThat(Typed.yen(typed)).isEqualTo(new Typed<>(null, true));
    }

    @Test
    void an_indicator_of_a_trillion_is_a_number() {
        assertThat(Typed.decimal("1,000,000,000,000").value()).isEqualByComparingTo("1000000000000");
        assertThat(Typed.decimal("12345678901234").unreadable()).isTrue();
        assertThat(Typed.wholeNumber("2.5").unreadable()).isTrue();
    }
}
