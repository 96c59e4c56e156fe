package tsunagu.question;

import java.util.List;
import java.util.Objects;

/**
 * A question as it is asked.
 *
 * @param role asked of people of this role only; null: of everybody
 * @param dependsOn id of the question that has to be answered with {@code dependsValue}; null
 */
public record QuestionView(
        long id,
        int number,
        Moment moment,
        AnswerKind kind,
        String text,
        List<String> options,
        boolean required,
        String role,
        Long dependsOn,
        String dependsValue) {

    /** Changes with what is asked: a form that was opened before somebody reworded the question is told apart by it. */
    public String wording() {
        return Integer.toHexString(Objects.hash(kind.name(), text, options));
    }
}
