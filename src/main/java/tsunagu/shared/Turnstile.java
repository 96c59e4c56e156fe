package tsunagu.shared;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets a few at a time do work that costs memory. The others wait in line, in the order they came; who would make the line too
 * long, or has waited too long, is told to come again. Because places and line are both bounded, what goes through costs at most
 * places times the cost of one, and it holds at most places and line threads.
 */
public final class Turnstile {

    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int longestLine;
    private final Duration patience;

    public Turnstile(int places, int longestLine, Duration patience) {
        this.places = new Semaphore(places, true);
        this.longestLine = longestLine;
        this.patience = patience;
    }

    /** @throws DomainException when there is no place within the time, or the line is full */
    public <T> T pass(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void enter() {
        if (waiting.incrementAndGet() > longestLine) {
            waiting.decrementAndGet();
            throw new DomainException("web.error.fileBusy");
        }
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DomainException("web.error.fileBusy");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DomainException("web.error.fileBusy");
        } finally {
            waiting.decrementAndGet();
        }
    }
}
