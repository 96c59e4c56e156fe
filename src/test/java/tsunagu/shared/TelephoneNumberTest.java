package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0191-21-2111", "0191212111", "０１９１−２１−２１１１", "0191\u221221\u22122111", "0191ー21ー2111", "0191‐21‐2111",
                        "0191–21–2111", "0191—21—2111",
                "0191―21―2111", "0191\uff0d21\uff0d2111", "0191\uff7021\uff702111", "0191‑21‑2111", "(0191)21-2111",
                        "（0191）21－2111", "0191(21)2111", "0191 21 2111",
                "0191　21　2111", "0191.21.2111", "+81 191-21-2111", "＋８１－１９１－２１－２１１１", "+81(0)191-21-2111",
                        "+81191212111", "TEL:0191-21-2111", "電話 0191-21-2111",
                "\ufeff0191-21-2111", "0191\u200b-21-2111", "0191〜21〜2111"
            })
    void however_it_is_typed_it_is_one_number(String typed) {
        assertThat(TelephoneNumber.read(typed)).hasValue("0191-21-2111");
        assertThat(new Telephone.Validator().isValid(typed, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0191-21-2111 内線 123",
                "0191-21-2111（内線123）",
                "０１９１－２１－２１１１　内線１２３",
                "0191-21-2111(内)123",
                "0191-21-2111 内線:123番"
            })
    void an_extension_stays(String typed) {
        assertThat(TelephoneNumber.read(typed)).hasValue("0191-21-2111 内線 123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "090-1234-5678",
                "0120-123-456",
                "050-1234-5678",
                "03-1234-5678",
                "+1 650-253-0000",
                "+84 24 3825 2222"
            })
    void other_kinds_of_numbers_are_numbers(String typed) {
        assertThat(TelephoneNumber.read(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12", "電話はありません", "0191-21-2111-9999-8888", "abc", "0191-CALL-ME", "0191-21-2111 0191-21-2112"})
    void what_is_no_number_is_refused(String typed) {
        assertThat(TelephoneNumber.read(typed)).isEmpty();
        assertThat(new Telephone.Validator().isValid(typed, null)).isFalse();
    }

    @Test
    void in_a_text_it_is_found_with_its_place() {
        String text = "お問い合わせは０１９１−２１−２１１１、または090-1234-5678まで（2026-11-29）";
        List<TelephoneNumber.Found> found = TelephoneNumber.in(text);
        assertThat(found).extracting(TelephoneNumber.Found::dialled).containsExactly("+81191212111", "+819012345678");
        assertThat(text.substring(found.get(0).from(), found.get(0).to())).isEqualTo("０１９１−２１−２１１１");
    }
}
