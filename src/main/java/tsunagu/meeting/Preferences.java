package tsunagu.meeting;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What both sides said, made strict: where a company says nothing of two seekers, their lots decide. */
final class Preferences {

    private final Map<Long, Seeker> seekers;
    private final Map<Long, Table> tables;
    private final Map<Long, Map<Long, Integer>> seekerRanks = new HashMap<>();
    private final Map<Long, Map<Long, Integer>> tableRanks = new HashMap<>();
    private final Lots lots;

    Preferences(Collection<Seeker> seekers, Collection<Table> tables, Lots lots) {
        this.seekers = seekers.stream().collect(Collectors.toMap(Seeker::id, Function.identity()));
        this.tables = tables.stream().collect(Collectors.toMap(Table::id, Function.identity()));
        this.lots = lots;
        seekers.forEach(each -> seekerRanks.put(each.id(), places(each.ranks())));
        tables.forEach(each -> tableRanks.put(each.id(), places(each.ranks())));
    }

    private static Map<Long, Integer> places(Iterable<Long> ranks) {
        Map<Long, Integer> places = new HashMap<>();
        for (Long each : ranks) {
            places.putIfAbsent(each, places.size());
        }
        return places;
    }

    Collection<Seeker> seekers() {
        return seekers.values();
    }

    Collection<Table> tables() {
        return tables.values();
    }

    Lots lots() {
        return lots;
    }

    Seeker seeker(long id) {
        return seekers.get(id);
    }

    Table table(long id) {
        return tables.get(id);
    }

    /** Both would: the seeker named the company, and meets its conditions. */
    boolean acceptable(long seeker, long table) {
        return tables.containsKey(table)
                && seekerRanks.get(seeker).containsKey(table)
                && tables.get(table).accepts().contains(seeker);
    }

    /** The smaller, the more the seeker wants it. */
    int seekerRank(long seeker, long table) {
        return seekerRanks.get(seeker).get(table);
    }

    /** The smaller, the more the company wants them: those it named, then the others by their lots. */
    long tableRank(long table, long seeker) {
        Integer named = tableRanks.get(table).get(seeker);
        return named != null ? named : 1_000_000L + lots.of(seeker);
    }
}
