package tsunagu.company;

import java.time.Instant;

/**
 * How many persons a company has hired in a fiscal year.
 *
 * @param graduates of {@code hired}, new graduates
 * @param fromCity of {@code hired}, from homes or schools in the city
 * @param answeredAt null while it is being entered
 */
public record HiringCount(Integer hired, Integer graduates, Integer fromCity, String note, Instant answeredAt) {

    /** What was answered, whenever. */
    HiringCount whenever() {
        return new HiringCount(hired, graduates, fromCity, note, null);
    }
}
