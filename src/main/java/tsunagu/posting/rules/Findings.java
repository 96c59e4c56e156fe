package tsunagu.posting.rules;

import java.util.ArrayList;
import java.util.List;
import tsunagu.posting.Term;
import tsunagu.posting.rules.JobSheet.Field;
import tsunagu.review.Finding;
import tsunagu.review.FindingList;

/** What the rules of a posting find. */
final class Findings {

    private final FindingList list = new FindingList(JobSheet::label);

    void of(PostingRule next) {
        list.of(next.name());
    }

    void block(String field, String sentence, Object... arguments) {
        list.block(field, sentence, arguments);
    }

    void warn(String field, String sentence, Object... arguments) {
        list.warn(field, sentence, arguments);
    }

    void unreadable(String field, String problem) {
        list.unreadable(field, problem);
    }

    void tooLong(String field, int most) {
        list.tooLong(field, most);
    }

    String name(String field) {
        return list.label(field);
    }

    /** Words in the fields that each of them is looked for in. */
    void words(ReadJob job, List<RuleWords> all) {
        for (RuleWords words : all) {
            words(job, List.of(words), words.fields().isEmpty() ? shown() : words.fields());
        }
    }

    void words(ReadJob job, List<RuleWords> all, List<String> fields) {
        for (RuleWords words : all) {
            for (String field : fields) {
                String hit = words.found(job.sheet().text(field));
                if (hit != null) {
                    List<Object> arguments = words.instead().isEmpty() ? List.of(hit) : List.of(hit, words.instead());
                    list.add(words.severity(), field, words.sentence(), arguments);
                }
            }
        }
    }

    List<Finding> sorted() {
        return list.sorted();
    }

    private static List<String> shown() {
        List<String> fields = new ArrayList<>(List.of(Field.TITLE, Field.AGE_NOTE));
        for (Term term : Term.values()) {
            fields.add(JobSheet.of(term));
        }
        return fields;
    }
}
