package tsunagu.shared;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * How long something about persons is kept, and what becomes of it then. One truth for three readers: the register of personal files prints
 * it, the dry run counts what is due by it, the nightly task does it. Immutable: each method gives another one.
 *
 * @param name last part of the text key "privacy.keep."
 * @param after how long; null where no day is set (until the person asks, or for good)
 * @param dues what is done; empty where no task ends it
 */
public record Keep(String name, Period after, List<Due> dues) {

    /**
     * What is due, in one table. Both halves are constants of the code.
     *
     * @param where of rows {@code t}: {@code :before} is the moment, {@code :day} the day that lies {@link Keep#after} back, {@code :days}
     *     its length for what is told by the database's own clock
     * @param set what says who it was is taken out, the row stays; "" when it goes as a whole
     */
    public record Due(String table, String where, String set) {

        public boolean deletes() {
            return set.isEmpty();
        }
    }

    /** Until the person takes it back or asks for deletion (わたしの情報). */
    public static final Keep UNTIL_ASKED = new Keep("until-asked", null, List.of());

    /** A row that figures count: it stays, and names nobody once the person is forgotten. */
    public static final Keep COUNTED = new Keep("counted", null, List.of());

    /** Papers of an official act, kept by the city's own rules for documents. */
    public static final Keep OFFICIAL = new Keep("official", null, List.of());

    /** Never deleted, and without names: account numbers and ids only. */
    public static final Keep TRAIL = new Keep("trail", null, List.of());

    /** As long as somebody does the work for which it is kept. */
    public static final Keep WHILE_ACTING = new Keep("while-acting", null, List.of());

    public Keep {
        dues = List.copyOf(dues);
    }

    public static Keep days(String name, int days) {
        return new Keep(name, Period.ofDays(days), List.of());
    }

    public static Keep years(String name, int years) {
        return new Keep(name, Period.ofYears(years), List.of());
    }

    public Keep delete(String table, String where) {
        return and(new Due(table, where, ""));
    }

    public Keep blank(String table, String set, String where) {
        return and(new Due(table, where, set));
    }

    private Keep and(Due due) {
        List<Due> all = new ArrayList<>(dues);
        all.add(due);
        return new Keep(name, after, all);
    }

    /** Whether the nightly task ends it. */
    public boolean ends() {
        return !dues.isEmpty();
    }
}
