package tsunagu.meeting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who meets whom. */
final class Allocation {

    /** One meeting. */
    record Pair(long seeker, long table) {}

    private final Preferences preferences;
    private final Map<Long, Set<Long>> bySeeker = new HashMap<>();
    private final Map<Long, Set<Long>> byTable = new HashMap<>();

    Allocation(Preferences preferences) {
        this.preferences = preferences;
        preferences.seekers().forEach(each -> bySeeker.put(each.id(), new HashSet<>()));
        preferences.tables().forEach(each -> byTable.put(each.id(), new HashSet<>()));
    }

    /**
     * Student-proposing deferred acceptance: everybody asks in the order of their wishes, for as many as they may have at a time; a company keeps
     * the best it was asked by, as many as it has places, and may let go again whom it kept. What comes out leaves no two who would both
     * rather meet, and no other such outcome is better for the seekers as a side.
     */
    static Allocation deferred(Preferences preferences) {
        Allocation allocation = new Allocation(preferences);
        Map<Long, Integer> asked = new HashMap<>();
        Deque<Long> asking = new ArrayDeque<>();
        preferences.seekers().stream().map(Seeker::id).sorted().forEach(asking::add);
        while (!asking.isEmpty()) {
            Seeker seeker = preferences.seeker(asking.poll());
            while (allocation.of(seeker).size() < seeker.most()
                    && asked.getOrDefault(seeker.id(), 0) < seeker.ranks().size()) {
                long table = seeker.ranks().get(asked.merge(seeker.id(), 1, Integer::sum) - 1);
                if (!preferences.acceptable(seeker.id(), table)) {
                    continue;
                }
                allocation.add(seeker.id(), table);
                Table host = preferences.table(table);
                if (allocation.at(host).size() > host.most()) {
                    long refused = allocation.worst(host);
                    allocation.remove(refused, table);
                    if (refused != seeker.id()) {
                        asking.add(refused);
                    }
                }
            }
        }
        return allocation;
    }

    void add(long seeker, long table) {
        bySeeker.get(seeker).add(table);
        byTable.get(table).add(seeker);
    }

    void remove(long seeker, long table) {
        bySeeker.get(seeker).remove(table);
        byTable.get(table).remove(seeker);
    }

    boolean has(long seeker, long table) {
        return bySeeker.get(seeker).contains(table);
    }

    Set<Long> of(Seeker seeker) {
        return bySeeker.get(seeker.id());
    }

    Set<Long> at(Table table) {
        return byTable.get(table.id());
    }

    private long worst(Table table) {
        return at(table).stream()
                .max(Comparator.comparingLong(seeker -> preferences.tableRank(table.id(), seeker)))
                .orElseThrow();
    }

    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        bySeeker.forEach((seeker, tables) -> tables.forEach(table -> pairs.add(new Pair(seeker, table))));
        pairs.sort(Comparator.comparingLong(Pair::table).thenComparingLong(Pair::seeker));
        return pairs;
    }

    /**
     * Two who do not meet although both would rather: each has a place left, or somebody they would give up for the other. Empty is what is
     * promised; the certificate lists what is there.
     */
    List<Pair> blocking() {
        List<Pair> blocking = new ArrayList<>();
        for (Seeker seeker : preferences.seekers()) {
            for (long table : seeker.ranks()) {
                if (preferences.acceptable(seeker.id(), table)
                        && !has(seeker.id(), table)
                        && seekerWould(seeker, table)
                        && tableWould(preferences.table(table), seeker.id())) {
                    blocking.add(new Pair(seeker.id(), table));
                }
            }
        }
        return blocking;
    }

    private boolean seekerWould(Seeker seeker, long table) {
        return seeker.most() > 0
                && (of(seeker).size() < seeker.most()
                        || of(seeker).stream()
                                .anyMatch(has -> preferences.seekerRank(seeker.id(), has)
                                        > preferences.seekerRank(seeker.id(), table)));
    }

    private boolean tableWould(Table table, long seeker) {
        return table.most() > 0
                && (at(table).size() < table.most()
                        || at(table).stream()
                                .anyMatch(has -> preferences.tableRank(table.id(), has)
                                        > preferences.tableRank(table.id(), seeker)));
    }
}
