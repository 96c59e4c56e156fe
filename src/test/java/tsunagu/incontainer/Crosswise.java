package tsunagu.incontainer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** What no use case may do. */
@ApplicationScoped
@Transactional
public class Crosswise {

    @Inject
    private Locks locks;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    /** Two of these, each the other way round, wait for each other, until the database ends one. */
    @UseCase(allow = Role.STAFF)
    public Void rows(CountDownLatch both, long first, long second) {
        touch(first);
        both.countDown();
        try {
            both.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        touch(second);
        return null;
    }

    private void touch(long person) {
        entityManager
                .createNativeQuery("update person set version = version + 1 where id = ?")
                .setParameter(1, person)
                .executeUpdate();
    }

    @UseCase(allow = Role.STAFF)
    public Void locks(Lock first, long firstId, Lock second, long secondId) {
        locks.hold(first, firstId);
        locks.hold(second, secondId);
        return null;
    }
}
