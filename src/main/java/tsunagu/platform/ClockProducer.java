package tsunagu.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import tsunagu.shared.Demonstration;

/**
 * The one clock. Nothing else in the portal asks what time it is. In a demonstration run it can be moved by writing an
 * instant into the file TSUNAGU_DEMO_CLOCK names: how tests stand on both sides of midnight.
 */
@ApplicationScoped
public class ClockProducer {

    @Produces
    Clock clock() {
        String file = System.getenv("TSUNAGU_DEMO_CLOCK");
        return Demonstration.on() && file != null ? new Movable(Path.of(file)) : Clock.systemUTC();
    }

    /** True for the clock of this machine, false for one that a demonstration or a test has moved. */
    static boolean isMachines(Clock clock) {
        return Clock.systemUTC().equals(clock);
    }

    private static final class Movable extends Clock {

        private final Path file;

        private Movable(Path file) {
            this.file = file;
        }

        @Override
        public Instant instant() {
            try {
                return Files.exists(file)
                        ? Instant.parse(Files.readString(file).strip())
                        : Clock.systemUTC().instant();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }
    }
}
