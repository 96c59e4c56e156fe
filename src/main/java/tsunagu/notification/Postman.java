package tsunagu.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.Demonstration;

/**
 * Empties the outbox. A letter is taken in one transaction, sent outside of any, and marked in another: a node that dies in
 * between leaves it to be sent again with the same Message-ID, never unsent. Without a mail server letters wait, except in
 * the demonstration, where they land in its mailbox page.
 */
@ApplicationScoped
class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class.getName());
    private static final int SECONDS_BETWEEN = 2;
    private static final int AT_ONCE = 50;

    @Inject
    private OutboxService outbox;

    @Inject
    private MailServer mailServer;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Resource
    private ManagedScheduledExecutorService executor;

    private final AtomicBoolean begun = new AtomicBoolean();

    void begin(@Observes DatabaseReady ready) {
        if (begun.compareAndSet(false, true)) {
            executor.scheduleWithFixedDelay(this::round, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
        }
    }

    private void round() {
        if (!mailServer.configured() && !Demonstration.on()) {
            return;
        }
        try {
            currentActor.as(Actor.system("mail"), () -> {
                for (int i = 0; i < AT_ONCE && one(); i++) {
                    // the next
                }
                return null;
            });
        } catch (RuntimeException e) {
            // The database is away; the next round asks again.
            LOG.log(Level.FINE, "No letter could be taken", e);
        }
    }

    private boolean one() {
        Optional<OutgoingLetter> next = outbox.take();
        next.ifPresent(this::send);
        return next.isPresent();
    }

    private void send(OutgoingLetter letter) {
        try {
            if (mailServer.configured()) {
                mailServer.send(letter, clock.instant());
            }
            outbox.sent(letter.id());
        } catch (MessagingException e) {
            boolean forGood = e instanceof SendFailedException failed
                    && failed.getInvalidAddresses() != null
                    && failed.getInvalidAddresses().length > 0;
            outbox.troubled(letter, String.valueOf(e.getMessage()).strip(), forGood);
            // The number only: an address is a person's.
            LOG.log(Level.WARNING, "Letter {0} could not be sent: {1}", new Object[] {
                letter.id(), e.getClass().getSimpleName()
            });
        }
    }
}
