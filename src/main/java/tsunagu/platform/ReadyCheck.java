package tsunagu.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import tsunagu.shared.DatabaseWatch;

/**
 * Ready means: schema in place, reference data loaded, database answering and of the same time, and not about to stop. Who stops a node makes the file that
 * TSUNAGU_DRAIN_FILE names first, so that the proxy sends nobody new; the node answers as before meanwhile. Asks nobody: a node that is busy must not
 * be taken for one that is gone because its pool had no connection left for this question.
 */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {

    @Inject
    private tsunagu.platform.Readiness readiness;

    @Inject
    private DatabaseWatch database;

    @Override
    public HealthCheckResponse call() {
        boolean prepared = readiness.prepared();
        boolean answers = prepared && !database.away();
        boolean drains = drains();
        return HealthCheckResponse.named("database")
                .withData("prepared", prepared)
                .withData("answers", answers)
                .withData("drains", drains)
                .withData("clockDiffers", database.clockDiffers())
                .withData("waitsFor", readiness.waitsFor())
                .status(answers && !drains && !database.clockDiffers())
                .build();
    }

    private static boolean drains() {
        String file = System.getenv("TSUNAGU_DRAIN_FILE");
        return file != null && !file.isBlank() && Files.exists(Path.of(file));
    }
}
