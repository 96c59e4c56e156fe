package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Open from the first instant of a day in Japan to the last of another, and what is said of it at its edges. */
class OpenWindowTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 3);
    private static final OpenWindow WINDOW = OpenWindow.ofDays(FIRST, LAST);

    @Test
    void the_last_day_is_included_and_the_next_is_not() {
        assertThat(WINDOW.isOpenAt(Instant.parse("2026-11-30T14:59:59Z"))).isFalse();
        assertThat(WINDOW.isOpenAt(Instant.parse("2026-11-30T15:00:00Z"))).isTrue();
        assertThat(WINDOW.isOpenAt(Instant.parse("2026-12-03T14:59:59.999Z"))).isTrue();
        assertThat(WINDOW.isOverAt(Instant.parse("2026-12-03T15:00:00Z"))).isTrue();
        assertThat(WINDOW.lastDay()).isEqualTo(LAST);
        assertThat(OpenWindow.since(Instant.EPOCH).lastDay()).isNull();
    }

    @Test
    void what_was_ended_early_had_its_last_day_then() {
        assertThat(WINDOW.endedAt(Instant.parse("2026-12-02T01:00:00Z")).lastDay())
                .isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(WINDOW.endedAt(Instant.parse("2026-12-01T15:00:01Z")).lastDay())
                .isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(WINDOW.endedAt(Instant.parse("2027-01-01T00:00:00Z"))).isEqualTo(WINDOW);
    }
}
