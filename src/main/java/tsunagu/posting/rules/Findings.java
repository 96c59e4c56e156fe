package tsunagu.posting.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tsunagu.posting.Term;
import tsunagu.posting.rules.JobSheet.Field;
import tsunagu.review.Finding;
import tsunagu.review.FindingList;
import tsunagu.review.Severity;
import tsunagu.shared.Wording;

/** What the rules of a posting find. */
final class Findings {

    /** Where pay is told. */
    private static final List<String> PAY = List.of(
            Field.TITLE,
            JobSheet.of(Term.WAGE),
            JobSheet.of(Term.ALLOWANCES),
            JobSheet.of(Term.OVERTIME),
            JobSheet.of(Term.RAISE_BONUS));

    /** Where an age is no limit: of retirement, of an insurance, or the one that has its reason. */
    private static final List<String> OF_AGES =
            List.of(JobSheet.of(Term.RETIREMENT), JobSheet.of(Term.INSURANCE), JobSheet.of(Term.AGE), Field.AGE_NOTE);

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

    /** Ways of writing, in everything that is shown: for each field one sentence of a kind, with all that was found of it. */
    void wording(ReadJob job, Set<Wording.Subject> subjects) {
        List<String> fields = subjects.contains(Wording.Subject.FIXED_OVERTIME) ? PAY : shown();
        if (subjects.contains(Wording.Subject.AGE)) {
            fields.removeAll(OF_AGES);
        }
        for (String field : fields) {
            for (Wording.Hit hit : Wording.found(job.sheet().text(field), subjects)) {
                String words = String.join("\u300d\u300c", hit.hits());
                boolean other = !hit.instead().isEmpty();
                list.add(
                        hit.blocks() ? Severity.BLOCK : Severity.WARN,
                        field,
                        hit.sentence() + (hit.sentence().equals("J9.title") && !other ? "Only" : ""),
                        other ? List.of(words, hit.instead()) : List.of(words));
            }
        }
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
