package tsunagu.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: schema in place, reference data loaded, database answering. */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {

    @Inject
    private tsunagu.platform.Readiness readiness;

    @Override
    public HealthCheckResponse call() {
        boolean prepared = readiness.prepared();
        boolean answers = readiness.databaseAnswers();
        return HealthCheckResponse.named("database")
                .withData("prepared", prepared)
                .withData("answers", answers)
                .status(prepared && answers)
                .build();
    }
}
