package tsunagu.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import tsunagu.audit.AuditSeals.Horizon;
import tsunagu.seal.Seals;
import tsunagu.shared.Job;

/**
 * Seals in each round what was there in the round before: meanwhile the transactions of then have ended. Where the server has no key to
 * sign with, the round fails and staff see it: a seal without a signature is worth little, but no entry waits for it.
 */
@ApplicationScoped
class AuditSealer implements Job {

    private static final Duration BETWEEN = Duration.ofMinutes(1);

    @Inject
    private AuditTrail trail;

    @Inject
    private Seals seals;

    /** Of the round before; null in the first. Only the job's own thread touches it. */
    private Horizon before;

    @Override
    public String job() {
        return "seal";
    }

    @Override
    public Duration every() {
        return BETWEEN;
    }

    @Override
    public void round() {
        if (before != null) {
            trail.seal(before);
        }
        before = trail.horizon();
        if (!seals.canSign()) {
            throw new IllegalStateException("there is no key to sign with (TSUNAGU_SEAL_KEY)");
        }
    }
}
