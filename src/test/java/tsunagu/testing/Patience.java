package tsunagu.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what comes by itself: a job of the portal, a letter, a page's own answer. */
public final class Patience {

    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Patience() {}

    /** Returns as soon as the condition holds. @param longest after which the test has failed: generous, since others work on the machine, too */
    public static void until(BooleanSupplier condition, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + longest.toSeconds() + " s");
            }
            try {
                Thread.sleep(BETWEEN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
