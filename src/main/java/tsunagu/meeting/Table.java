package tsunagu.meeting;

import java.util.List;
import java.util.Set;

/**
 * A company at the fair.
 *
 * @param ranks seekers it named, the most wanted first; before all it did not name
 * @param accepts seekers that meet its conditions; those it ranks are among them
 * @param panels meetings it can hold at the same time
 * @param closed slots in which it holds none: its breaks
 * @param most meetings at most
 */
record Table(long id, List<Long> ranks, Set<Long> accepts, int panels, Set<Integer> closed, int most) {

    Table {
        ranks = List.copyOf(ranks);
        accepts = Set.copyOf(accepts);
        closed = Set.copyOf(closed);
    }
}
