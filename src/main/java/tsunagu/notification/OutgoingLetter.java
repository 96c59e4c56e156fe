package tsunagu.notification;

import java.time.Instant;
import java.util.List;

/**
 * A letter of the outbox, as staff and the demonstration's mailbox see it.
 *
 * @param sentAt null while it waits, and when it failed
 * @param unsubscribe address where such letters are stopped with one press, "" for none
 * @param trouble what the mail server said last, "" for nothing
 */
public record OutgoingLetter(
        long id,
        String recipient,
        String subject,
        String body,
        String calendar,
        String state,
        int tries,
        Instant nextTry,
        Instant writtenAt,
        Instant sentAt,
        String trouble,
        String messageId,
        String unsubscribe) {

    public List<String> lines() {
        return body.lines().toList();
    }
}
