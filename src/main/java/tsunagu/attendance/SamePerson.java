package tsunagu.attendance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tsunagu.shared.FoldedName;

/**
 * Two entries that may be one person's, or are counted as one.
 *
 * @param sameMail the same address; {@code sameReading} the same reading of the name
 * @param events at how many sessions each was present
 * @param answer number of what staff said of the pair; null for one that is only alike
 */
public record SamePerson(
        long one,
        String name,
        String reading,
        String mail,
        long events,
        long other,
        String otherName,
        String otherReading,
        String otherMail,
        long otherEvents,
        boolean sameMail,
        boolean sameReading,
        Long answer) {

    /** A person as events know them, under one of their entries. @param mail "" where none is known */
    record Entry(long id, String name, String reading, String mail, long events) {}

    /**
     * Pairs with one name, however it is written ({@link FoldedName}), and either one address, one reading, or a reading that is missing.
     *
     * @param entries in ascending numbers
     * @return the surest first, then the newest
     */
    static List<SamePerson> alike(Collection<Entry> entries, int most) {
        List<SamePerson> found = new ArrayList<>();
        for (List<Entry> named : entries.stream()
                .collect(Collectors.groupingBy(each -> FoldedName.of(each.name())))
                .values()) {
            for (int i = 0; i < named.size(); i++) {
                for (int j = i + 1; j < named.size(); j++) {
                    SamePerson pair = pair(named.get(i), named.get(j));
                    if (pair.sameMail || pair.sameReading || pair.reading.isEmpty() || pair.otherReading.isEmpty()) {
                        found.add(pair);
                    }
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(SamePerson::sameMail)
                        .reversed()
                        .thenComparing(
                                Comparator.comparing(SamePerson::sameReading).reversed())
                        .thenComparing(Comparator.comparing(SamePerson::other).reversed())
                        .thenComparing(SamePerson::one))
                .limit(most)
                .toList();
    }

    private static SamePerson pair(Entry one, Entry other) {
        return new SamePerson(
                one.id,
                one.name,
                one.reading,
                one.mail,
                one.events,
                other.id,
                other.name,
                other.reading,
                other.mail,
                other.events,
                !one.mail.isEmpty() && one.mail.equalsIgnoreCase(other.mail),
                !one.reading.isEmpty() && FoldedName.of(one.reading).equals(FoldedName.of(other.reading)),
                null);
    }

    /** @param words folded; part of either name, reading or address */
    boolean holds(String words) {
        return FoldedName.of(String.join(" ", name, reading, mail, otherName, otherReading, otherMail))
                .contains(words);
    }

    /** Names the two in a form. */
    public String pair() {
        return one + "-" + other;
    }

    /** Stamp of what makes them look like one person: a name that changed meanwhile changes it. */
    public String seen() {
        return Integer.toHexString(Objects.hash(name, reading, mail, otherName, otherReading, otherMail));
    }
}
