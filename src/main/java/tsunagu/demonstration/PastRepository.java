package tsunagu.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import tsunagu.shared.UseCase;

/**
 * What a city that is minutes old has no door to: its past. Everything the demonstration offers was published just now; its postings
 * are told to have become public on their first days, or all of them would be equally new.
 */
@ApplicationScoped
@Transactional
class PastRepository {

    private static final String FIRST_DAY = " set public_since = cast(opens_on as timestamp) at time zone 'Asia/Tokyo'"
            + " where cast(opens_on as timestamp) at time zone 'Asia/Tokyo' < public_since";

    private static final String ENTRIES = "update search_entry e set public_since = r.public_since, changed = pg_current_xact_id(),"
            + " edition = e.edition + 1 from (select 'JOB' as kind, id, public_since from posting union all"
            + " select 'INTERNSHIP', id, public_since from internship) r"
            + " where e.kind = r.kind and e.record_id = r.id and e.public_since <> r.public_since";

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /** Only while nobody has looked at the city yet: what is told to have been public before a pass of the watch is never found by it. */
    @UseCase
    public void publishOnFirstDays() {
        run("update posting" + FIRST_DAY);
        run("update internship" + FIRST_DAY);
        run(ENTRIES);
    }

    private void run(String sql) {
        entityManager.createNativeQuery(sql).executeUpdate();
    }
}
