package tsunagu.job;

import java.time.Instant;

/**
 * A long work as whoever began it sees it.
 *
 * @param about what it is done to, as the kind of work understands it
 * @param begunAt when it was asked for
 * @param done records of {@code total}; both 0 before the first was told
 * @param result records made; 0 until it is done
 * @param problem why it failed, as a sentence; "" otherwise
 * @param endedAt null while it is open
 */
public record LongWorkView(
        String code,
        String kind,
        String about,
        LongWorkState state,
        Instant begunAt,
        int done,
        int total,
        int result,
        String problem,
        Instant endedAt) {

    private static final int WHOLE = 100;

    /** 0 to 100. */
    public int percent() {
        return total == 0 ? 0 : (int) (WHOLE * (long) done / total);
    }
}
