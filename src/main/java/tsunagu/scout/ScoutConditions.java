package tsunagu.scout;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.shared.Classification;
import tsunagu.shared.Words;

/**
 * Whom a company looks for: codes of areas, major groups of occupations and licences; an empty set is no condition, several
 * codes of one kind mean one of them. Neither age nor sex nor school can be asked for.
 */
public record ScoutConditions(Set<String> areas, Set<String> occupations, Set<String> licences) {

    private static final String AREA = "AREA:";
    private static final String OCCUPATION = "OCCUPATION:";
    private static final String LICENCE = "LICENCE:";

    /** Of what is said, one word for each: "AREA:SENMAYA". */
    static ScoutConditions of(Collection<String> words) {
        return new ScoutConditions(codes(words, AREA), codes(words, OCCUPATION), codes(words, LICENCE));
    }

    /** @param text as written by {@link #text()} */
    static ScoutConditions parse(String text) {
        return of(Arrays.asList(text.split(" ")));
    }

    public boolean none() {
        return areas.isEmpty() && occupations.isEmpty() && licences.isEmpty();
    }

    /** The same for the same conditions, however they were ticked. */
    String text() {
        return String.join(" ", words());
    }

    /** What was asked for, of what somebody says. */
    Set<String> asked(Set<String> said) {
        Set<String> asked = words();
        asked.retainAll(said);
        return asked;
    }

    /** As people read them, in one line. */
    public String line() {
        return Stream.of(
                        names(Classification.OCCUPATIONS, occupations),
                        names(Classification.AREAS, areas),
                        names(Classification.LICENCES, licences))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(Words.japanese("web.listSeparator")));
    }

    /** Names of groups, in the order of their codes. */
    private static String names(Classification list, Set<String> codes) {
        return codes.stream()
                .flatMap(code -> list.find(code).stream())
                .map(Classification.Group::name)
                .collect(Collectors.joining(" / "));
    }

    private Set<String> words() {
        Set<String> words = new TreeSet<>();
        areas.forEach(each -> words.add(AREA + each));
        occupations.forEach(each -> words.add(OCCUPATION + each));
        licences.forEach(each -> words.add(LICENCE + each));
        return words;
    }

    /** Every code is among those. */
    boolean within(ScoutConditions offered) {
        return offered.areas.containsAll(areas)
                && offered.occupations.containsAll(occupations)
                && offered.licences.containsAll(licences);
    }

    boolean fit(Set<String> said) {
        return one(said, AREA, areas) && one(said, OCCUPATION, occupations) && one(said, LICENCE, licences);
    }

    private static boolean one(Set<String> said, String kind, Set<String> codes) {
        return codes.isEmpty() || codes.stream().anyMatch(code -> said.contains(kind + code));
    }

    private static Set<String> codes(Collection<String> words, String kind) {
        return words.stream()
                .filter(each -> each.startsWith(kind))
                .map(each -> each.substring(kind.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
