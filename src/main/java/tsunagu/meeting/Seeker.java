package tsunagu.meeting;

import java.util.List;
import java.util.Set;

/**
 * Who wants to meet companies.
 *
 * @param ranks companies, the most wanted first; those not named are not wanted
 * @param most meetings at most
 * @param away slots in which they are not there
 */
record Seeker(long id, List<Long> ranks, int most, Set<Integer> away) {

    Seeker {
        ranks = List.copyOf(ranks);
        away = Set.copyOf(away);
    }

    boolean wants(long booth) {
        return ranks.contains(booth);
    }
}
