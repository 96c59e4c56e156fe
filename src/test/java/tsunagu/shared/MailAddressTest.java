package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "name@example.jp", "a..b@docomo.ne.jp", "abc.@docomo.ne.jp", ".abc@ezweb.ne.jp", "ｓｐ３＠ｅｘａｍｐｌｅ．ｊｐ", "hana+event@example.co.jp",
        "名前@例え.jp", "o'neill@example.ie"
    })
    void what_a_letter_reaches_is_taken(String address) {
        assertThat(MailAddress.plausible(address)).isTrue();
        assertThat(new Deliverable.Validator().isValid(address, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "name@example", "name@@example.jp", "na me@example.jp", "name@example.jp, other@example.jp", "<a@b.jp>"})
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

    @Test
    void wide_letters_become_narrow() {
        assertThat(MailAddress.narrow(" ｈａｎａ＠ｅｘａｍｐｌｅ．ｊｐ ")).isEqualTo("hana@example.jp");
        assertThat(MailAddress.narrow(null)).isEmpty();
    }
}
