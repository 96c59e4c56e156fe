package tsunagu.posting.rules;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.review.Severity;
import tsunagu.shared.ReferenceTable;

/**
 * Words that a rule looks for in what was written (reference/rules/words.csv).
 *
 * @param fields of the sheet it is looked for in; empty: in all that is shown
 * @param unless what makes the same word harmless when it stands in the text
 * @param instead what to write instead; "" when there is nothing to put there
 */
record RuleWords(
        String rule,
        String sentence,
        Severity severity,
        List<String> fields,
        Pattern pattern,
        Pattern unless,
        String instead) {

    private static final List<RuleWords> ALL = ReferenceTable.read("/reference/rules/words.csv").stream()
            .map(row -> new RuleWords(
                    row.text("rule"),
                    row.text("sentence"),
                    Severity.valueOf(row.text("severity")),
                    row.words("fields"),
                    Pattern.compile(row.text("pattern")),
                    row.text("unless") == null ? null : Pattern.compile(row.text("unless")),
                    row.textOrEmpty("instead")))
            .toList();

    static List<RuleWords> of(String rule) {
        return ALL.stream().filter(each -> each.rule.equals(rule)).toList();
    }

    /** @return what stands there, or null */
    String found(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC);
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find() || unless != null && unless.matcher(text).find()) {
            return null;
        }
        return matcher.group();
    }
}
