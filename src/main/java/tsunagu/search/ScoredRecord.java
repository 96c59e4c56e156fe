package tsunagu.search;

import java.util.Map;

/**
 * A record as it was weighed: the outcomes are those its place in the order was made of, no more and no fewer.
 *
 * @param points weights of what fits; null when the record states nothing that could be compared
 * @param possible weights of all that was compared, the unknown included
 * @param outcomes by the criterion's name, in the order in which they were asked; a criterion that does not concern the record is not there
 */
public record ScoredRecord(SearchResult.Found found, Integer points, int possible, Map<String, Outcome> outcomes) {

    /** How a record stands to a criterion. */
    public enum Outcome {
        FITS,
        MISSING,
        UNKNOWN
    }
}
