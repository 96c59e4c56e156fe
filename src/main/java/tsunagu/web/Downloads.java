package tsunagu.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Files on their way out. Each is held in memory, up to three times, until its reader has taken it; readers that take a byte a minute would
 * fill the memory with a few dozen connections. So only so many are sent at once: 24 in all and eight to one network; whoever comes then waits
 * ten seconds for their turn. 24 files of 5 MB are 360 MB at worst, of the 1 GB the server has.
 */
@ApplicationScoped
class Downloads {

    static final int MOST = 24;
    static final int MOST_OF_NETWORK = 8;
    private static final long PATIENCE_SECONDS = 10;

    /** What answers with files out of the database, or made as a whole. */
    private static final Set<String> TARGETS = Set.of(
            "/internal/event-file",
            "/internal/application-file",
            "/internal/picture",
            "/internal/city-crest",
            "/internal/own-data",
            "/internal/paper",
            "/internal/event-papers",
            "/internal/official-records",
            "/internal/certificate");

    /** What waits whole in a file of the server until it is sent: it needs no memory, and so is not kept there once more. */
    private static final Set<String> FROM_FILES = Set.of("/internal/desk-file");

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition freed = lock.newCondition();
    private final Map<String, Integer> byNetwork = new HashMap<>();
    private int sent;

    static boolean isOne(Route route) {
        return TARGETS.contains(route.target()) || fromFile(route);
    }

    static boolean fromFile(Route route) {
        return FROM_FILES.contains(route.target());
    }

    /** @throws RefusedRequest when it is nobody's turn for ten seconds */
    void begin(String network) {
        long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        lock.lock();
        try {
            while (sent >= MOST || byNetwork.getOrDefault(network, 0) >= MOST_OF_NETWORK) {
                if (left <= 0) {
                    throw new RefusedRequest(Failure.UNAVAILABLE);
                }
                left = freed.awaitNanos(left);
            }
            sent++;
            byNetwork.merge(network, 1, Integer::sum);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedRequest(Failure.UNAVAILABLE);
        } finally {
            lock.unlock();
        }
    }

    void end(String network) {
        lock.lock();
        try {
            sent--;
            byNetwork.computeIfPresent(network, (key, count) -> count > 1 ? count - 1 : null);
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
