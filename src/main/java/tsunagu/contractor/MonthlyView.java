package tsunagu.contractor;

import java.time.YearMonth;
import java.util.Map;

/**
 * A month as it was last reported.
 *
 * @param numbers only what was reported: what is missing is not zero
 * @param revisions how often something of the month was changed after the first report
 */
public record MonthlyView(YearMonth month, Map<MonthlyKind, Integer> numbers, String source, int revisions) {}
