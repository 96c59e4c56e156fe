package tsunagu.scout;

import java.time.Instant;
import java.util.List;

/**
 * What a search was answered. The answer stands until its end, whatever happens: asking again tells nothing new.
 *
 * @param code of the search
 * @param atLeast so many fit; 0 when few do, or when the answer could be compared with earlier ones
 * @param candidates as many as {@code atLeast}, drawn by lot, in an order that says nothing
 */
public record ScoutAnswer(
        String code,
        ScoutConditions conditions,
        int atLeast,
        Instant searchedAt,
        Instant until,
        List<Candidate> candidates) {

    public boolean few() {
        return atLeast == 0;
    }
}
