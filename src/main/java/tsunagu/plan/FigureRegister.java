package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;

/** Writes targets and reported figures. Rows are only ever added: a change is a new revision with its reason. */
@ApplicationScoped
class FigureRegister {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    void addTarget(long measureId, FigureEntry entry) {
        entityManager
                .createNativeQuery("insert into target (id, measure_id, fiscal_year, basis, revision, value, reason, set_at)"
                        + " values (nextval('tsunagu_seq'), ?1, ?2, ?6, coalesce((select max(revision) from target"
                        + " where measure_id = ?1 and fiscal_year = ?2 and basis = ?6), 0) + 1, ?3, ?4, ?5)")
                .setParameter(1, measureId)
                .setParameter(2, entry.year().year())
                .setParameter(3, entry.value())
                .setParameter(4, entry.reason())
                .setParameter(5, Timestamp.from(clock.instant()))
                .setParameter(6, entry.basis().strip())
                .executeUpdate();
    }

    void addReported(long measureId, FigureEntry entry) {
        entityManager
                .createNativeQuery("insert into reported_figure (id, measure_id, fiscal_year, revision, value, source, reported_at)"
                        + " values (nextval('tsunagu_seq'), ?1, ?2, coalesce((select max(revision) from reported_figure"
                        + " where measure_id = ?1 and fiscal_year = ?2), 0) + 1, ?3, ?4, ?5)")
                .setParameter(1, measureId)
                .setParameter(2, entry.year().year())
                .setParameter(3, entry.value())
                .setParameter(4, entry.reason())
                .setParameter(5, Timestamp.from(clock.instant()))
                .executeUpdate();
    }
}
