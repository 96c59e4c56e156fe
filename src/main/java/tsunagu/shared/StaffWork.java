package tsunagu.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What waits for the city's staff, by kind. Each room knows its own; the start page shows it, and a letter tells of it in the morning. */
public interface StaffWork {

    /** Kinds of which nothing waits are left out. */
    List<Waiting> staffWork();

    /**
     * One kind.
     *
     * @param text key of its name
     * @param about which of several of the kind, as people call it; "" where there is one only
     * @param count how many wait, at least 1
     * @param since when the oldest of them came
     * @param until the day of the nearest deadline; null: none
     * @param path where they are dealt with
     */
    record Waiting(String text, String about, int count, Instant since, LocalDate until, String path) {

        /** @param since of each that waits, in any order */
        public static List<Waiting> of(String text, String path, List<Instant> since) {
            return since.isEmpty()
                    ? List.of()
                    : List.of(new Waiting(
                            text,
                            "",
                            since.size(),
                            since.stream().min(Instant::compareTo).orElseThrow(),
                            null,
                            path));
        }

        /** @return nothing where nothing waits */
        public static List<Waiting> of(String text, String path, RoleWork.Waiting.Counted counted) {
            return counted.count() == 0
                    ? List.of()
                    : List.of(new Waiting(
                            text, "", Math.toIntExact(counted.count()), counted.since(), counted.until(), path));
        }
    }
}
