package tsunagu.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long a free seat is held for the first in the line, up to the beginning of the session. */
class OfferRuleTest {

    /** Monday, ten in the morning in Japan. */
    private static final Instant MONDAY = Instant.parse("2026-11-30T01:00:00Z");

    @Test
    void two_working_days_where_there_is_time() {
        assertThat(OfferRule.until(MONDAY, MONDAY.plus(Duration.ofDays(10))))
                .contains(Instant.parse("2026-12-02T08:00:00Z"));
        Instant friday = Instant.parse("2026-12-04T01:00:00Z");
        assertThat(OfferRule.until(friday, friday.plus(Duration.ofDays(10))))
                .as("the weekend does not count")
                .contains(Instant.parse("2026-12-08T08:00:00Z"));
    }

    @Test
    void shorter_than_a_working_day_where_the_session_is_near() {
        Instant tomorrow = MONDAY.plus(Duration.ofHours(24));
        assertThat(OfferRule.until(MONDAY, tomorrow)).contains(tomorrow.minus(Duration.ofHours(1)));
        assertThat(OfferRule.until(MONDAY, MONDAY.plus(Duration.ofMinutes(90))))
                .contains(MONDAY.plus(Duration.ofMinutes(30)));
    }

    @Test
    void by_hand_from_an_hour_and_a_half_before() {
        Instant start = MONDAY.plus(Duration.ofMinutes(90));
        assertThat(OfferRule.byHand(MONDAY, start)).isFalse();
        assertThat(OfferRule.byHand(MONDAY.plusSeconds(1), start)).isTrue();
        assertThat(OfferRule.until(MONDAY.plusSeconds(1), start)).isEmpty();
        assertThat(OfferRule.byHand(start.plusSeconds(1), start)).isTrue();
        assertThat(OfferRule.byHand(MONDAY, null))
                .as("old papers without an hour")
                .isTrue();
    }
}
