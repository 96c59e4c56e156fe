package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/**
 * The one authority over seats. Test and change are one statement on the session's row (READ COMMITTED is enough, no
 * cached entity is asked), and the check constraint seats_within_capacity stands behind it.
 */
@ApplicationScoped
class SeatCounter {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /**
     * For a newcomer, who does not pass those who wait.
     *
     * @return false when no seat is left, somebody waits, or the session no longer takes registrations
     */
    boolean take(long sessionId, int wanted, Instant now) {
        return entityManager
                        .createNativeQuery("update event_session set taken = taken + ?"
                                + " where id = ? and outcome <> 'NOT_HELD' and starts_at > ?"
                                + " and (capacity is null or taken + ? <= capacity)"
                                + " and exists (select 1 from event e where e.id = event_id and e.state = 'PUBLISHED')"
                                + " and not exists (select 1 from registration r where r.session_id = event_session.id"
                                + "   and r.state = 'WAITING')")
                        .setParameter(1, wanted)
                        .setParameter(2, sessionId)
                        .setParameter(3, java.sql.Timestamp.from(now))
                        .setParameter(4, wanted)
                        .executeUpdate()
                == 1;
    }

    /** For whoever is first in the line. */
    boolean takeForLine(long sessionId, int wanted) {
        return entityManager
                        .createNativeQuery("update event_session set taken = taken + ?"
                                + " where id = ? and (capacity is null or taken + ? <= capacity)")
                        .setParameter(1, wanted)
                        .setParameter(2, sessionId)
                        .setParameter(3, wanted)
                        .executeUpdate()
                == 1;
    }

    /** Until the transaction ends nobody else takes or frees a seat, or joins the line. */
    void hold(long sessionId) {
        entityManager
                .createNativeQuery("select id from event_session where id = ? for update")
                .setParameter(1, sessionId)
                .getSingleResult();
    }

    /** Sessions whose counter is not what the rows say; there should never be one. */
    List<Object[]> wrong() {
        List<Object[]> rows = entityManager
                .createNativeQuery("select s.id, s.taken, coalesce(sum(1 + r.companions), 0) from event_session s left join registration r"
                        + " on r.session_id = s.id and r.state in ('CONFIRMED', 'OFFERED')"
                        + " group by s.id, s.taken having s.taken <> coalesce(sum(1 + r.companions), 0) order by s.id")
                .getResultList();
        return rows;
    }

    void giveBack(long sessionId, int freed) {
        entityManager
                .createNativeQuery("update event_session set taken = taken - ? where id = ?")
                .setParameter(1, freed)
                .setParameter(2, sessionId)
                .executeUpdate();
    }
}
