package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/**
 * The one authority over seats. Test and change are one statement on the session's row (READ COMMITTED is enough, no
 * cached entity is asked), and the check constraint seats_within_capacity stands behind it.
 */
@ApplicationScoped
class SeatCounter {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /** @return false when no seat is left, or the session no longer takes registrations */
    boolean take(long sessionId, Instant now) {
        return entityManager
                        .createNativeQuery("update event_session set taken = taken + 1"
                                + " where id = ? and outcome <> 'NOT_HELD' and starts_at > ?"
                                + " and (capacity is null or taken < capacity)"
                                + " and exists (select 1 from event e where e.id = event_id and e.state = 'PUBLISHED')")
                        .setParameter(1, sessionId)
                        .setParameter(2, java.sql.Timestamp.from(now))
                        .executeUpdate()
                == 1;
    }

    void giveBack(long sessionId) {
        entityManager
                .createNativeQuery("update event_session set taken = taken - 1 where id = ?")
                .setParameter(1, sessionId)
                .executeUpdate();
    }
}
