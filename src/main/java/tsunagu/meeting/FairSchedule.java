package tsunagu.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.meeting.Allocation.Pair;
import tsunagu.meeting.SlotPlan.Placed;

/** A fair from wishes to timetable, and what becomes of it when somebody drops out. */
final class FairSchedule {

    private FairSchedule() {}

    /** @param reasons for every wish that was not fulfilled @param blocking empty, unless no time was found for somebody */
    record Outcome(List<Placed> placed, List<Pair> blocking, Map<Pair, Reason> reasons) {}

    static Outcome run(Preferences preferences, int slots) {
        Allocation allocation = Allocation.deferred(preferences);
        SlotPlan.Plan plan = SlotPlan.of(preferences, slots, allocation.pairs(), List.of());
        plan.left().forEach(each -> allocation.remove(each.seeker(), each.table()));
        return outcome(preferences, allocation, plan.placed(), new HashSet<>(plan.left()), Reason.NO_TIME);
    }

    /**
     * After somebody dropped out (they are not in the preferences any more): their meetings are gone, all others stay where they are. A place
     * that became free goes to who wants it and has time, in the company's order; nobody else notices anything.
     *
     * @param before the meetings that were published
     */
    static Outcome change(Preferences preferences, int slots, List<Placed> before) {
        Allocation allocation = new Allocation(preferences);
        List<Placed> placed = new ArrayList<>();
        List<Placed> freed = new ArrayList<>();
        Set<String> busy = new HashSet<>();
        for (Placed each : before) {
            boolean stays = preferences.seeker(each.pair().seeker()) != null
                    && preferences.table(each.pair().table()) != null;
            if (stays) {
                allocation.add(each.pair().seeker(), each.pair().table());
                placed.add(each);
                busy.add(each.pair().seeker() + " " + each.slot());
            } else if (preferences.table(each.pair().table()) != null) {
                freed.add(each);
            }
        }
        for (Placed free : freed) {
            Table table = preferences.table(free.pair().table());
            List<Placed> open = open(preferences, table, slots, placed, free);
            preferences.seekers().stream()
                    .filter(each -> preferences.acceptable(each.id(), table.id())
                            && !allocation.has(each.id(), table.id())
                            && allocation.of(each).size() < each.most())
                    .sorted(Comparator.comparingLong(each -> preferences.tableRank(table.id(), each.id())))
                    .flatMap(each -> open.stream()
                            .filter(place -> !each.away().contains(place.slot())
                                    && !busy.contains(each.id() + " " + place.slot()))
                            .limit(1)
                            .map(place -> new Placed(new Pair(each.id(), table.id()), place.slot(), place.panel())))
                    .findFirst()
                    .ifPresent(each -> {
                        allocation.add(each.pair().seeker(), table.id());
                        placed.add(each);
                        busy.add(each.pair().seeker() + " " + each.slot());
                    });
        }
        return outcome(preferences, allocation, placed, Set.of(), Reason.PINNED);
    }

    /** Where a company has room, the place that became free first. */
    private static List<Placed> open(
            Preferences preferences, Table table, int slots, List<Placed> placed, Placed freed) {
        Set<String> taken = new HashSet<>();
        placed.stream()
                .filter(each -> each.pair().table() == table.id())
                .forEach(each -> taken.add(each.slot() + "#" + each.panel()));
        List<Placed> open = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            for (int panel = 0; panel < table.panels(); panel++) {
                if (!table.closed().contains(slot) && !taken.contains(slot + "#" + panel)) {
                    open.add(new Placed(freed.pair(), slot, panel));
                }
            }
        }
        open.sort(Comparator.comparing((Placed each) -> each.slot() != freed.slot())
                .thenComparingInt(Placed::slot));
        return open;
    }

    /** @param because why two who would rather meet do not */
    private static Outcome outcome(
            Preferences preferences,
            Allocation allocation,
            List<Placed> placed,
            Set<Pair> withoutTime,
            Reason because) {
        Map<Pair, Reason> reasons = new LinkedHashMap<>();
        List<Pair> blocking = allocation.blocking();
        Set<Pair> rather = new HashSet<>(blocking);
        preferences.seekers().stream()
                .sorted(Comparator.comparingLong(Seeker::id))
                .forEach(seeker -> {
                    for (long table : seeker.ranks()) {
                        Pair pair = new Pair(seeker.id(), table);
                        if (preferences.table(table) == null || allocation.has(seeker.id(), table)) {
                            continue;
                        }
                        if (!preferences.acceptable(seeker.id(), table)) {
                            reasons.put(pair, Reason.CONDITIONS);
                        } else if (withoutTime.contains(pair)) {
                            reasons.put(pair, Reason.NO_TIME);
                        } else if (rather.contains(pair)) {
                            reasons.put(pair, because);
                        } else {
                            boolean enough = allocation.of(seeker).size() >= seeker.most()
                                    && allocation.of(seeker).stream()
                                            .allMatch(has -> preferences.seekerRank(seeker.id(), has)
                                                    < preferences.seekerRank(seeker.id(), table));
                            reasons.put(pair, enough ? Reason.ENOUGH : Reason.FULL);
                        }
                    }
                });
        return new Outcome(List.copyOf(placed), blocking, reasons);
    }
}
