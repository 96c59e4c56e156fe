package tsunagu.posting.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

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

    void add(MinimumWage wage) {
        entityManager.persist(new MinimumWageRow(wage));
    }
}
