package tsunagu.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The outbox as stored. */
@ApplicationScoped
class OutboxRepository {

    private static final String COLUMNS = "id, recipient, subject, body, calendar, state, tries, next_try, written_at,"
            + " sent_at, trouble, message_id, unsubscribe";

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /** Nothing happens when a letter about the same was written before. */
    void add(
            String once, String recipient, String subject, String body, String calendar, String unsubscribe, String messageId, Instant now) {
        entityManager
                .createNativeQuery("insert into mail_outbox (id, once, recipient, subject, body, calendar, state,"
                        + " next_try, written_at, message_id, unsubscribe)"
                        + " values (nextval('mail_outbox_seq'), ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?, ?) on conflict (once) do nothing")
                .setParameter(1, once)
                .setParameter(2, recipient)
                .setParameter(3, subject)
                .setParameter(4, body)
                .setParameter(5, calendar)
                .setParameter(6, now)
                .setParameter(7, now)
                .setParameter(8, messageId)
                .setParameter(9, unsubscribe)
                .executeUpdate();
    }

    /** The next one that is due, marked so that no other node takes it before {@code until}. */
    Optional<OutgoingLetter> take(Instant now, Instant until) {
        return letters(entityManager
                        .createNativeQuery("update mail_outbox set tries = tries + 1, next_try = ? where id = ("
                                + "select id from mail_outbox where state = 'WAITING' and next_try <= ?"
                                + " order by next_try, id limit 1 for update skip locked) returning " + COLUMNS)
                        .setParameter(1, until)
                        .setParameter(2, now))
                .stream()
                .findFirst();
    }

    void sent(long id, Instant now) {
        entityManager
                .createNativeQuery("update mail_outbox set state = 'SENT', sent_at = ?, trouble = '' where id = ?")
                .setParameter(1, now)
                .setParameter(2, id)
                .executeUpdate();
    }

    /** @param again null when it is given up */
    void troubled(long id, String trouble, Instant again) {
        entityManager
                .createNativeQuery("update mail_outbox set trouble = ?, state = ?, next_try = coalesce(cast(? as timestamptz), next_try)"
                        + " where id = ? and state = 'WAITING'")
                .setParameter(1, trouble)
                .setParameter(2, again == null ? "FAILED" : "WAITING")
                .setParameter(3, again)
                .setParameter(4, id)
                .executeUpdate();
    }

    boolean tryAgain(long id, String seen, Instant now) {
        return entityManager
                        .createNativeQuery("update mail_outbox set state = 'WAITING', next_try = ?, tries = 0, written_at = ?"
                                + " where id = ? and state = ? and state in ('FAILED', 'WAITING')")
                        .setParameter(1, now)
                        .setParameter(2, now)
                        .setParameter(3, id)
                        .setParameter(4, seen)
                        .executeUpdate()
                == 1;
    }

    List<OutgoingLetter> unsent(int most) {
        return letters(entityManager
                .createNativeQuery("select " + COLUMNS + " from mail_outbox where state <> 'SENT'"
                        + " order by state, written_at, id")
                .setMaxResults(most));
    }

    /** @param recipient "" for everybody's */
    List<OutgoingLetter> newest(String recipient, int most) {
        return letters(entityManager
                .createNativeQuery("select " + COLUMNS + " from mail_outbox where (? = '' or recipient = ?)"
                        + " order by id desc")
                .setParameter(1, recipient)
                .setParameter(2, recipient)
                .setMaxResults(most));
    }

    /** By state; oldest of those that wait. */
    Object[] counted() {
        return (Object[]) entityManager
                .createNativeQuery("select count(*) filter (where state = 'WAITING'), count(*) filter (where state = 'FAILED'),"
                        + " count(*) filter (where state = 'SENT'), min(written_at) filter (where state = 'WAITING')"
                        + " from mail_outbox")
                .getSingleResult();
    }

    int forgetBefore(Instant day) {
        return entityManager
                .createNativeQuery("delete from mail_outbox where state <> 'WAITING' and written_at < ?")
                .setParameter(1, day)
                .executeUpdate();
    }

    private static List<OutgoingLetter> letters(Query query) {
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new OutgoingLetter(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        ((Number) row[6]).intValue(),
                        instant(row[7]),
                        instant(row[8]),
                        instant(row[9]),
                        (String) row[10],
                        (String) row[11],
                        (String) row[12]))
                .toList();
    }

    static Instant instant(Object value) {
        if (value instanceof java.sql.Timestamp timestamp) {
            return timestamp.toInstant();
        }
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    /** Letters to an address whose owner asked for deletion, sent or not. */
    void forget(String recipient) {
        entityManager
                .createNativeQuery("delete from mail_outbox where lower(recipient) = lower(?1)")
                .setParameter(1, recipient)
                .executeUpdate();
    }
}
