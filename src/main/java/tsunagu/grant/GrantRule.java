package tsunagu.grant;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.ReferenceTable.Row;

/**
 * 交付要綱 of a programme as far as a decision can be held against it: reference/support/grant-rules.csv, with where each rule is
 * written. A programme that is not named there has no rule.
 *
 * @param ceiling yen for one decision; null for none
 * @param once how often one recipient may get it; null for any number
 * @param rounds 募集回 of a year; null where applications are taken all year
 */
public record GrantRule(String programmeId, Long ceiling, Once once, Integer rounds, String source) {

    /** How often one recipient may get the grant. */
    public enum Once {
        YEAR,
        EVER
    }

    private static final Map<String, GrantRule> RULES =
            ReferenceTable.read("/reference/support/grant-rules.csv").stream()
                    .map(GrantRule::of)
                    .collect(Collectors.toMap(GrantRule::programmeId, Function.identity()));

    static GrantRule of(String programmeId) {
        return RULES.getOrDefault(programmeId, new GrantRule(programmeId, null, null, null, ""));
    }

    private static GrantRule of(Row row) {
        return new GrantRule(
                row.text("programme_id"),
                row.integer("ceiling") == null ? null : row.integer("ceiling").longValue(),
                row.text("once") == null ? null : Once.valueOf(row.text("once")),
                row.integer("rounds"),
                row.textOrEmpty("source"));
    }
}
