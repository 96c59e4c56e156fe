package tsunagu.posting;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsunagu.search.Facet;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.Words;

/**
 * StatedConditions people choose by, read out of the words of a posting: days off, experience, nights, the way to work, transfers, overtime. The
 * patterns are data ({@code reference/rules/conditions.csv}, each with where its meaning comes from). What the words do not say is not
 * stated; nothing is guessed.
 */
final class StatedConditions {

    private static final List<Sign> SIGNS = ReferenceTable.read("/reference/rules/conditions.csv").stream()
            .map(Sign::of)
            .toList();

    private static final Pattern NO_OVERTIME = Pattern.compile(Words.japanese("posting.conditions.noOvertime"));
    private static final Pattern OVERTIME_HOURS = Pattern.compile(Words.japanese("posting.conditions.overtimeHours"));

    /** @param unless where the words say this, they do not say the condition */
    private record Sign(String tag, Term term, Pattern says, Pattern unless) {

        static Sign of(ReferenceTable.Row row) {
            String unless = row.text("unless");
            return new Sign(
                    row.text("tag"),
                    Term.valueOf(row.text("term")),
                    Pattern.compile(row.text("says")),
                    unless == null ? null : Pattern.compile(unless));
        }

        boolean in(String words) {
            return says.matcher(words).find()
                    && (unless == null || !unless.matcher(words).find());
        }
    }

    private StatedConditions() {}

    /** Tags of what the posting states. Where its words say both yes and no, nothing is stated. */
    static Set<String> of(JobTerms job) {
        Set<String> tags = new TreeSet<>();
        for (Sign sign : SIGNS) {
            if (sign.in(job.terms().getOrDefault(sign.term(), ""))) {
                tags.add(sign.tag());
            }
        }
        for (Facet facet : List.of(Facet.NO_EXPERIENCE, Facet.NIGHT, Facet.CAR, Facet.TRANSFER)) {
            if (tags.contains(facet.tag(true)) && tags.contains(facet.tag(false))) {
                tags.removeAll(List.of(facet.tag(true), facet.tag(false)));
            }
        }
        tags.addAll(Facet.OVERTIME.tagsDownTo(overtime(job.terms().getOrDefault(Term.OVERTIME, ""))));
        return tags;
    }

    /** Hours a month, the most that is named; 0 for none; null when the words name no number. */
    static Integer overtime(String words) {
        List<Integer> hours = Stream.of(OVERTIME_HOURS.matcher(words))
                .flatMap(Matcher::results)
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
        if (!hours.isEmpty()) {
            return Collections.max(hours);
        }
        return NO_OVERTIME.matcher(words).find() ? 0 : null;
    }
}
