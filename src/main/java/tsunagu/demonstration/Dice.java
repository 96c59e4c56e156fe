package tsunagu.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way for the same seed. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Both ends included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double share() {
        return random.nextDouble();
    }

    long seed() {
        return random.nextLong();
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> List<T> shuffled(List<T> choices) {
        List<T> rest = new ArrayList<>(choices);
        List<T> order = new ArrayList<>();
        while (!rest.isEmpty()) {
            order.add(rest.remove(random.nextInt(rest.size())));
        }
        return order;
    }
}
