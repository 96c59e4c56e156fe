package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name@example.jp",
                "a..b@docomo.ne.jp",
                "abc.@docomo.ne.jp",
                ".abc@ezweb.ne.jp",
                "ｓｐ３＠ｅｘａｍｐｌｅ．ｊｐ",
                "hana+event@example.co.jp",
                "名前@例え.jp",
                "o'neill@example.ie"
            })
    void what_a_letter_reaches_is_taken(String address) {
        assertThat(MailAddress.plausible(address)).isTrue();
        assertThat(new Deliverable.Validator().isValid(address, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "name@example",
                "name@@example.jp",
                "na me@example.jp",
                "name@example.jp, other@example.jp",
                "taro@example.jp（自宅）",
                "taro@gmail.com様",
                "taro@example.jp・hanako",
                "taro(yamada)@example.jp",
                "taro①@example.jp",
                "taro@exa_mple.jp",
                "taro@192.0.2.1",
                "taro@[192.0.2.1]",
                "taro@example-.jp",
                "taro@example.jp/",
                "taro@example.123",
                "taro@example.jp?subject=x",
                "'taro@example.jp'"
            })
    void what_it_does_not_is_refused(String address) {
        assertThat(MailAddress.plausible(address)).isFalse();
        assertThat(new Deliverable.Validator().isValid(address, null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "name@example.jp,name@example.jp",
        "a..b@docomo.ne.jp,'\"a..b\"@docomo.ne.jp'",
        "abc.@docomo.ne.jp,'\"abc.\"@docomo.ne.jp'",
        "hana@例え.jp,hana@xn--r8jz45g.jp"
    })
    void it_is_quoted_only_where_the_mail_server_needs_it(String address, String delivered) {
        assertThat(MailAddress.forDelivery(address)).isEqualTo(delivered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ha\u200bna@example.jp",
                "\ufeffhana@example.jp",
                "ha\u00adna@example.jp",
                "hana@exam\u200dple.jp",
                "hana\u2060@example.jp",
                "hana\ufe0f@example.jp",
                "\u202ahana@example.jp\u202c",
                "hana\udb40\udd00@example.jp"
            })
    void a_sign_nobody_sees_makes_no_second_person(String address) {
        assertThat(MailAddress.narrow(address)).isEqualTo("hana@example.jp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name@a..jp", "name@.example.jp", "name@-example.jp"})
    void a_host_that_cannot_be_is_refused(String address) {
        assertThat(MailAddress.plausible(address)).isFalse();
    }

    @Test
    void a_label_of_64_signs_is_no_host() {
        assertThat(MailAddress.plausible("name@" + "a".repeat(64) + ".jp")).isFalse();
    }

    @Test
    void wide_letters_become_narrow() {
        assertThat(MailAddress.narrow(" ｈａｎａ＠ｅｘａｍｐｌｅ．ｊｐ ")).isEqualTo("hana@example.jp");
        assertThat(MailAddress.narrow(null)).isEmpty();
    }
}
