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

    static List<Judged> all() {
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
