package tsunagu.grant;

/**
 * 交付要綱 of a programme as far as a decision can be held against it, with where the rule is written.
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

    /** A programme without a rule: everything may be decided. */
    static GrantRule none(String programmeId) {
        return new GrantRule(programmeId, null, null, null, "");
    }
}
