package tsunagu.shared;

import java.time.Instant;
import java.util.List;

/** What waits for the city's staff, by kind. Each room knows its own; the start page shows it, and a letter tells of it in the morning. */
public interface StaffWork {

    /** Kinds of which nothing waits are left out. */
    List<Waiting> staffWork();

    /**
     * One kind.
     *
     * @param text key of its name
     * @param count how many wait, at least 1
     * @param since when the oldest of them came
     * @param path where they are dealt with
     */
    record Waiting(String text, int count, Instant since, String path) {

        /** @param since of each that waits, in any order */
        public static List<Waiting> of(String text, String path, List<Instant> since) {
            return since.isEmpty()
                    ? List.of()
                    : List.of(new Waiting(
                            text,
                            since.size(),
                            since.stream().min(Instant::compareTo).orElseThrow(),
                            path));
        }
    }
}
