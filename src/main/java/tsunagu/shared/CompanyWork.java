package tsunagu.shared;

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
     * @param path where it is done
     */
    record Step(Urgency urgency, String text, long count, String path) {

        /** @return nothing when nobody and nothing waits */
        public static List<Step> of(Urgency urgency, String text, long count, String path) {
            return count == 0 ? List.of() : List.of(new Step(urgency, text, count, path));
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
