package tsunagu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Two clocks: that of the machine and that of the database. */
class PingedDatabaseTest {

    private final PingedDatabase watch = new PingedDatabase();

    @Test
    void a_machine_whose_clock_is_wrong_knows_it_until_it_is_right_again() {
        watch.clock = Clock.systemUTC();
        watch.compare(watch.clock.instant().plusSeconds(50));
        assertThat(watch.clockDiffers()).isFalse();
        watch.compare(watch.clock.instant().plus(Duration.ofHours(1)));
        assertThat(watch.clockDiffers()).as("behind").isTrue();
        watch.compare(watch.clock.instant().minus(Duration.ofDays(1)));
        assertThat(watch.clockDiffers()).as("ahead").isTrue();
        watch.compare(watch.clock.instant());
        assertThat(watch.clockDiffers()).isFalse();
    }

    @Test
    void a_clock_that_a_demonstration_has_moved_is_not_wrong() {
        watch.clock = Clock.fixed(Instant.parse("2027-04-01T00:00:00Z"), ZoneOffset.UTC);
        watch.compare(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(watch.clockDiffers()).isFalse();
    }
}
