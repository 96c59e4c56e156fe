package tsunagu.account;

import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows guessing down: five failures for one address are free, then one try a minute; from one
 * network a hundred failures in ten minutes. Who keeps failing for
 * somebody else slows that person down, too. Kept in this node's memory, so a second node doubles the numbers.
 */
@ApplicationScoped
public class SignInThrottle {

    private static final int REMEMBERED = 50_000;

    private final Map<String, Bucket> perAddress = remembered();
    private final Map<String, Bucket> perNetwork = remembered();

    /** @return how long to wait before the next try; zero when it may be made now */
    public synchronized Duration wait(String email, String network) {
        return longer(pause(address(email)), pause(network(network)));
    }

    /** A try failed: it is taken from both allowances. */
    public synchronized void failed(String email, String network) {
        address(email).tryConsume(1);
        network(network).tryConsume(1);
    }

    private Bucket address(String email) {
        return perAddress.computeIfAbsent(email.strip().toLowerCase(Locale.ROOT), key -> Bucket.builder()
                .addLimit(limit -> limit.capacity(5).refillGreedy(1, Duration.ofMinutes(1)))
                .build());
    }

    private Bucket network(String network) {
        return perNetwork.computeIfAbsent(network, key -> Bucket.builder()
                .addLimit(limit -> limit.capacity(100).refillGreedy(100, Duration.ofMinutes(10)))
                .build());
    }

    private static Duration pause(Bucket bucket) {
        var estimate = bucket.estimateAbilityToConsume(1);
        return estimate.canBeConsumed() ? Duration.ZERO : Duration.ofNanos(estimate.getNanosToWaitForRefill());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Map<String, Bucket> remembered() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
