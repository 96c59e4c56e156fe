package tsunagu.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import javax.net.ssl.SSLException;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Demonstration;

/**
 * One letter to whoever presses, at once, to see what the mail server says to it. It is a letter of the outbox like any other: sent, it
 * is done; not sent, the outbox says why and tries again. Sent outside of any transaction, as {@link Postman} does.
 */
@ApplicationScoped
public class MailTest {

    /** What became of it; last part of the text key "notification.test.". */
    public enum Outcome {
        /** The server took it. */
        TAKEN,
        /** A demonstration without a server: the letter lies in its mailbox. */
        KEPT,
        NO_SERVER,
        UNREACHABLE,
        NOT_SECURE,
        LOGIN,
        REFUSED,
        OTHER
    }

    /**
     * @param recipient whom it was written to; "" where none was written
     * @param said the server's own words; "" where it said nothing
     */
    public record Answer(Outcome outcome, String recipient, String said) {

        public boolean good() {
            return outcome == Outcome.TAKEN || outcome == Outcome.KEPT;
        }
    }

    @Inject
    private OutboxService outbox;

    @Inject
    private MailServer server;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** @return what the server answered; never fails because of the server */
    public Answer press() {
        if (!server.configured() && !Demonstration.on()) {
            return new Answer(Outcome.NO_SERVER, "", "");
        }
        OutgoingLetter letter = outbox.writeTest();
        try {
            if (server.configured()) {
                server.send(letter, clock.instant());
            }
            byThePortal(() -> outbox.sent(letter.id()));
            return new Answer(server.configured() ? Outcome.TAKEN : Outcome.KEPT, letter.recipient(), "");
        } catch (MessagingException e) {
            String said = String.valueOf(e.getMessage()).strip();
            byThePortal(() -> outbox.troubled(letter, said, false));
            return new Answer(outcome(e), letter.recipient(), said);
        }
    }

    /** What becomes of letters is the portal's to write down, as it is when {@link Postman} sends them. */
    private void byThePortal(Runnable work) {
        currentActor.as(Actor.system("mail"), () -> {
            work.run();
            return null;
        });
    }

    /** What whoever runs the server has to look at first. */
    static Outcome outcome(MessagingException trouble) {
        if (trouble instanceof AuthenticationFailedException) {
            return Outcome.LOGIN;
        }
        for (Throwable each = trouble; each != null; each = cause(each)) {
            if (each instanceof SSLException
                    || String.valueOf(each.getMessage()).contains("STARTTLS")) {
                return Outcome.NOT_SECURE;
            }
            if (each instanceof UnknownHostException
                    || each instanceof ConnectException
                    || each instanceof NoRouteToHostException
                    || each instanceof SocketTimeoutException) {
                return Outcome.UNREACHABLE;
            }
        }
        return trouble instanceof SendFailedException ? Outcome.REFUSED : Outcome.OTHER;
    }

    private static Throwable cause(Throwable each) {
        return each instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : each.getCause();
    }
}
