package tsunagu.job;

import java.util.Map;

/**
 * One number of how the installation is, of all nodes together (view {@code state_figure}).
 *
 * @param name last part of the text key "job.state."
 * @param value a count, or minutes where the name says so
 */
public record StateFigure(String name, long value) {

    /** What is still well, for those that can be bad; the alert rules in docker/watch have the same. */
    private static final Map<String, Long> MOST = Map.of(
            "letters_oldest_minutes", 30L,
            "letters_failed", 0L,
            "jobs_failing", 0L,
            "jobs_late_minutes", 15L,
            "sessions_oversold", 0L,
            "sign_ins_refused", 20L,
            "trail_unsealed", 10_000L);

    /** True where somebody should look. */
    public boolean bad() {
        return value > MOST.getOrDefault(name, Long.MAX_VALUE);
    }
}
