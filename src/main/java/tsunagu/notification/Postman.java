package tsunagu.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.Demonstration;
import tsunagu.shared.Job;

/**
 * Empties the outbox. A letter is taken in one transaction, sent outside of any, and marked in another: a node that dies in
 * between leaves it to be sent again with the same Message-ID, never unsent. Without a mail server letters wait, except in
 * the demonstration, where they land in its mailbox page.
 */
@ApplicationScoped
class Postman implements Job {

    private static final Logger LOG = Logger.getLogger(Postman.class.getName());
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final int AT_ONCE = 50;

    @Inject
    private OutboxService outbox;

    @Inject
    private MailServer mailServer;

    @Inject
    private Clock clock;

    @Override
    public String job() {
        return "mail";
    }

    @Override
    public Duration every() {
        return BETWEEN;
    }

    @Override
    public void round() {
        if (!mailServer.configured() && !Demonstration.on()) {
            return;
        }
        for (int i = 0; i < AT_ONCE && one(); i++) {
            // the next
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
            boolean forGood = forGood(e);
            outbox.troubled(letter, String.valueOf(e.getMessage()).strip(), forGood);
            // The number only: an address is a person's.
            LOG.log(Level.WARNING, "Letter {0} could not be sent: {1}", new Object[] {
                letter.id(), e.getClass().getSimpleName()
            });
        }
    }

    /** An address no letter can be written to, or one the server refused: trying again changes neither. */
    private static boolean forGood(MessagingException trouble) {
        return trouble instanceof AddressException
                || trouble instanceof SendFailedException failed
                        && failed.getInvalidAddresses() != null
                        && failed.getInvalidAddresses().length > 0;
    }
}
