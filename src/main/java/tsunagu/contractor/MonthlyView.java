package tsunagu.contractor;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A month as it was last reported.
 *
 * @param numbers only what was reported: what is missing is not zero
 * @param takenBack why, of the numbers that were taken back
 * @param revisions how often something of the month was changed after the first report
 * @param waiting numbers that the city has not released; they are counted nowhere
 */
public record MonthlyView(
        YearMonth month,
        Map<MonthlyKind, Integer> numbers,
        Map<MonthlyKind, String> takenBack,
        String source,
        int revisions,
        List<Waiting> waiting) {

    /**
     * A number that waits.
     *
     * @param quantity null: the one that stands is taken back
     * @param standing what is counted until it is released; null for none
     */
    public record Waiting(long id, MonthlyKind kind, Integer quantity, Integer standing) {}

    /** Which numbers wait, in one word: what is released is what was seen. */
    public String stamp() {
        return waiting.stream().map(each -> String.valueOf(each.id())).collect(Collectors.joining(" "));
    }

    public boolean waits(MonthlyKind kind) {
        return waiting.stream().anyMatch(each -> each.kind() == kind);
    }
}
