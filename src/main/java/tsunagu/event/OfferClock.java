package tsunagu.event;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DatabaseReady;

/** Every half minute: offers, and seats of guests who did not confirm, whose time is over go to the next in the line. Two nodes at once do it one after the other. */
@ApplicationScoped
class OfferClock {

    private static final Logger LOG = Logger.getLogger(OfferClock.class.getName());
    private static final int SECONDS_BETWEEN = 30;
    private static final Actor OFFERS = Actor.system("offers");

    @Inject
    private TicketService tickets;

    @Inject
    private CurrentActor currentActor;

    @Resource
    private ManagedScheduledExecutorService executor;

    private final AtomicBoolean begun = new AtomicBoolean();

    void begin(@Observes DatabaseReady ready) {
        if (begun.compareAndSet(false, true)) {
            executor.scheduleWithFixedDelay(this::round, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
        }
    }

    private void round() {
        try {
            currentActor.as(OFFERS, tickets::overdue).forEach(this::lapse);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Offers are looked at again in " + SECONDS_BETWEEN + " seconds", e);
        }
    }

    /** One that fails does not stop the others. */
    private void lapse(long registration) {
        try {
            currentActor.as(OFFERS, () -> {
                tickets.lapse(registration);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Registration " + registration + " did not lapse", e);
        }
    }
}
