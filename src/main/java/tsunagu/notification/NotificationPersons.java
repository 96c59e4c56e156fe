package tsunagu.notification;

import static tsunagu.shared.PersonalFile.Reader.ADMINISTRATOR;
import static tsunagu.shared.PersonalFile.Reader.STAFF;

import java.util.List;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalFile;
import tsunagu.shared.PersonalFile.Ground;
import tsunagu.shared.PersonalRegister;

/** Letters, as they were sent. */
public final class NotificationPersons implements PersonalRegister {

    @Override
    public List<PersonalFile> files() {
        return List.of(PersonalFile.of("letters", Ground.TASK)
                .seenBy(STAFF, ADMINISTRATOR)
                .kept(Keep.days("letters", (int) OutboxService.KEPT.toDays())
                        .delete("mail_outbox", "t.state <> 'WAITING' and t.written_at < :before"))
                .sealed("email", "mail_outbox", "recipient recipient_key")
                .item("letter", "mail_outbox", "subject once trouble")
                .sealed("letterBody", "mail_outbox", "body calendar")
                .seenBy()
                .item("letter", "mail_outbox", "unsubscribe message_id"));
    }
}
