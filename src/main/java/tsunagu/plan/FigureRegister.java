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

    private static final String NEXT = " coalesce((select max(revision) from %s where measure_id = ?1 and fiscal_year = ?2), 0) + 1";

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    void addTarget(long measureId, FigureEntry entry) {
        add(
                "insert into target (id, measure_id, fiscal_year, revision, value, reason, set_at)"
                        + " values (nextval('tsunagu_seq'), ?1, ?2," + NEXT.formatted("target") + ", ?3, ?4, ?5)",
                measureId,
                entry);
    }

    void addReported(long measureId, FigureEntry entry) {
        add(
                "insert into reported_figure (id, measure_id, fiscal_year, revision, value, source, reported_at)"
                        + " values (nextval('tsunagu_seq'), ?1, ?2," + NEXT.formatted("reported_figure")
                        + ", ?3, ?4, ?5)",
                measureId,
                entry);
    }

    private void add(String sql, long measureId, FigureEntry entry) {
        entityManager
                .createNativeQuery(sql)
                .setParameter(1, measureId)
                .setParameter(2, entry.year().year())
                .setParameter(3, entry.value())
                .setParameter(4, entry.reason())
                .setParameter(5, Timestamp.from(clock.instant()))
                .executeUpdate();
    }
}
