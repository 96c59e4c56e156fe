package tsunagu.posting.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The dated table as stored. */
@ApplicationScoped
class MinimumWageRepository {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /** By name, the newest first. */
    List<MinimumWage> all() {
        return entityManager
                .createQuery("select w from MinimumWageRow w order by w.name, w.validFrom desc", MinimumWageRow.class)
                .getResultStream()
                .map(MinimumWageRow::wage)
                .toList();
    }

    /** In the same order. */
    List<EnteredWage> entered(Instant now) {
        return entityManager
                .createQuery("select w from MinimumWageRow w order by w.name, w.validFrom desc", MinimumWageRow.class)
                .getResultStream()
                .map(row -> row.entered(now))
                .toList();
    }

    /** @param enteredAt null for what came with the portal */
    void add(MinimumWage wage, Instant enteredAt) {
        entityManager.persist(new MinimumWageRow(wage, enteredAt));
    }

    Optional<MinimumWageRow> find(long id) {
        return Optional.ofNullable(entityManager.find(MinimumWageRow.class, id));
    }

    void remove(MinimumWageRow row) {
        entityManager.remove(row);
    }
}
