package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** News about saved searches left at midnight. */
class MailHoursTest {

    @ParameterizedTest
    @CsvSource({
        // in Japan: 00:00:20, 07:59, 08:00, 20:59, 21:00, and the last night of a fiscal year
        "2026-11-28T15:00:20Z, 2026-11-28T23:00:00Z",
        "2026-11-28T22:59:00Z, 2026-11-28T23:00:00Z",
        "2026-11-28T23:00:00Z, 2026-11-28T23:00:00Z",
        "2026-11-29T11:59:00Z, 2026-11-29T11:59:00Z",
        "2026-11-29T12:00:00Z, 2026-11-29T23:00:00Z",
        "2027-03-31T14:50:00Z, 2027-03-31T23:00:00Z"
    })
    void news_leaves_in_daytime(Instant written, Instant leaves) {
        assertThat(MailHours.USUAL.next(written, null)).isEqualTo(leaves);
    }

    /** Of what begins at nine, nobody is told at nine: the evening before, even if it is late. */
    @ParameterizedTest
    @CsvSource({
        // written at 19:30 in Japan; what it is about begins the next day at 9:00, 9:59, 10:00, 13:00
        "2026-11-29T10:30:00Z, 2026-11-30T00:00:00Z, 2026-11-29T10:30:00Z",
        "2026-11-29T10:30:00Z, 2026-11-30T00:59:00Z, 2026-11-29T10:30:00Z",
        "2026-11-29T10:30:00Z, 2026-11-30T01:00:00Z, 2026-11-30T00:00:00Z",
        "2026-11-29T10:30:00Z, 2026-11-30T04:00:00Z, 2026-11-30T00:00:00Z",
        // and in the hours of an office anything leaves at once
        "2026-11-29T03:00:00Z, 2026-11-30T00:00:00Z, 2026-11-29T03:00:00Z"
    })
    void a_reminder_is_in_time(Instant written, Instant begins, Instant leaves) {
        assertThat(new MailHours(9, 18).next(written, begins)).isEqualTo(leaves);
    }

    @Test
    void hours_are_those_of_a_day() {
        assertThat(new MailHours(0, 24).next(Instant.parse("2026-11-28T15:00:20Z"), null))
                .isEqualTo("2026-11-28T15:00:20Z");
        for (int[] wrong : new int[][] {{8, 8}, {21, 8}, {-1, 8}, {8, 25}}) {
            assertThatThrownBy(() -> new MailHours(wrong[0], wrong[1])).isInstanceOf(DomainException.class);
        }
    }
}
