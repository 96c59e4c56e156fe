package tsunagu.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.text.MessageFormat;
import java.util.List;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Words;

/**
 * What staff write about a programme in a year.
 *
 * @param done 事業実施状況
 * @param effect 成果・効果
 * @param problem 課題
 * @param decisions for each paper
 */
public record EvaluationSheetForm(
        @NotNull @Size(max = 300, message = "web.error.tooLong") String programmeId,
        @NotNull FiscalYear year,
        int seenVersion,
        @NotNull @Size(max = 4000, message = "evaluation.error.long") String done,
        @NotNull @Size(max = 4000, message = "evaluation.error.long") String effect,
        @NotNull @Size(max = 4000, message = "evaluation.error.long") String problem,
        @NotNull @Size(max = 1000, message = "web.error.tooLong") List<@Valid Decision> decisions) {

    /**
     * @param grade null while nobody decided; in another paper than 資料2: the same as there
     * @param direction 今後の方向性; null like the grade
     * @param detail what is to be said about the direction; "" for nothing
     * @param reason why the grade differs from the suggested one, or from 資料2; "" otherwise
     * @param listed the paper has a line for the programme
     */
    public record Decision(
            @NotNull String document,
            Grade grade,
            FutureDirection direction,
            @NotNull @Size(max = 500, message = "evaluation.error.long") String detail,
            @NotNull @Size(max = 1000, message = "evaluation.error.long") String reason,
            boolean listed) {

        /** What nobody has decided yet. */
        static Decision open(String document) {
            return new Decision(document, null, null, "", "", true);
        }

        /** The programme goes on as one of its own; so does one of which nobody has decided. */
        public boolean goesOn() {
            return listed && (direction == null || !direction.ends());
        }

        /** The direction and what is said about it, as 資料2 prints them; "" for nothing. */
        public String directionWords() {
            String word = direction == null ? "" : direction.word();
            return word.isEmpty() || detail.isEmpty()
                    ? word + detail
                    : MessageFormat.format(Words.japanese("evaluation.direction.withDetail"), word, detail);
        }
    }
}
