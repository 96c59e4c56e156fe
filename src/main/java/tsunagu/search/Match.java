package tsunagu.search;

import java.util.List;
import java.util.function.Function;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * What answers to one word, and how well: as it was typed before what says the same, in a title before the duties before the rest; a
 * mark of that name is worth more than the same letters somewhere in the text.
 *
 * @param marked records that carry a mark of that name
 * @param parts of a word that nothing knows as a whole
 */
record Match(SearchQueries.Hits hits, RoaringBitmap marked, List<Match> parts) {

    private static final int HEADING = 100;
    private static final int MARK = 80;
    private static final int CORE = 60;
    private static final int REST = 30;
    private static final int ASIDE = 11;
    /** What says the same is worth a little less than the word itself. */
    private static final int WIDER = 10;
    /** A word that was taken apart. */
    private static final int IN_PARTS = 5;
    /** A mark that the text says, too. */
    private static final int SAID = 5;

    /** Every record that holds the word. */
    RoaringBitmap all() {
        return together(RoaringBitmap.or(hits.all(), marked), Match::all);
    }

    /** Those that are about it or carry the mark. */
    private RoaringBitmap about() {
        return together(RoaringBitmap.or(hits.about(), marked), Match::about);
    }

    private RoaringBitmap conditions() {
        return together(RoaringBitmap.or(hits.conditions(), marked), Match::conditions);
    }

    /**
     * What is listed for the word: those that are about it; where there are none, those whose conditions hold it; else all. What every
     * posting says somewhere (“no temporary work”, “may be moved to sales”) would hide the few that are meant.
     *
     * @param listed records that can be listed
     */
    RoaringBitmap best(RoaringBitmap listed) {
        for (RoaringBitmap these : List.of(about(), conditions())) {
            if (RoaringBitmap.intersects(these, listed)) {
                return these;
            }
        }
        return all();
    }

    private RoaringBitmap together(RoaringBitmap whole, Function<Match, RoaringBitmap> of) {
        if (!parts.isEmpty()) {
            whole.or(FastAggregation.and(parts.stream().map(of).toArray(RoaringBitmap[]::new)));
        }
        return whole;
    }

    /** How well a record answers, 0 when it does not. */
    int points(int no) {
        int points = Math.max(points(hits.itself(), no), points(hits.wider(), no) - WIDER);
        if (marked.contains(no)) {
            points = Math.max(points, MARK) + (points > 0 ? SAID : 0);
        }
        int together = parts.stream().mapToInt(part -> part.points(no)).min().orElse(0) - IN_PARTS;
        return Math.max(0, Math.max(points, together));
    }

    private static int points(SearchQueries.Holding holding, int no) {
        if (!holding.all().contains(no)) {
            return 0;
        }
        if (holding.inHeading().contains(no)) {
            return HEADING;
        }
        return holding.inCore().contains(no) ? CORE : holding.inRest().contains(no) ? REST : ASIDE;
    }
}
