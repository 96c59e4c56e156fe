package tsunagu.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodeTest {

    /** The secret of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** Appendix B has eight digits; the last six of them are the six digits of the same moment. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void the_numbers_are_those_of_the_standard(long seconds, String number) {
        Instant moment = Instant.ofEpochSecond(seconds);
        assertThat(TimeCode.at(SECRET, seconds / 30)).isEqualTo(number);
        assertThat(TimeCode.step(SECRET, number, moment)).isEqualTo(OptionalLong.of(seconds / 30));
    }

    @Test
    void half_a_minute_early_or_late_is_taken_and_a_minute_is_not() {
        Instant moment = Instant.ofEpochSecond(1_234_567_890);
        long step = moment.getEpochSecond() / 30;
        String number = TimeCode.at(SECRET, step);
        assertThat(TimeCode.step(SECRET, number, moment.plusSeconds(30))).isEqualTo(OptionalLong.of(step));
        assertThat(TimeCode.step(SECRET, number, moment.minusSeconds(30))).isEqualTo(OptionalLong.of(step));
        assertThat(TimeCode.step(SECRET, number, moment.plusSeconds(60))).isEmpty();
        assertThat(TimeCode.step(SECRET, number, moment.minusSeconds(60))).isEmpty();
        assertThat(TimeCode.step(SECRET, "", moment)).isEmpty();
        assertThat(TimeCode.step(SECRET, "5924", moment)).isEmpty();
    }

    @Test
    void a_number_is_taken_once_and_none_before_it() {
        SecondFactor factor = new SecondFactor(1, SECRET);
        assertThat(factor.use(100)).isTrue();
        assertThat(factor.use(100)).isFalse();
        assertThat(factor.use(99)).isFalse();
        assertThat(factor.use(101)).isTrue();
    }

    @Test
    void what_an_app_reads_names_portal_and_account() {
        assertThat(TimeCode.address("つなぐ", "a+b@example.jp", SECRET))
                .isEqualTo(
                        "otpauth://totp/%E3%81%A4%E3%81%AA%E3%81%90:a%2Bb%40example.jp?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                                + "&issuer=%E3%81%A4%E3%81%AA%E3%81%90");
    }
}
