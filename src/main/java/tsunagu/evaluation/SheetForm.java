package tsunagu.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import tsunagu.shared.FiscalYear;

/**
 * What staff write about a programme in a year.
 *
 * @param done 事業実施状況
 * @param effect 成果・効果
 * @param problem 課題
 * @param decisions for each paper
 */
public record SheetForm(
        @NotNull @Size(max = 300, message = "web.error.tooLong") String programmeId,
        @NotNull FiscalYear year,
        int seenVersion,
        @NotNull @Size(max = 4000, message = "evaluation.error.long") String done,
        @NotNull @Size(max = 4000, message = "evaluation.error.long") String effect,
        @NotNull @Size(max = 4000, message = "evaluation.error.long") String problem,
        @NotNull @Size(max = 1000, message = "web.error.tooLong") List<@Valid Decision> decisions) {

    /**
     * @param grade null while nobody decided
     * @param direction 今後の方向性: 拡充・継続・見直し・廃止, with words of its own where needed
     * @param reason why the grade differs from the suggested one, or from 資料2; "" otherwise
     */
    public record Decision(
            @NotNull String document,
            Grade grade,
            @NotNull @Size(max = 100, message = "evaluation.error.long") String direction,
            @NotNull @Size(max = 1000, message = "evaluation.error.long") String reason) {}
}
