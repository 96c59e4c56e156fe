package tsunagu.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import tsunagu.shared.Job;
import tsunagu.shared.Telemetry;

/** Tells the numbers of {@code /staff/state} to whoever collects metrics, where somebody does. */
@ApplicationScoped
class FigureJob implements Job {

    private static final Duration BETWEEN = Duration.ofSeconds(30);

    @Inject
    private Telemetry telemetry;

    @Inject
    private JobService states;

    @Override
    public String job() {
        return "figures";
    }

    @Override
    public Duration every() {
        return BETWEEN;
    }

    @Override
    public void round() {
        if (telemetry.on()) {
            states.figures().forEach(each -> telemetry.figure(each.name(), each.value()));
        }
    }
}
