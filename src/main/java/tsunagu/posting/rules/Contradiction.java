package tsunagu.posting.rules;

import java.util.List;
import java.util.regex.Pattern;
import tsunagu.posting.Term;
import tsunagu.shared.ReferenceTable;

/**
 * A mark of the form against the words beside it: a housing allowance that the allowances say there is none of. The pairs are data
 * ({@code reference/rules/contradictions.csv}).
 *
 * @param says where the words say this, the answer cannot be true
 */
record Contradiction(String field, String answer, Term term, Pattern says) {

    private static final List<Contradiction> ALL = ReferenceTable.read("/reference/rules/contradictions.csv").stream()
            .map(row -> new Contradiction(
                    row.text("field"),
                    row.text("answer"),
                    Term.valueOf(row.text("term")),
                    Pattern.compile(row.text("says"))))
            .toList();

    static List<Contradiction> in(ReadJob job) {
        return ALL.stream()
                .filter(each -> job.sheet().says(each.field(), each.answer())
                        && each.says().matcher(job.text(each.term())).find())
                .toList();
    }
}
