package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.shared.Allowances;
import tsunagu.shared.Limit;
import tsunagu.shared.Secrets;

/** What all nodes count together: another node is somebody who asks the database without this node's memory. */
@ArquillianTest
class LimitsEverywhereIT {

    @Inject
    private Allowances.Everywhere everywhere;

    @Inject
    private Allowances here;

    @Inject
    private UserTransaction transaction;

    @Test
    void what_other_nodes_let_through_counts_here() {
        String key = Secrets.token();
        for (int i = 0; i < Limit.SIGN_IN_ACCOUNT.most(); i++) {
            assertEquals(Duration.ZERO, everywhere.take(Limit.SIGN_IN_ACCOUNT, Secrets.digest(key)));
        }
        Duration wait = here.take(Limit.SIGN_IN_ACCOUNT, key);
        assertTrue(wait.toSeconds() > 0 && wait.compareTo(Duration.ofMinutes(1)) <= 0, wait.toString());
        everywhere.giveBack(Limit.SIGN_IN_ACCOUNT, Secrets.digest(key));
        assertEquals(Duration.ZERO, here.take(Limit.SIGN_IN_ACCOUNT, key));
    }

    /** Fails where asking and taking are two statements. */
    @Test
    void a_burst_at_all_nodes_gets_no_more_than_the_limit() throws Exception {
        String digest = Secrets.digest(Secrets.token());
        AtomicInteger got = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(12);
        for (int i = 0; i < 36; i++) {
            threads.submit(() -> {
                start.await();
                if (everywhere.take(Limit.CONFIRM_ACCOUNT, digest).isZero()) {
                    got.incrementAndGet();
                }
                return null;
            });
        }
        start.countDown();
        threads.shutdown();
        assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS));
        assertEquals(Limit.CONFIRM_ACCOUNT.most(), got.get());
    }

    /** A wrong password takes its transaction back; the try that it was stays. */
    @Test
    void a_try_outlives_the_transaction_it_was_made_in() throws Exception {
        String digest = Secrets.digest(Secrets.token());
        for (int i = 0; i < Limit.SECOND_FACTOR.most(); i++) {
            transaction.begin();
            assertEquals(Duration.ZERO, everywhere.take(Limit.SECOND_FACTOR, digest));
            transaction.rollback();
        }
        assertFalse(everywhere.take(Limit.SECOND_FACTOR, digest).isZero());
    }
}
