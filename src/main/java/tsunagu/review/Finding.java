package tsunagu.review;

import java.util.List;

/**
 * What a rule found. Its sentence, which says how to mend it, is the bundle's {@code posting.rule.}{@link #sentence}; the law
 * behind it is {@code posting.law.}{@link #rule}.
 *
 * @param rule code of the rule, "J5"
 * @param field of the sheet the sentence belongs to
 * @param sentence last part of the message key
 * @param arguments of the sentence
 */
public record Finding(String rule, Severity severity, String field, String sentence, List<Object> arguments) {

    /** What a company acknowledges: this sentence at this field, not the rule as such. */
    public String acknowledgement() {
        return sentence + ":" + field;
    }

    public boolean blocks() {
        return severity == Severity.BLOCK;
    }
}
