package tsunagu.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.Locks;

/**
 * Locks of PostgreSQL. Rows are locked {@code for no key update}: a row that refers to a locked one (an attendance to its
 * session) can still be inserted by others, which {@code for update} would forbid.
 *
 * <p>A lock out of order is taken all the same and logged as a warning with its stack: a deadlock it may lead to is answered by
 * {@link RepeatedUseCase}. With TSUNAGU_LOCKS_STRICT=true in the environment, as in the
 * tests, it is an error.
 */
@ApplicationScoped
class RowLocks implements Locks {

    private static final Logger LOG = Logger.getLogger(RowLocks.class.getName());

    /** First key of the two that name an advisory lock: so that no other use of advisory locks meets ours. */
    private static final int ADVISORY = 7340;

    @PersistenceContext(unitName = "tsunagu")
    private EntityManager entityManager;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** @param key number of a row, or a name */
    private record Held(Lock lock, String key) implements Comparable<Held> {

        static Held row(Lock lock, long id) {
            // Padded, so that text is ordered as the numbers are.
            return new Held(lock, String.format("%019d", id));
        }

        @Override
        public int compareTo(Held other) {
            int kinds = lock.compareTo(other.lock);
            return kinds != 0 ? kinds : key.compareTo(other.key);
        }
    }

    @Override
    public void hold(Lock lock, long... ids) {
        Arrays.stream(ids).sorted().distinct().forEach(id -> row(lock, id, "for no key update"));
    }

    @Override
    public void hold(Lock lock, String name) {
        if (fresh(new Held(lock, name))) {
            entityManager
                    .createNativeQuery("select cast(pg_advisory_xact_lock(?, hashtext(?)) as text)")
                    .setParameter(1, ADVISORY + lock.ordinal())
                    .setParameter(2, name)
                    .getSingleResult();
        }
    }

    @Override
    public void share(Lock lock, long id) {
        row(lock, id, "for share");
    }

    private void row(Lock lock, long id, String strength) {
        if (fresh(Held.row(lock, id))) {
            entityManager
                    .createNativeQuery("select id from " + lock.table() + " where id = ? " + strength)
                    .setParameter(1, id)
                    .getResultList();
        }
    }

    @Override
    public <T> T fresh(T record) {
        entityManager.flush();
        entityManager.refresh(record);
        return record;
    }

    /** Keeps what this transaction holds. @return false when it is held already */
    private boolean fresh(Held wanted) {
        @SuppressWarnings("unchecked")
        TreeSet<Held> held = (TreeSet<Held>) transaction.getResource(RowLocks.class);
        if (held == null) {
            held = new TreeSet<>();
            transaction.putResource(RowLocks.class, held);
        }
        Set<Held> later = held.tailSet(wanted, false);
        if (!held.contains(wanted) && !later.isEmpty()) {
            outOfOrder(wanted, held);
        }
        return held.add(wanted);
    }

    private static void outOfOrder(Held wanted, Set<Held> held) {
        IllegalStateException why = new IllegalStateException("lock order: " + wanted + " after " + held);
        if ("true".equals(System.getenv("TSUNAGU_LOCKS_STRICT"))) {
            throw why;
        }
        LOG.log(Level.WARNING, "A lock is taken out of order", why);
    }
}
