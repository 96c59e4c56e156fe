package tsunagu.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
                .getSingleResult();
    }
}
