package tsunagu.meeting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Drawn fairs. */
final class Draws {

    private Draws() {}

    /** @param single everybody has one meeting */
    static Preferences fair(Random dice, int seekers, int tables, int slots, boolean single, boolean breaks) {
        List<Long> people = LongStream.rangeClosed(1, seekers).boxed().toList();
        List<Long> companies = LongStream.rangeClosed(1, tables)
                .map(each -> 1000 + each)
                .boxed()
                .toList();
        List<Seeker> wants = new ArrayList<>();
        for (long each : people) {
            wants.add(new Seeker(
                    each,
                    some(dice, companies),
                    single ? 1 : 1 + dice.nextInt(Math.min(3, slots)),
                    breaks ? away(dice, slots) : Set.of()));
        }
        List<Table> hosts = new ArrayList<>();
        for (long each : companies) {
            List<Long> ranks = some(dice, people);
            Set<Long> accepts = new HashSet<>(ranks);
            people.stream().filter(person -> dice.nextInt(3) > 0).forEach(accepts::add);
            List<Long> named = ranks.subList(0, dice.nextInt(ranks.size() + 1));
            int panels = 1 + dice.nextInt(2);
            Set<Integer> closed = breaks ? away(dice, slots) : Set.of();
            int most = Math.min(panels * (slots - closed.size()), 1 + dice.nextInt(3));
            hosts.add(new Table(each, named, accepts, panels, closed, most));
        }
        return new Preferences(wants, hosts, Lots.drawn("seed " + dice.nextInt(), people));
    }

    /** Everybody ranks everybody, one meeting each: the fairs in which it matters whose best outcome is taken. */
    static Preferences dense(Random dice, int many) {
        List<Long> people = LongStream.rangeClosed(1, many).boxed().toList();
        List<Long> companies =
                LongStream.rangeClosed(1, many).map(each -> 1000 + each).boxed().toList();
        List<Seeker> wants = people.stream()
                .map(each -> new Seeker(each, shuffled(dice, companies), 1, Set.of()))
                .toList();
        List<Table> hosts = companies.stream()
                .map(each -> new Table(each, shuffled(dice, people), Set.copyOf(people), 1, Set.of(), 1))
                .toList();
        return new Preferences(wants, hosts, Lots.drawn("dense", people));
    }

    private static List<Long> shuffled(Random dice, List<Long> all) {
        List<Long> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, dice);
        return shuffled;
    }

    private static List<Long> some(Random dice, List<Long> all) {
        return shuffled(dice, all).subList(0, dice.nextInt(all.size() + 1));
    }

    private static Set<Integer> away(Random dice, int slots) {
        Set<Integer> away = new HashSet<>();
        IntStream.range(0, slots).filter(slot -> dice.nextInt(5) == 0).forEach(away::add);
        return away;
    }
}
