package tsunagu.matching;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.posting.DemonstrationPostings;
import tsunagu.posting.DemonstrationPostings.Stated;
import tsunagu.search.Judged;
import tsunagu.search.Kind;
import tsunagu.search.ScoredRecord;
import tsunagu.search.SearchInMemory;
import tsunagu.search.SearchService;
import tsunagu.seeker.Profile;
import tsunagu.seeker.Stage;
import tsunagu.seeker.Weight;
import tsunagu.seeker.Wish;

/**
 * The first five suggestions to people of all kinds, judged by rules over what the postings of the demonstration city state, and the reasons
 * that have to stand beside them ({@code src/test/resources/matching/judged-profiles.csv}, written before the order was ever run on it).
 */
class JudgedSuggestionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final Instant NOON = Instant.parse("2026-11-29T03:00:00Z");
    private static final int FIRST = 5;

    private static List<Stated> postings;
    private static SearchService search;

    /** @param reasons criteria that have to fit in each of the first ones that is right */
    private record Person(String who, Profile profile, Judged.Rule right, Set<String> reasons) {

        static Person of(NamedCsvRecord row) {
            Map<Wish, Set<String>> wishes = words(row, "wishes")
                    .map(each -> each.split("="))
                    .collect(groupingBy(each -> Wish.valueOf(each[0]), mapping(each -> each[1], toSet())));
            Map<Wish, Weight> weights = words(row, "must")
                    .map(Wish::valueOf)
                    .collect(toMap(
                            Function.identity(),
                            wish -> new Weight(wish.usualWeight().value(), true)));
            return new Person(
                    row.getField("who"),
                    new Profile(null, Stage.valueOf(row.getField("stage")), wishes, weights),
                    Judged.Rule.of(row.getField("right")),
                    words(row, "reasons").collect(toSet()));
        }

        private static Stream<String> words(NamedCsvRecord row, String column) {
            return Stream.of(row.getField(column).split(" ")).filter(each -> !each.isEmpty());
        }

        boolean right(ScoredRecord each) {
            return right.holds(postings.get((int) each.found().recordId() - 1).stated());
        }
    }

    @BeforeAll
    static void the_city() {
        postings = DemonstrationPostings.openOn(DAY);
        search = SearchInMemory.of(postings.stream().map(Stated::entry).toList(), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static List<Person> people() {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        JudgedSuggestionsTest.class.getResourceAsStream("/matching/judged-profiles.csv"),
                        StandardCharsets.UTF_8))) {
            return csv.stream().map(Person::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ScoredRecord> first(Person person) {
        return search.weigh(Kind.JOB, Criteria.of(Kind.JOB, person.profile()), FIRST);
    }

    @Test
    void the_first_five_are_for_whom_they_are_suggested_to_and_say_why() {
        List<Person> people = people();
        StringBuilder poor = new StringBuilder();
        double sum = 0;
        for (Person person : people) {
            List<ScoredRecord> first = first(person);
            long there = postings.stream()
                    .filter(each -> person.right().holds(each.stated()))
                    .count();
            long right = first.stream().filter(person::right).count();
            double share = right / (double) Math.min(FIRST, there);
            sum += share;
            if (share < 1) {
                poor.append("\n%s: %d of %d, %d there: ".formatted(person.who(), right, first.size(), there))
                        .append(first.stream()
                                .map(each -> postings.get((int) each.found().recordId() - 1)
                                                .stated()
                                                .get("title") + " " + each.points() + "/" + each.possible() + " "
                                        + each.outcomes())
                                .collect(joining("; ")));
            }
            for (ScoredRecord each : first) {
                if (person.right(each)) {
                    Set<String> fits = each.outcomes().entrySet().stream()
                            .filter(outcome -> outcome.getValue() == ScoredRecord.Outcome.FITS)
                            .map(Map.Entry::getKey)
                            .collect(toSet());
                    assertThat(fits).as("reasons for %s", person.who()).containsAll(person.reasons());
                }
            }
        }
        System.out.printf(
                "%d profiles, share of right ones in the first five %.3f%s%n",
                people.size(), sum / people.size(), poor);
        assertThat(people).hasSizeGreaterThanOrEqualTo(20);
        assertThat(sum / people.size())
                .as("right ones in the first five" + poor)
                .isGreaterThanOrEqualTo(0.9);
    }

    /** A rule that everything keeps judges nothing, and one that nothing keeps neither. */
    @Test
    void the_rules_tell_postings_apart() {
        assertThat(people()).allSatisfy(person -> assertThat(postings.stream()
                        .filter(each -> person.right().holds(each.stated()))
                        .count())
                .as(person.who())
                .isBetween(1L, postings.size() / 2L));
    }
}
