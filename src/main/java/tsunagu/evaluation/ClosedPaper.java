package tsunagu.evaluation;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * A paper as it was when its year was closed.
 *
 * @param seq number of the closing in the chain
 * @param changed programmes of the year were opened, or approved anew, since: the paper says what it said, and that it is being corrected
 */
public record ClosedPaper(long seq, String hash, Instant at, JsonObject content, boolean changed) {}
