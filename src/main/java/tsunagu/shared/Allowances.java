package tsunagu.shared;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who has done how much of what is limited ({@link Limit}). Taking and asking are one step: parallel tries get no more than the limit
 * says. This node's memory is asked first, and where it agrees and the limit is one of all nodes, the database ({@link Everywhere}): a
 * flood costs the database no more than what the limit lets through. What is remembered is bounded in bytes, whatever strangers
 * send: a digest of the key and a bucket, about 300 bytes, at most 50,000 for each limit; who has been away longest is forgotten.
 */
@ApplicationScoped
public class Allowances {

    static final int REMEMBERED = 50_000;

    private final Map<Limit, Map<String, Bucket>> buckets = new EnumMap<>(Limit.class);

    /** Null outside of the container: then this node is the only one. */
    @Inject
    private Everywhere everywhere;

    /** The same for all nodes together. What is taken or given back stays so, whatever becomes of the caller's transaction. */
    public interface Everywhere {

        /** @return as {@link Allowances#take} */
        Duration take(Limit limit, String digest);

        void giveBack(Limit limit, String digest);
    }

    public Allowances() {
        for (Limit limit : Limit.values()) {
            buckets.put(limit, new Remembered());
        }
    }

    /**
     * Takes one.
     *
     * @param key whose it is: an address, a number, a network; of any length
     * @return zero when it was taken, otherwise how long to wait; then nothing was
     */
    public Duration take(Limit limit, String key) {
        String digest = Secrets.digest(key);
        Duration here = takeHere(limit, digest);
        if (!here.isZero() || everywhere == null || !limit.everywhere()) {
            return here;
        }
        return everywhere.take(limit, digest);
    }

    private synchronized Duration takeHere(Limit limit, String digest) {
        Bucket bucket = buckets.get(limit).computeIfAbsent(digest, key -> Bucket.builder()
                .addLimit(each -> each.capacity(limit.most()).refillGreedy(limit.refill(), limit.per()))
                .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** What was taken was not used up: a right password is no guess. */
    public void giveBack(Limit limit, String key) {
        String digest = Secrets.digest(key);
        giveBackHere(limit, digest);
        if (everywhere != null && limit.everywhere()) {
            everywhere.giveBack(limit, digest);
        }
    }

    private synchronized void giveBackHere(Limit limit, String digest) {
        Bucket bucket = buckets.get(limit).get(digest);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /** @throws DomainException with the minutes to wait when there is none left */
    public void require(Limit limit, String key) {
        Duration wait = take(limit, key);
        if (!wait.isZero()) {
            throw new DomainException("web.error.tooOften", wait.toMinutes() + 1);
        }
    }

    int remembered(Limit limit) {
        return buckets.get(limit).size();
    }

    private static final class Remembered extends LinkedHashMap<String, Bucket> {

        private static final long serialVersionUID = 1L;

        private Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    }
}
