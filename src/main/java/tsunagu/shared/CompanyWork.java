package tsunagu.shared;

import java.time.Instant;
import java.util.List;

/** What waits for the company that acts, or what it would do next. Each room knows its own; the company's start page shows it. */
public interface CompanyWork {

    /** Kinds of which nothing waits are left out. */
    List<Step> companyWork();

    /**
     * One kind.
     *
     * @param urgency people who wait first
     * @param text key of its sentence
     * @param count its {0}
     * @param since when the oldest came; null: nobody waits for it
     * @param until when the nearest is too late; null: never
     * @param path where it is done
     */
    record Step(Urgency urgency, String text, long count, Instant since, Instant until, String path) {

        /** @param since when each of those that wait came, in any order */
        public static List<Step> of(Urgency urgency, String text, List<Instant> since, String path) {
            return since.isEmpty()
                    ? List.of()
                    : List.of(new Step(
                            urgency,
                            text,
                            since.size(),
                            since.stream().min(Instant::compareTo).orElseThrow(),
                            null,
                            path));
        }

        /** @return nothing when nobody and nothing waits */
        public static List<Step> of(Urgency urgency, String text, long count, String path) {
            return count == 0 ? List.of() : List.of(new Step(urgency, text, count, null, null, path));
        }
    }

    /** In this order. */
    enum Urgency {
        SOMEBODY_WAITS,
        THE_CITY_WAITS,
        SOON,
        SOME_DAY
    }
}
