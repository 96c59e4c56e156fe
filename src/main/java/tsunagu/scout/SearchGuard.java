package tsunagu.scout;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Answers a company's search so that comparing its answers tells nothing of fewer than {@link #FEW} people.
 *
 * <p>The answers a company was given cut the people it was shown into parts: those who were in the same answers are one part. A new
 * answer takes a part as a whole, or cuts it where both pieces have enough people, or leaves it out; people never shown before come in
 * together, when they are enough. So whatever is put together from answers by union, intersection and difference is empty or has enough
 * people. Who is left out is left out silently: an answer says that at least so many fit, never that no more do.
 */
final class SearchGuard {

    /** Fewer people than this are not told of. */
    static final int FEW = 5;

    /** Who says more than this fits nearly every search: they are found, but do not count towards {@link #FEW}. */
    static final int MOST_SAID = 12;

    /** What is told instead of a number, and how many are shown. */
    private static final List<Integer> STEPS = List.of(40, 20, 10, FEW);

    private final Map<Long, Set<String>> findable;
    private final Map<Long, Seen> seen = new HashMap<>();

    /** The part a person is in. @param said of what was asked for: why they were shown */
    record Seen(long part, Set<String> said) {}

    /**
     * @param people who may be shown
     * @param parts of these people from now on
     */
    record Answer(Set<Long> people, Map<Long, Seen> parts, int atLeast) {}

    /**
     * @param findable who can be found at all, and what they say
     * @param before parts by the company's earlier answers; who has taken back what they were shown for counts as somebody else now
     */
    SearchGuard(Map<Long, Set<String>> findable, Map<Long, Seen> before) {
        this.findable = findable;
        before.forEach((person, part) -> {
            if (findable.containsKey(person) && findable.get(person).containsAll(part.said())) {
                seen.put(person, part);
            }
        });
    }

    /** Codes that enough people say; nothing else can be asked for. */
    static ScoutConditions offered(Collection<Set<String>> people) {
        Map<String, Integer> counts = new HashMap<>();
        people.stream()
                .filter(SearchGuard::counts)
                .forEach(said -> said.forEach(each -> counts.merge(each, 1, Integer::sum)));
        counts.values().removeIf(count -> count < FEW);
        return ScoutConditions.of(counts.keySet());
    }

    /** Whoever was in an earlier answer and is there no more: nothing of them is kept. */
    boolean keeps(long person) {
        return seen.containsKey(person);
    }

    Answer answer(ScoutConditions conditions) {
        Map<Long, Set<Long>> parts = new TreeMap<>();
        seen.forEach((person, part) ->
                parts.computeIfAbsent(part.part(), key -> new HashSet<>()).add(person));
        long next = parts.keySet().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
        Set<Long> shown = new HashSet<>();
        Map<Long, Seen> changed = new HashMap<>();
        Set<Long> newcomers = new HashSet<>(findable.keySet());
        newcomers.removeAll(seen.keySet());
        newcomers.removeIf(person -> !conditions.fit(findable.get(person)));
        if (enough(newcomers)) {
            shown.addAll(newcomers);
            put(newcomers, next++, conditions, changed);
        }
        for (Map.Entry<Long, Set<Long>> part : parts.entrySet()) {
            Set<Long> inside = new HashSet<>(part.getValue());
            inside.removeIf(person -> !conditions.fit(findable.get(person)));
            Set<Long> outside = new HashSet<>(part.getValue());
            outside.removeAll(inside);
            if (enough(inside) && (outside.isEmpty() || enough(outside))) {
                shown.addAll(inside);
                put(inside, outside.isEmpty() ? part.getKey() : next++, conditions, changed);
            }
        }
        return new Answer(shown, changed, step(counting(shown)));
    }

    private void put(Set<Long> people, long part, ScoutConditions conditions, Map<Long, Seen> changed) {
        for (long person : people) {
            Set<String> said = conditions.asked(findable.get(person));
            if (seen.containsKey(person)) {
                said.addAll(seen.get(person).said());
            }
            changed.put(person, new Seen(part, said));
        }
    }

    private boolean enough(Set<Long> people) {
        return counting(people) >= FEW;
    }

    private int counting(Set<Long> people) {
        return (int)
                people.stream().filter(person -> counts(findable.get(person))).count();
    }

    private static boolean counts(Set<String> said) {
        return said.size() <= MOST_SAID;
    }

    private static int step(int people) {
        return STEPS.stream().filter(step -> people >= step).findFirst().orElse(0);
    }
}
