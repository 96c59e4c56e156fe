package tsunagu.posting.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsunagu.posting.Term;
import tsunagu.posting.rules.JobSheet.Field;
import tsunagu.shared.Words;

/** Collects what the rules find; one sentence per rule and field, a block before a warning. */
final class Findings {

    private static final String READING = "J0";

    private final Map<String, Finding> found = new LinkedHashMap<>();
    private String rule = READING;

    void of(PostingRule next) {
        rule = next.name();
    }

    void block(String field, String sentence, Object... arguments) {
        add(new Finding(rule, Severity.BLOCK, field, sentence, List.of(arguments)));
    }

    void warn(String field, String sentence, Object... arguments) {
        add(new Finding(rule, Severity.WARN, field, sentence, List.of(arguments)));
    }

    void unreadable(String field, String problem) {
        add(new Finding(READING, Severity.BLOCK, field, "J0." + problem.substring(problem.lastIndexOf('.') + 1), List.of(name(field))));
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
                    add(new Finding(
                            rule,
                            words.severity(),
                            field,
                            words.sentence(),
                            words.instead().isEmpty() ? List.of(hit) : List.of(hit, words.instead())));
                }
            }
        }
    }

    String name(String field) {
        return Words.japanese("posting.form." + field);
    }

    String name(Term term) {
        return Words.japanese("posting.term." + term);
    }

    List<Finding> sorted() {
        return found.values().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    private void add(Finding finding) {
        found.merge(finding.acknowledgement(), finding, (one, other) -> one.blocks() ? one : other);
    }

    private static List<String> shown() {
        List<String> fields = new ArrayList<>(List.of(Field.TITLE, Field.AGE_NOTE));
        for (Term term : Term.values()) {
            fields.add(JobSheet.of(term));
        }
        return fields;
    }
}
