package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AllowancesTest {

    private final Allowances allowances = new Allowances();

    @Test
    void so_many_are_free_then_one_waits_and_others_do_not() {
        for (int i = 0; i < Limit.SIGN_IN_ACCOUNT.most(); i++) {
            assertThat(allowances.take(Limit.SIGN_IN_ACCOUNT, "a@example.jp")).isEqualTo(Duration.ZERO);
        }
        assertThat(allowances.take(Limit.SIGN_IN_ACCOUNT, "a@example.jp"))
                .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
        assertThat(allowances.take(Limit.SIGN_IN_ACCOUNT, "b@example.jp")).isEqualTo(Duration.ZERO);
        assertThat(allowances.take(Limit.CONFIRM_ACCOUNT, "a@example.jp")).isEqualTo(Duration.ZERO);
        assertThatThrownBy(() -> allowances.require(Limit.SIGN_IN_ACCOUNT, "a@example.jp"))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void what_was_right_was_no_guess() {
        for (int i = 0; i < 20; i++) {
            assertThat(allowances.take(Limit.SIGN_IN_ACCOUNT, "a@example.jp")).isEqualTo(Duration.ZERO);
            allowances.giveBack(Limit.SIGN_IN_ACCOUNT, "a@example.jp");
        }
    }

    /** Fails where asking and taking are two steps: then all sixty get through. */
    @Test
    void a_burst_of_parallel_tries_gets_no_more_than_the_limit() throws Exception {
        AtomicInteger got = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(60);
        for (int i = 0; i < 60; i++) {
            threads.submit(() -> {
                start.await();
                if (allowances.take(Limit.SIGN_IN_ACCOUNT, "victim@example.jp").isZero()) {
                    got.incrementAndGet();
                }
                return null;
            });
        }
        start.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(30, java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
        assertThat(got).hasValue(Limit.SIGN_IN_ACCOUNT.most());
    }

    /** Sixty-thousand addresses of 11 MB were what ended the portal. */
    @Test
    void what_is_remembered_is_bounded_whatever_is_sent() {
        String long1 = "x".repeat(1_000_000);
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 200; i++) {
            allowances.take(Limit.SIGN_IN_ACCOUNT, i + long1);
        }
        System.gc();
        assertThat(runtime.totalMemory() - runtime.freeMemory()).isLessThan(150L * 1024 * 1024);
        for (int i = 0; i < Allowances.REMEMBERED + 5_000; i++) {
            allowances.take(Limit.SIGN_IN_NETWORK, "network " + i);
        }
        assertThat(allowances.remembered(Limit.SIGN_IN_NETWORK)).isEqualTo(Allowances.REMEMBERED);
    }
}
