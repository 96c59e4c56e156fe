package tsunagu.incontainer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import tsunagu.shared.Job;

/** A job that fails when it is told to. */
@ApplicationScoped
public class FailingJob implements Job {

    static final String NAME = "test";

    static final AtomicBoolean FAILS = new AtomicBoolean();

    @Override
    public String job() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(500);
    }

    @Override
    public void round() {
        if (FAILS.get()) {
            throw new IllegalArgumentException("private words of somebody");
        }
    }
}
