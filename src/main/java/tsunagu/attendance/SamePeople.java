package tsunagu.attendance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Entries that may all be one person's: each of them with each other, so that one answer is right for all. Mostly two.
 *
 * @param pairs every pair of them
 */
public record SamePeople(List<SamePerson> pairs) {

    /** @param events at how many sessions they were present */
    public record Entry(long id, String name, String reading, String mail, long events) {}

    public SamePeople {
        pairs = List.copyOf(pairs);
    }

    /**
     * The pairs, those of one person together. Where A looks like B and B like C, but A not like C, they stay pairs: one answer would not
     * be right for all.
     *
     * @param pairs the surest first; the groups come in the same order
     */
    static List<SamePeople> of(List<SamePerson> pairs) {
        Map<Long, Map<Long, SamePerson>> open = new LinkedHashMap<>();
        for (SamePerson each : pairs) {
            open.computeIfAbsent(each.one(), one -> new TreeMap<>()).put(each.other(), each);
            open.computeIfAbsent(each.other(), one -> new TreeMap<>()).put(each.one(), each);
        }
        Set<String> told = new HashSet<>();
        List<SamePeople> groups = new ArrayList<>();
        for (SamePerson first : pairs) {
            if (told.contains(first.pair())) {
                continue;
            }
            List<Long> members = new ArrayList<>(List.of(first.one(), first.other()));
            List<SamePerson> all = new ArrayList<>(List.of(first));
            for (long candidate : open.get(first.one()).keySet()) {
                Map<Long, SamePerson> his = open.get(candidate);
                if (!members.contains(candidate)
                        && members.stream()
                                .allMatch(each -> his.containsKey(each)
                                        && !told.contains(his.get(each).pair()))) {
                    members.forEach(each -> all.add(his.get(each)));
                    members.add(candidate);
                }
            }
            all.forEach(each -> told.add(each.pair()));
            groups.add(new SamePeople(all));
        }
        return groups;
    }

    /** In ascending numbers. */
    public List<Entry> entries() {
        Map<Long, Entry> found = new TreeMap<>();
        for (SamePerson each : pairs) {
            found.put(each.one(), new Entry(each.one(), each.name(), each.reading(), each.mail(), each.events()));
            found.put(
                    each.other(),
                    new Entry(
                            each.other(), each.otherName(), each.otherReading(), each.otherMail(), each.otherEvents()));
        }
        return List.copyOf(found.values());
    }

    /** More than two. */
    public boolean several() {
        return pairs.size() > 1;
    }

    /** Names them in a form. */
    public String key() {
        return entries().stream().map(each -> String.valueOf(each.id())).collect(Collectors.joining("-"));
    }

    /** Stamp of what makes them look like one person. */
    public String seen() {
        return Integer.toHexString(Objects.hash(pairs.stream()
                .sorted(Comparator.comparing(SamePerson::pair))
                .map(SamePerson::seen)
                .toArray()));
    }
}
