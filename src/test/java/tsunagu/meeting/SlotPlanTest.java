package tsunagu.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tsunagu.meeting.Allocation.Pair;
import tsunagu.meeting.SlotPlan.Placed;

/** Nobody and no panel twice in a slot; without breaks everything that was allocated is placed. */
class SlotPlanTest {

    @Test
    void without_breaks_every_meeting_has_a_slot() {
        for (int seed = 0; seed < 2000; seed++) {
            Random dice = new Random(seed);
            int slots = 3 + dice.nextInt(3);
            Preferences preferences = Draws.fair(dice, 2 + dice.nextInt(14), 1 + dice.nextInt(6), slots, false, false);
            List<Pair> pairs = Allocation.deferred(preferences).pairs();
            SlotPlan.Plan plan = SlotPlan.of(preferences, slots, pairs, List.of());
            check(preferences, slots, pairs, plan, "seed " + seed);
            assertThat(plan.left()).as("seed %d", seed).isEmpty();
        }
    }

    /** With breaks it may be that no timetable is whole: then ours leaves no more than the best there is, for small fairs tried out. */
    @Test
    void with_breaks_as_many_are_placed_as_can_be() {
        int impossible = 0;
        int worse = 0;
        for (int seed = 0; seed < 600; seed++) {
            Random dice = new Random(seed);
            int slots = 2 + dice.nextInt(2);
            Preferences preferences = Draws.fair(dice, 2 + dice.nextInt(3), 1 + dice.nextInt(3), slots, false, true);
            List<Pair> pairs = Allocation.deferred(preferences).pairs();
            if (pairs.size() > 8) {
                continue;
            }
            SlotPlan.Plan plan = SlotPlan.of(preferences, slots, pairs, List.of());
            check(preferences, slots, pairs, plan, "seed " + seed);
            int best = best(preferences, slots, pairs, 0, new HashMap<>());
            impossible += best < pairs.size() ? 1 : 0;
            worse += plan.placed().size() < best ? 1 : 0;
        }
        assertThat(impossible)
                .as("fairs in which breaks forbid a whole timetable")
                .isGreaterThan(20);
        assertThat(worse).as("fairs in which more could have been placed").isZero();
    }

    @Test
    void what_is_pinned_stays_where_it_is() {
        for (int seed = 0; seed < 500; seed++) {
            Random dice = new Random(seed);
            Preferences preferences = Draws.fair(dice, 10, 4, 4, false, true);
            List<Pair> pairs = Allocation.deferred(preferences).pairs();
            List<Placed> placed = SlotPlan.of(preferences, 4, pairs, List.of()).placed();
            List<Placed> pinned =
                    placed.stream().filter(each -> dice.nextBoolean()).toList();
            SlotPlan.Plan again = SlotPlan.of(preferences, 4, pairs, pinned);
            check(preferences, 4, pairs, again, "seed " + seed);
            assertThat(again.placed()).as("seed %d", seed).containsAll(pinned);
        }
    }

    /** The size of a real fair, with the tightest quotas, panels and breaks. */
    @Test
    void five_hundred_people_and_seventy_companies_in_eight_slots_take_seconds() {
        Random dice = new Random(500);
        List<Long> people = LongStream.rangeClosed(1, 500).boxed().toList();
        List<Long> companies = LongStream.rangeClosed(1001, 1070).boxed().toList();
        List<Seeker> seekers = new ArrayList<>();
        for (long each : people) {
            List<Long> wishes = new ArrayList<>(companies);
            Collections.shuffle(wishes, dice);
            seekers.add(new Seeker(each, wishes.subList(0, 10), 6, dice.nextInt(6) == 0 ? Set.of(0, 1) : Set.of()));
        }
        List<Table> tables = new ArrayList<>();
        for (long each : companies) {
            int panels = each % 5 == 0 ? 3 : each % 3 == 0 ? 2 : 1;
            Set<Integer> closed = Set.of((int) (each % 8));
            List<Long> ranks = new ArrayList<>(people);
            Collections.shuffle(ranks, dice);
            tables.add(new Table(each, ranks.subList(0, 30), new HashSet<>(people), panels, closed, panels * 7));
        }
        long start = System.nanoTime();
        Preferences preferences = new Preferences(seekers, tables, Lots.drawn("fair", people));
        Allocation allocation = Allocation.deferred(preferences);
        SlotPlan.Plan plan = SlotPlan.of(preferences, 8, allocation.pairs(), List.of());
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(allocation.blocking()).isEmpty();
        check(preferences, 8, allocation.pairs(), plan, "the fair");
        System.out.printf(
                "500 people, 70 companies, 8 slots: %d meetings, %d without a slot, %.2f s%n",
                plan.placed().size(), plan.left().size(), seconds);
        assertThat(plan.left()).isEmpty();
        assertThat(seconds).isLessThan(10);
    }

    private static void check(Preferences preferences, int slots, List<Pair> pairs, SlotPlan.Plan plan, String which) {
        Set<String> taken = new HashSet<>();
        for (Placed each : plan.placed()) {
            assertThat(each.slot()).as(which).isBetween(0, slots - 1);
            assertThat(each.panel())
                    .as(which)
                    .isLessThan(preferences.table(each.pair().table()).panels());
            assertThat(preferences.seeker(each.pair().seeker()).away())
                    .as(which)
                    .doesNotContain(each.slot());
            assertThat(preferences.table(each.pair().table()).closed())
                    .as(which)
                    .doesNotContain(each.slot());
            assertThat(taken.add("s" + each.pair().seeker() + " " + each.slot()))
                    .as(which + " a person twice")
                    .isTrue();
            assertThat(taken.add("t" + each.pair().table() + "#" + each.panel() + " " + each.slot()))
                    .as(which + " a panel twice")
                    .isTrue();
        }
        List<Pair> all =
                new ArrayList<>(plan.placed().stream().map(Placed::pair).toList());
        all.addAll(plan.left());
        assertThat(all).as(which).containsExactlyInAnyOrderElementsOf(pairs);
    }

    /** The most that any timetable places. */
    private static int best(
            Preferences preferences, int slots, List<Pair> pairs, int next, Map<String, Integer> taken) {
        if (next == pairs.size()) {
            return 0;
        }
        Pair pair = pairs.get(next);
        int best = best(preferences, slots, pairs, next + 1, taken);
        for (int slot = 0; slot < slots; slot++) {
            String person = "s" + pair.seeker() + " " + slot;
            String table = "t" + pair.table() + " " + slot;
            if (preferences.seeker(pair.seeker()).away().contains(slot)
                    || preferences.table(pair.table()).closed().contains(slot)
                    || taken.getOrDefault(person, 0) > 0
                    || taken.getOrDefault(table, 0)
                            >= preferences.table(pair.table()).panels()) {
                continue;
            }
            taken.merge(person, 1, Integer::sum);
            taken.merge(table, 1, Integer::sum);
            best = Math.max(best, 1 + best(preferences, slots, pairs, next + 1, taken));
            taken.merge(person, -1, Integer::sum);
            taken.merge(table, -1, Integer::sum);
        }
        return best;
    }
}
