package tsunagu.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import tsunagu.plan.Direction;
import tsunagu.plan.Figure;
import tsunagu.shared.DomainException;
import tsunagu.shared.Percent;

/**
 * 判定の目安: which grade the figures suggest. No official table of thresholds was found; this rule fits 資料2 of R5 except where a
 * person decided otherwise (the dossier on the plan, section 6). A person decides, and says why when it differs.
 *
 * @param aFrom share of the target from which A is suggested
 * @param nearFrom share from which A is suggested as a near thing
 * @param bFrom share from which B is suggested
 */
public record GradeRule(BigDecimal aFrom, BigDecimal nearFrom, BigDecimal bFrom) {

    private static final BigDecimal MOST = new BigDecimal("2");

    public static final GradeRule USUAL =
            new GradeRule(new BigDecimal("1.00"), new BigDecimal("0.95"), new BigDecimal("0.50"));

    /** @throws DomainException when a better grade would need less than a worse one, or nothing at all */
    public GradeRule {
        if (bFrom.signum() <= 0
                || bFrom.compareTo(nearFrom) > 0
                || nearFrom.compareTo(aFrom) > 0
                || aFrom.compareTo(MOST) > 0) {
            throw new DomainException("evaluation.error.rule");
        }
    }

    /** The same numbers are the same rule: 0.5 is 0.50. */
    GradeRule plain() {
        return new GradeRule(aFrom.stripTrailingZeros(), nearFrom.stripTrailingZeros(), bFrom.stripTrailingZeros());
    }

    /**
     * @param grade null when the figures suggest none
     * @param why key of a sentence
     * @param share of the target in per cent, of one measure or the mean of several; null without
     * @param doubtful a figure it rests on is marked as doubtful in the paper
     */
    public record Suggestion(Grade grade, String why, BigDecimal share, boolean doubtful) {}

    /** Thresholds are compared with what was reached, not with what is printed of it: 19,999 of 20,000 has not met its target. */
    public Suggestion suggest(List<Figure> figures) {
        boolean doubtful = figures.stream().anyMatch(each -> !each.certain());
        List<Figure> known =
                figures.stream().filter(each -> each.actual() != null).toList();
        if (known.isEmpty()) {
            return new Suggestion(
                    null, figures.isEmpty() ? "evaluation.why.noMeasure" : "evaluation.why.noActual", null, doubtful);
        }
        if (known.size() == figures.size() && known.stream().allMatch(GradeRule::nothing)) {
            return new Suggestion(Grade.D, "evaluation.why.nothing", BigDecimal.ZERO, doubtful);
        }
        List<BigDecimal> shares =
                known.stream().map(Figure::share).filter(Objects::nonNull).toList();
        if (shares.isEmpty()) {
            return new Suggestion(null, "evaluation.why.noTarget", null, doubtful);
        }
        if (figures.stream().anyMatch(each -> each.target() != null && each.actual() == null)) {
            // Not recorded is not zero, and not met either: the other measures alone suggest nothing.
            return new Suggestion(null, "evaluation.why.partly", Percent.of(mean(shares)), doubtful);
        }
        if (shares.size() == 1) {
            return one(shares.get(0), doubtful);
        }
        long met = shares.stream().filter(share -> share.compareTo(aFrom) >= 0).count();
        BigDecimal mean = mean(shares);
        if (met == shares.size()) {
            return new Suggestion(Grade.A, "evaluation.why.allMet", Percent.of(mean), doubtful);
        }
        if (met > 0) {
            return new Suggestion(Grade.B, "evaluation.why.someMet", Percent.of(mean), doubtful);
        }
        return new Suggestion(one(mean, doubtful).grade(), "evaluation.why.noneMet", Percent.of(mean), doubtful);
    }

    /** Nothing was done of what should have been; of a target of zero that is no reproach. */
    private static boolean nothing(Figure figure) {
        return figure.actual().signum() == 0
                && figure.direction() == Direction.HIGHER
                && (figure.target() == null || figure.target().signum() > 0);
    }

    private static BigDecimal mean(List<BigDecimal> shares) {
        return shares.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(shares.size()), MathContext.DECIMAL64);
    }

    private Suggestion one(BigDecimal share, boolean doubtful) {
        BigDecimal percent = Percent.of(share);
        if (share.compareTo(aFrom) >= 0) {
            return new Suggestion(Grade.A, "evaluation.why.met", percent, doubtful);
        }
        if (share.compareTo(nearFrom) >= 0) {
            return new Suggestion(Grade.A, "evaluation.why.near", percent, doubtful);
        }
        if (share.compareTo(bFrom) >= 0) {
            return new Suggestion(Grade.B, "evaluation.why.half", percent, doubtful);
        }
        return new Suggestion(Grade.C, "evaluation.why.little", percent, doubtful);
    }
}
