package tsunagu.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tsunagu.meeting.Allocation.Pair;

/** What is allocated leaves no two who would both rather meet. */
class AllocationTest {

    private static final int DRAWS = 10_000;

    @Test
    void ten_thousand_drawn_fairs_are_stable_and_keep_to_what_was_said() {
        int meetings = 0;
        for (int seed = 0; seed < DRAWS; seed++) {
            Random dice = new Random(seed);
            Preferences preferences = Draws.fair(dice, 1 + dice.nextInt(12), 1 + dice.nextInt(6), 4, false, false);
            Allocation allocation = Allocation.deferred(preferences);
            assertThat(allocation.blocking()).as("seed %d", seed).isEmpty();
            for (Pair pair : allocation.pairs()) {
                assertThat(preferences.acceptable(pair.seeker(), pair.table()))
                        .as("seed %d", seed)
                        .isTrue();
            }
            preferences.seekers().forEach(each -> assertThat(allocation.of(each))
                    .hasSizeLessThanOrEqualTo(each.most()));
            preferences.tables().forEach(each -> assertThat(allocation.at(each)).hasSizeLessThanOrEqualTo(each.most()));
            meetings += allocation.pairs().size();
        }
        assertThat(meetings).isGreaterThan(DRAWS);
    }

    /** Of all stable outcomes, found by trying every one, each person has the best they have in any. */
    @Test
    void with_one_meeting_each_nobody_does_better_in_any_other_stable_outcome() {
        int several = 0;
        for (int seed = 0; seed < 600; seed++) {
            Random dice = new Random(seed);
            Preferences preferences = seed % 2 == 0
                    ? Draws.fair(dice, 2 + dice.nextInt(4), 2 + dice.nextInt(2), 3, true, false)
                    : Draws.dense(dice, 3 + dice.nextInt(2));
            Allocation ours = Allocation.deferred(preferences);
            List<Allocation> stable = all(preferences).stream()
                    .filter(each -> each.blocking().isEmpty())
                    .toList();
            assertThat(stable).as("seed %d", seed).isNotEmpty();
            several += stable.size() > 1 ? 1 : 0;
            for (Allocation other : stable) {
                for (Seeker seeker : preferences.seekers()) {
                    assertThat(rank(preferences, ours, seeker))
                            .as("seed %d seeker %d", seed, seeker.id())
                            .isLessThanOrEqualTo(rank(preferences, other, seeker));
                }
            }
        }
        assertThat(several).as("fairs with more than one stable outcome").isGreaterThan(10);
    }

    /** The rule that gives first wishes first: a control that the search for blocking pairs finds some where there are some. */
    @Test
    void the_boston_rule_is_caught() {
        int unstable = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Random dice = new Random(seed);
            Preferences preferences = Draws.fair(dice, 6, 3, 3, true, false);
            unstable += boston(preferences).blocking().isEmpty() ? 0 : 1;
        }
        assertThat(unstable).as("of 1000").isGreaterThan(50);
    }

    /** Nobody gains by naming another company first. */
    @Test
    void with_one_meeting_each_honest_wishes_are_the_best_ones() {
        for (int seed = 0; seed < 300; seed++) {
            Random dice = new Random(seed);
            Preferences honest = Draws.fair(dice, 5, 3, 3, true, false);
            Allocation told = Allocation.deferred(honest);
            for (Seeker seeker : honest.seekers()) {
                if (seeker.ranks().size() < 2) {
                    continue;
                }
                List<Long> other = new ArrayList<>(seeker.ranks());
                java.util.Collections.shuffle(other, dice);
                List<Seeker> all = new ArrayList<>(honest.seekers());
                all.replaceAll(each -> each.id() == seeker.id() ? new Seeker(each.id(), other, 1, Set.of()) : each);
                Preferences lie = new Preferences(all, honest.tables(), honest.lots());
                Allocation lied = Allocation.deferred(lie);
                int got = lied.of(seeker).isEmpty()
                        ? Integer.MAX_VALUE
                        : honest.seekerRank(
                                seeker.id(), lied.of(seeker).iterator().next());
                assertThat(rank(honest, told, seeker)).as("seed %d", seed).isLessThanOrEqualTo(got);
            }
        }
    }

    @Test
    void the_lots_can_be_drawn_again_by_everybody() {
        Lots one = Lots.drawn("2026-11-24 fair", List.of(1L, 2L, 3L, 4L, 5L));
        Lots again = Lots.drawn("2026-11-24 fair", List.of(5L, 4L, 3L, 2L, 1L));
        for (long id = 1; id <= 5; id++) {
            assertThat(one.of(id)).isEqualTo(again.of(id)).isBetween(1, 5);
        }
        // echo -n abc | sha256sum
        assertThat(Lots.sha256("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static int rank(Preferences preferences, Allocation allocation, Seeker seeker) {
        return allocation.of(seeker).isEmpty()
                ? Integer.MAX_VALUE
                : preferences.seekerRank(
                        seeker.id(), allocation.of(seeker).iterator().next());
    }

    /** Every outcome in which everybody has at most one acceptable meeting and every company at most its number. */
    private static List<Allocation> all(Preferences preferences) {
        List<Allocation> all = new ArrayList<>();
        choose(preferences, new ArrayList<>(preferences.seekers()), 0, new HashMap<>(), all);
        return all;
    }

    private static void choose(
            Preferences preferences, List<Seeker> seekers, int next, Map<Long, Long> chosen, List<Allocation> all) {
        if (next == seekers.size()) {
            Allocation allocation = new Allocation(preferences);
            chosen.forEach(allocation::add);
            all.add(allocation);
            return;
        }
        Seeker seeker = seekers.get(next);
        choose(preferences, seekers, next + 1, chosen, all);
        for (Table table : preferences.tables()) {
            long taken =
                    chosen.values().stream().filter(each -> each == table.id()).count();
            if (preferences.acceptable(seeker.id(), table.id()) && taken < table.most()) {
                chosen.put(seeker.id(), table.id());
                choose(preferences, seekers, next + 1, chosen, all);
                chosen.remove(seeker.id());
            }
        }
    }

    private static Allocation boston(Preferences preferences) {
        Allocation allocation = new Allocation(preferences);
        for (int round = 0; round < 3; round++) {
            for (Table table : preferences.tables()) {
                int wish = round;
                preferences.seekers().stream()
                        .filter(each -> allocation.of(each).isEmpty()
                                && each.ranks().size() > wish
                                && each.ranks().get(wish) == table.id()
                                && preferences.acceptable(each.id(), table.id()))
                        .sorted(java.util.Comparator.comparingLong(
                                each -> preferences.tableRank(table.id(), each.id())))
                        .limit(Math.max(0, table.most() - allocation.at(table).size()))
                        .toList()
                        .forEach(each -> allocation.add(each.id(), table.id()));
            }
        }
        return allocation;
    }
}
