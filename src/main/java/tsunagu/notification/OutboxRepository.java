package tsunagu.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.shared.Sql;

/** The outbox as stored. */
@ApplicationScoped
class OutboxRepository {

    /** {@link OutgoingLetter}. */
    private static final String COLUMNS =
            """
            id, recipient, subject, body, coalesce(calendar, '') as calendar, state, tries, next_try, written_at, sent_at, trouble, message_id, unsubscribe
            """;

    @Inject
    private Sql sql;

    /** @param oldest of those that wait and are due, null when none is */
    record Counts(long waiting, long failed, long sent, Instant oldest) {}

    /** Nothing happens when a letter about the same was written before. @param due when it is to leave */
    void add(
            String once,
            String recipient,
            String subject,
            String body,
            String calendar,
            String unsubscribe,
            String messageId,
            Instant now,
            Instant due) {
        sql.of(
                        """
                        insert into mail_outbox (id, once, recipient, recipient_key, subject, body, calendar, state,
                            next_try, written_at, message_id, unsubscribe)
                        select nextval('mail_outbox_seq'), :once, :recipient, :mark, :subject, :body, cast(:calendar as bytea), 'WAITING',
                            :due, :now, :message, :unsubscribe
                        where not exists (select 1 from mail_outbox where once = :once and recipient_key = any(:marks))
                        on conflict (once, recipient_key) do nothing
                        """)
                .with("once", once)
                .withSealed("recipient", recipient)
                .withMark("mark", recipient)
                .withMarks("marks", recipient)
                .with("subject", subject)
                .withSealed("body", body)
                .withSealed("calendar", calendar)
                .with("now", now)
                .with("due", due)
                .with("message", messageId)
                .with("unsubscribe", unsubscribe)
                .run();
    }

    /** The letter that was written under this name to one address. */
    OutgoingLetter written(String once) {
        return sql.of("select " + COLUMNS + " from mail_outbox where once = :once")
                .with("once", once)
                .one(OutgoingLetter.class);
    }

    /** @return whether nobody had begun to send it: then it was never written */
    boolean takeBack(String once, String recipient) {
        return sql.of(
                                "delete from mail_outbox where once = :once and recipient_key = any(:marks) and state = 'WAITING' and tries = 0")
                        .with("once", once)
                        .withMarks("marks", recipient)
                        .run()
                == 1;
    }

    /** The next one that is due, marked so that no other node takes it before {@code until}. */
    Optional<OutgoingLetter> take(Instant now, Instant until) {
        return sql.of(
                        """
                        update mail_outbox set tries = tries + 1, next_try = :until
                        where id = (
                            select id from mail_outbox
                            where state = 'WAITING' and next_try <= :now
                            order by next_try, id
                            limit 1
                            for update skip locked)
                        returning
                        """
                                + COLUMNS)
                .with("now", now)
                .with("until", until)
                .first(OutgoingLetter.class);
    }

    void sent(long id, Instant now) {
        sql.of("update mail_outbox set state = 'SENT', sent_at = :now, trouble = '' where id = :id")
                .with("now", now)
                .with("id", id)
                .run();
    }

    /** @param again null when it is given up */
    void troubled(long id, String trouble, Instant again) {
        sql.of(
                        """
                        update mail_outbox
                        set trouble = :trouble, state = :state, next_try = coalesce(cast(:again as timestamptz), next_try)
                        where id = :id and state = 'WAITING'
                        """)
                .with("trouble", trouble)
                .with("state", again == null ? "FAILED" : "WAITING")
                .with("again", again)
                .with("id", id)
                .run();
    }

    private record Subject(String id, String subject) {}

    Map<String, String> subjects(List<Long> ids) {
        return sql
                .of("select id::text as id, subject from mail_outbox where id = any(:ids)")
                .withNumbers("ids", ids)
                .list(Subject.class)
                .stream()
                .collect(Collectors.toMap(Subject::id, Subject::subject));
    }

    boolean tryAgain(long id, String seen, Instant now) {
        return sql.of(
                                """
                        update mail_outbox set state = 'WAITING', next_try = :now, tries = 0, written_at = :now
                        where id = :id and state = :seen and state in ('FAILED', 'WAITING')
                        """)
                        .with("now", now)
                        .with("id", id)
                        .with("seen", seen)
                        .run()
                == 1;
    }

    /** @param recipient "" for everybody's */
    List<OutgoingLetter> newest(String recipient, int most) {
        return sql.of(
                        "select " + COLUMNS
                                + """
                        from mail_outbox
                        where (:all or recipient_key = any(:marks))
                        order by id desc
                        limit :most
                        """)
                .with("all", recipient.isEmpty())
                .withMarks("marks", recipient)
                .with("most", most)
                .list(OutgoingLetter.class);
    }

    Counts counted() {
        return sql.of(
                        """
                        select count(*) filter (where state = 'WAITING') as waiting,
                            count(*) filter (where state = 'FAILED') as failed,
                            count(*) filter (where state = 'SENT') as sent,
                            min(written_at) filter (where state = 'WAITING' and (tries > 0 or next_try <= now())) as oldest
                        from mail_outbox
                        """)
                .one(Counts.class);
    }

    /** Letters to an address whose owner asked for deletion, sent or not. */
    void forget(String recipient) {
        sql.of("delete from mail_outbox where recipient_key = any(:marks)")
                .withMarks("marks", recipient)
                .run();
    }
}
