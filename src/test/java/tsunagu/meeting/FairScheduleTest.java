package tsunagu.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tsunagu.meeting.Allocation.Pair;
import tsunagu.meeting.SlotPlan.Placed;

/** A dropout changes only what it must, and every wish that is not fulfilled has a reason. */
class FairScheduleTest {

    @Test
    void who_stays_keeps_his_meetings_and_what_became_free_is_used() {
        int filled = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Random dice = new Random(seed);
            Preferences before = Draws.fair(dice, 8, 4, 4, false, true);
            FairSchedule.Outcome run = FairSchedule.run(before, 4);
            complete(before, run, "seed " + seed);
            if (run.placed().isEmpty()) {
                continue;
            }
            long gone =
                    run.placed().get(dice.nextInt(run.placed().size())).pair().seeker();
            List<Seeker> rest =
                    before.seekers().stream().filter(each -> each.id() != gone).toList();
            Preferences after = new Preferences(rest, before.tables(), before.lots());
            FairSchedule.Outcome change = FairSchedule.change(after, 4, run.placed());
            complete(after, change, "seed " + seed);
            List<Placed> kept = run.placed().stream()
                    .filter(each -> each.pair().seeker() != gone)
                    .toList();
            assertThat(change.placed()).as("seed %d", seed).containsAll(kept);
            assertThat(change.placed().stream().noneMatch(each -> each.pair().seeker() == gone))
                    .isTrue();
            Set<String> taken = new HashSet<>();
            for (Placed each : change.placed()) {
                Table table = after.table(each.pair().table());
                Seeker seeker = after.seeker(each.pair().seeker());
                assertThat(after.acceptable(seeker.id(), table.id())).isTrue();
                assertThat(table.closed()).doesNotContain(each.slot());
                assertThat(seeker.away()).doesNotContain(each.slot());
                assertThat(taken.add("s" + seeker.id() + " " + each.slot()))
                        .as("seed %d", seed)
                        .isTrue();
                assertThat(taken.add("t" + table.id() + "#" + each.panel() + " " + each.slot()))
                        .as("seed %d", seed)
                        .isTrue();
            }
            after.tables().forEach(table -> assertThat(change.placed().stream()
                            .filter(each -> each.pair().table() == table.id())
                            .count())
                    .isLessThanOrEqualTo(table.most()));
            filled += change.placed().size() - kept.size();
        }
        assertThat(filled).as("places that went to others").isGreaterThan(50);
    }

    private static void complete(Preferences preferences, FairSchedule.Outcome outcome, String which) {
        List<Pair> wishes = new ArrayList<>();
        preferences.seekers().forEach(seeker -> seeker.ranks()
                .forEach(table -> wishes.add(new Pair(seeker.id(), table))));
        Set<Pair> met =
                new HashSet<>(outcome.placed().stream().map(Placed::pair).toList());
        wishes.removeAll(met);
        assertThat(outcome.reasons().keySet()).as(which).containsExactlyInAnyOrderElementsOf(wishes);
    }
}
