package tsunagu.review;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Collects what rules find, everything at once; blocks before warnings. */
public final class FindingList {

    /** Rule of what is no number or no day at all. */
    public static final String READING = "J0";

    private final Map<String, Finding> found = new LinkedHashMap<>();
    private final UnaryOperator<String> label;
    private String rule = READING;

    /** @param label the name of a field as people read it */
    public FindingList(UnaryOperator<String> label) {
        this.label = label;
    }

    /** What is added from now on was found by this rule. */
    public void of(String next) {
        rule = next;
    }

    public String label(String field) {
        return label.apply(field);
    }

    public void block(String field, String sentence, Object... arguments) {
        add(new Finding(rule, Severity.BLOCK, field, sentence, List.of(arguments)));
    }

    public void warn(String field, String sentence, Object... arguments) {
        add(new Finding(rule, Severity.WARN, field, sentence, List.of(arguments)));
    }

    /** @param problem message key; its last part says what it is not: number, date, choice */
    public void unreadable(String field, String problem) {
        String kind = problem.substring(problem.lastIndexOf('.') + 1);
        add(new Finding(READING, Severity.BLOCK, field, READING + "." + kind, List.of(label(field))));
    }

    /** Longer than what is published may be. */
    public void tooLong(String field, int most) {
        add(new Finding(READING, Severity.BLOCK, field, READING + ".long", List.of(label(field), most)));
    }

    public void add(Severity severity, String field, String sentence, List<Object> arguments) {
        add(new Finding(rule, severity, field, sentence, arguments));
    }

    public List<Finding> sorted() {
        return found.values().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    private void add(Finding finding) {
        found.putIfAbsent(finding.acknowledgement() + finding.arguments(), finding);
    }
}
