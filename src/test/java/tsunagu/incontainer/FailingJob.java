package tsunagu.incontainer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import tsunagu.shared.DailyTask;
import tsunagu.shared.Job;

/** A job that fails when it is told to, and a daily task that writes down what it is told. */
@ApplicationScoped
public class FailingJob implements Job, DailyTask {

    static final String NAME = "test";

    static final AtomicBoolean FAILS = new AtomicBoolean();

    static final List<LocalDate> MISSED = new CopyOnWriteArrayList<>();

    static final List<LocalDate> RUN = new CopyOnWriteArrayList<>();

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

    @Override
    public String task() {
        return NAME;
    }

    @Override
    public void run(LocalDate today) {
        RUN.add(today);
    }

    @Override
    public void missed(LocalDate day, LocalDate today) {
        MISSED.add(day);
    }
}
