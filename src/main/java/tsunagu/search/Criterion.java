package tsunagu.search;

import java.util.Set;

/**
 * One point of comparison between somebody and records.
 *
 * @param name under which the outcome is told
 * @param fitting tags with which a record fits
 * @param lacking tags with which it does not, whatever else it has; empty: every record that states something else does not fit
 * @param unstated tag of records that do not say; "" where silence means that nothing is asked
 * @param known false when it is the person who has not said: whatever the record states stays unknown
 * @param weight 0 to 5
 * @param must without it nothing else helps
 */
public record Criterion(
        String name,
        Set<String> fitting,
        Set<String> lacking,
        String unstated,
        boolean known,
        int weight,
        boolean must) {}
