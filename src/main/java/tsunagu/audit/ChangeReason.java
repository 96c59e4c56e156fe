package tsunagu.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;

/** Says why the rest of this transaction happens; every audit row of the transaction carries it. */
@ApplicationScoped
public class ChangeReason {

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    public void because(String reason) {
        entityManager
                .createNativeQuery("select set_config('tsunagu.reason', ?, true)")
                .setParameter(1, reason)
                // Writes nothing of the transaction first: a change made before the reason was said would go into the
                // trail without it.
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
    }
}
