package tsunagu.search;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.posting.Term;

/**
 * A query that people type, judged ({@code src/test/resources/search/judged-jobs.csv}).
 *
 * @param set "tuned": looked at while words and weights were chosen; "held": never
 * @param right which postings answer it, by what they state
 * @param wrong which must not be among the first twenty; nothing when empty
 */
public record Judged(String set, String query, Rule right, Rule wrong) {

    public static List<Judged> all() {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Judged.class.getResourceAsStream("/search/judged-jobs.csv"), StandardCharsets.UTF_8))) {
            return csv.stream()
                    .map(row -> new Judged(
                            row.getField("set"),
                            row.getField("query"),
                            Rule.of(row.getField("right")),
                            Rule.of(row.getField("wrong"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final int FIRST = 10;
    private static final int PAGE = 20;

    /**
     * How good an answer is.
     *
     * @param precision share of right ones among the first ten (of fewer found: among those)
     * @param recall right ones among the first twenty, of as many as could be there
     * @param wrong how many of the first twenty must not be there
     */
    public record Measured(Judged judged, int found, int right, double precision, double recall, long wrong) {

        @Override
        public String toString() {
            return "%s: found %d, right %d, precision %.2f, recall %.2f, wrong %d"
                    .formatted(judged.query(), found, right, precision, recall, wrong);
        }
    }

    /** @param found what postings state, in the order of the answer
     *  @param all what all postings state */
    public Measured measured(List<Map<String, String>> found, List<Map<String, String>> all) {
        long rights = all.stream().filter(right::holds).count();
        List<Map<String, String>> first = found.subList(0, Math.min(FIRST, found.size()));
        List<Map<String, String>> page = found.subList(0, Math.min(PAGE, found.size()));
        double precision = first.isEmpty()
                ? rights == 0 ? 1 : 0
                : (double) first.stream().filter(right::holds).count() / first.size();
        double recall =
                rights == 0 ? 1 : (double) page.stream().filter(right::holds).count() / Math.min(PAGE, rights);
        return new Measured(
                this,
                found.size(),
                (int) rights,
                precision,
                recall,
                page.stream().filter(wrong::holds).count());
    }

    /** One of several lists of conditions, all of it: "occupation=023 & HOURS~x | title~y"; "" is never true. */
    public record Rule(List<List<Condition>> ways) {

        public static Rule of(String written) {
            return new Rule(
                    written.isEmpty()
                            ? List.of()
                            : Stream.of(written.split(" \\| "))
                                    .map(way -> Stream.of(way.split(" & "))
                                            .map(Condition::of)
                                            .toList())
                                    .toList());
        }

        public boolean holds(Map<String, String> stated) {
            return ways.stream().anyMatch(way -> way.stream().allMatch(each -> each.holds(stated)));
        }
    }

    /** A field is (=) or has somewhere (~); "about" is title and duties, "any" all that is written. */
    record Condition(String field, Pattern says, boolean not) {

        /** Title and terms, without how to reach the company. */
        private static final Set<String> WRITTEN = Stream.concat(
                        Stream.of("title"), Stream.of(Term.values()).map(Term::name))
                .filter(name -> !name.equals(Term.CONTACT.name()))
                .collect(Collectors.toSet());

        static Condition of(String written) {
            boolean not = written.startsWith("!");
            String rest = not ? written.substring(1) : written;
            int at = rest.indexOf('~') >= 0 && (rest.indexOf('=') < 0 || rest.indexOf('~') < rest.indexOf('='))
                    ? rest.indexOf('~')
                    : rest.indexOf('=');
            String value = rest.substring(at + 1);
            return new Condition(
                    rest.substring(0, at),
                    Pattern.compile(rest.charAt(at) == '=' ? "\\A" + Pattern.quote(value) + "\\z" : value),
                    not);
        }

        boolean holds(Map<String, String> stated) {
            String words =
                    switch (field) {
                        case "about" -> stated.get("title") + "\n" + stated.getOrDefault("DUTIES", "");
                        case "any" ->
                            stated.entrySet().stream()
                                    .filter(each -> WRITTEN.contains(each.getKey()))
                                    .map(Map.Entry::getValue)
                                    .collect(Collectors.joining("\n"));
                        default -> stated.getOrDefault(field, "");
                    };
            return says.matcher(words).find() != not;
        }
    }
}
