package tsunagu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** News about saved searches left at midnight. */
class LetterWriterTest {

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
        assertThat(LetterWriter.awake(written)).isEqualTo(leaves);
    }
}
