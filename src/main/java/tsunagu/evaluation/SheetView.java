package tsunagu.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.plan.Figure;
import tsunagu.plan.ProgrammeName;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Secrets;

/**
 * A programme's sheet for a year.
 *
 * @param before figures of the year before, for the first column of 資料2
 * @param suggestion what the figures suggest
 * @param approval the record that froze it; null while open
 * @param differences between the approved rows and what the records say now
 */
public record SheetView(
        ProgrammeName programme,
        String policy,
        String strategy,
        FiscalYear year,
        SheetState state,
        int version,
        String done,
        String effect,
        String problem,
        boolean summary,
        String sentBack,
        List<Figure> figures,
        List<Figure> before,
        GradeRule.Suggestion suggestion,
        List<EvaluationSheetForm.Decision> decisions,
        Approval approval,
        long differences) {

    /** @param seq its number in the chain */
    public record Approval(long seq, String hash, Instant at, String by) {}

    /** Names what somebody saw who decides about it: figures, grades and words. Another one after any change of these. */
    public String stamp() {
        StringBuilder seen = new StringBuilder(programme.id());
        figures.forEach(each -> seen.append('|')
                .append(each.measure())
                .append(' ')
                .append(plain(each.target()))
                .append(' ')
                .append(plain(each.actual()))
                .append(' ')
                .append(each.counting()));
        decisions.forEach(each -> seen.append('|').append(each));
        seen.append('|')
                .append(done)
                .append('|')
                .append(effect)
                .append('|')
                .append(problem)
                .append('|')
                .append(summary);
        return Secrets.digest(seen.toString());
    }

    private static String plain(BigDecimal number) {
        return number == null ? "-" : number.stripTrailingZeros().toPlainString();
    }

    public boolean draft() {
        return state == SheetState.DRAFT;
    }

    public boolean submitted() {
        return state == SheetState.SUBMITTED;
    }

    public boolean approved() {
        return state == SheetState.APPROVED;
    }

    public EvaluationSheetForm.Decision decision(String document) {
        return found(document).orElse(EvaluationSheetForm.Decision.open(document));
    }

    /** What a paper prints: its own decision, or 資料2's where nobody decided otherwise. */
    public EvaluationSheetForm.Decision printed(String document) {
        EvaluationSheetForm.Decision own = decision(document);
        EvaluationSheetForm.Decision first = decision(Papers.RESULTS);
        return new EvaluationSheetForm.Decision(
                document,
                own.grade() == null ? first.grade() : own.grade(),
                own.direction() == null ? first.direction() : own.direction(),
                own.direction() == null && own.detail().isEmpty() ? first.detail() : own.detail(),
                own.reason(),
                own.listed());
    }

    private Optional<EvaluationSheetForm.Decision> found(String document) {
        return decisions.stream()
                .filter(each -> each.document().equals(document))
                .findFirst();
    }

    /** The grade of 資料2 is another one than the figures suggest. */
    public boolean overridden() {
        Grade grade = decision(Papers.RESULTS).grade();
        return grade != null && suggestion.grade() != null && grade != suggestion.grade();
    }

    /** Papers say different things. */
    public boolean papersDiffer() {
        return decisions.stream()
                        .map(EvaluationSheetForm.Decision::grade)
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .count()
                > 1;
    }
}
