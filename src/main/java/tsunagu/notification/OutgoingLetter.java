package tsunagu.notification;

import java.time.Instant;
import java.util.List;

/**
 * A letter of the outbox, as staff and the demonstration's mailbox see it.
 *
 * @param sentAt null while it waits, and when it failed
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
        String messageId) {

    public List<String> lines() {
        return body.lines().toList();
    }
}
