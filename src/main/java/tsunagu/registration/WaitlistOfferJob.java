package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.Job;

/**
 * Waitlist: seats that were offered and not taken, and seats of guests who did not confirm, go to the next in the line when their
 * time is over. Each in a transaction of its own: one that fails does not stop the others, and two nodes at once lock the same row
 * one after the other.
 */
@ApplicationScoped
class WaitlistOfferJob implements Job {

    private static final Logger LOG = Logger.getLogger(WaitlistOfferJob.class.getName());
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    @Inject
    private TicketService tickets;

    @Override
    public String job() {
        return "offers";
    }

    @Override
    public Duration every() {
        return BETWEEN;
    }

    @Override
    public void round() {
        RuntimeException failed = null;
        for (Long registration : tickets.overdue()) {
            try {
                tickets.lapse(registration);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Registration " + registration + " did not lapse", e);
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
