package tsunagu.matching;

import java.util.List;
import tsunagu.search.Kind;

/**
 * A record that may fit, with everything its place in the list was made of.
 *
 * @param path of its page
 * @param by company, or ""
 * @param points null when the record states nothing that could be compared: then there is no score
 * @param possible the most there could be
 * @param missing mandatory ones first
 * @param why of a suggestion to somebody who has said nothing: last part of the text key "matching.default."; "" otherwise
 * @param done what the person has done with it already: last part of the text key "matching.deed."; "" for nothing
 */
public record Suggestion(
        Kind kind,
        String path,
        String title,
        String by,
        Integer points,
        int possible,
        List<Reason> fits,
        List<Reason> missing,
        List<Reason> unknown,
        String why,
        String done) {

    /**
     * One point.
     *
     * @param name of the criterion: last part of the text key "matching.point."
     * @param value what the record says about it; "" where the list does not know it
     * @param must mandatory
     * @param fill step of the profile where the person can say it; "" when it is the record that is silent
     */
    public record Reason(String name, String value, boolean must, String fill) {}

    Suggestion done(String what) {
        return new Suggestion(kind, path, title, by, points, possible, fits, missing, unknown, why, what);
    }

    /** Per cent: what suggestions are ranked by. */
    public int share() {
        return possible == 0 ? 0 : Math.round(100f * points / possible);
    }

    /** Something mandatory is missing. */
    public boolean lacks() {
        return missing.stream().anyMatch(Reason::must);
    }
}
