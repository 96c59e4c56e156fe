package tsunagu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.posting.DemonstrationPostings;
import tsunagu.posting.DemonstrationPostings.Stated;

/**
 * Whether people find what they look for: some 250 queries as they type them, judged by rules over what the postings of the demonstration
 * city state (never by what the search answers), and how good the first ten are.
 */
class JudgedSearchTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final Instant NOON = Instant.parse("2026-11-29T03:00:00Z");
    private static final int FIRST = 10;
    private static final int PAGE = 20;

    private static List<Stated> postings;
    private static SearchService search;

    @BeforeAll
    static void the_city() {
        postings = DemonstrationPostings.openOn(DAY);
        search = SearchInMemory.of(postings.stream().map(Stated::entry).toList(), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    /**
     * @param precision share of right ones among the first ten (of fewer found: among those)
     * @param recall right ones among the first twenty, of as many as could be there
     */
    private record Figures(Judged judged, int found, int right, double precision, double recall, long wrong) {

        @Override
        public String toString() {
            return "%s: found %d, right %d, precision %.2f, recall %.2f, wrong %d"
                    .formatted(judged.query(), found, right, precision, recall, wrong);
        }
    }

    private static Figures figures(Judged judged) {
        List<Stated> found = find(judged.query());
        long right = postings.stream()
                .filter(each -> judged.right().holds(each.stated()))
                .count();
        List<Stated> first = found.subList(0, Math.min(FIRST, found.size()));
        List<Stated> page = found.subList(0, Math.min(PAGE, found.size()));
        double precision = first.isEmpty()
                ? right == 0 ? 1 : 0
                : (double) first.stream()
                                .filter(each -> judged.right().holds(each.stated()))
                                .count()
                        / first.size();
        double recall = right == 0
                ? 1
                : (double) page.stream()
                                .filter(each -> judged.right().holds(each.stated()))
                                .count()
                        / Math.min(PAGE, right);
        return new Figures(
                judged,
                found.size(),
                (int) right,
                precision,
                recall,
                page.stream()
                        .filter(each -> judged.wrong().holds(each.stated()))
                        .count());
    }

    private static List<Stated> find(String query) {
        return search.all(SearchQuery.parse(Kind.JOB, Map.of("q", new String[] {query})), Integer.MAX_VALUE).stream()
                .map(found -> postings.get((int) found.recordId() - 1))
                .toList();
    }

    /**
     * The bounds are what was measured, a little below. The set that was held back was written before the search was ever run on it, and
     * nothing was changed on account of it.
     */
    @ParameterizedTest
    @CsvSource({"tuned, 150, 0.98, 0.88", "held, 90, 0.92, 0.78"})
    void the_first_ten_are_what_was_looked_for(String set, int atLeast, double precision, double recall) {
        List<Figures> all = Judged.all().stream()
                .filter(each -> each.set().equals(set))
                .map(JudgedSearchTest::figures)
                .toList();
        String poor = all.stream()
                .filter(each -> each.precision() < 0.9 || each.recall() < 0.7)
                .map(Figures::toString)
                .collect(Collectors.joining("\n", "\n", "\n"));
        double meanPrecision =
                all.stream().mapToDouble(Figures::precision).average().orElseThrow();
        double meanRecall = all.stream().mapToDouble(Figures::recall).average().orElseThrow();
        System.out.printf(
                "%s: %d queries, precision of the first ten %.3f, recall in the first twenty %.3f%n",
                set, all.size(), meanPrecision, meanRecall);
        assertThat(all).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(meanPrecision).as("precision of the first ten" + poor).isGreaterThanOrEqualTo(precision);
        assertThat(meanRecall).as("recall in the first twenty" + poor).isGreaterThanOrEqualTo(recall);
        assertThat(all)
                .as("what must not be there")
                .allSatisfy(each -> assertThat(each.wrong()).as(each.toString()).isZero());
    }

    /** A rule that everything keeps judges nothing. */
    @Test
    void the_rules_tell_postings_apart() {
        assertThat(Judged.all()).allSatisfy(judged -> assertThat(postings.stream()
                        .filter(each -> judged.right().holds(each.stated()))
                        .count())
                .as(judged.query())
                .isLessThan(postings.size()));
        assertThat(Judged.all().stream().filter(judged -> postings.stream()
                        .noneMatch(each -> judged.right().holds(each.stated()))))
                .as("queries to which nothing in this city is right")
                .hasSizeLessThan(6);
    }
}
