package tsunagu.question;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A question as staff write it.
 *
 * @param id of an existing one, null for a new one
 * @param options of a choice; empty otherwise
 * @param role asked of people of this role only; null: of everybody
 * @param dependsOn place of another question of the same sheet, from 1, that has to be answered with {@code dependsValue}; null
 */
public record QuestionDraft(
        Long id,
        @NotNull Moment moment,
        @NotNull AnswerKind kind,
        @NotBlank(message = "question.error.questionText") @Size(max = 200, message = "question.error.questionText")
                String text,
        @NotNull List<String> options,
        boolean required,
        String role,
        Integer dependsOn,
        @NotNull String dependsValue) {}
