package tsunagu.plan;

import java.math.BigDecimal;
import java.util.List;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Percent;

/**
 * A measure in one fiscal year: what was aimed at and what came of it.
 *
 * @param fromRecords true when the definition in force counts the portal's own records
 * @param target null when none is set; zero is a target
 * @param computed sum of the rows in {@code official_row}; null when there is no row, which is "not recorded"
 * @param reported entered by hand; null when nothing was entered
 * @param source where the reported figure comes from
 * @param approval number of the record that froze this figure; null while the year is open
 * @param direction which way is good
 * @param definitionFrom first year of the definition it is counted by
 * @param others targets on another basis than the city's own (国KPI)
 * @param note empty, or what has to be said beside the figure
 */
public record Figure(
        String programmeId,
        String measure,
        String label,
        String unit,
        FiscalYear year,
        Counting counting,
        boolean fromRecords,
        BigDecimal target,
        Integer targetRevision,
        BigDecimal computed,
        BigDecimal reported,
        String source,
        Confidence confidence,
        String note,
        Long approval,
        Direction direction,
        int definitionFrom,
        List<OtherTarget> others) {

    /** 国の交付金KPI and the like, beside the city's own target. */
    public record OtherTarget(String basis, BigDecimal value) {}

    /** The three kinds of actual, never to be confused on screen. */
    public enum Kind {
        COMPUTED,
        REPORTED,
        NOT_RECORDED
    }

    public Kind kind() {
        if (fromRecords && computed != null) {
            return Kind.COMPUTED;
        }
        return reported != null ? Kind.REPORTED : Kind.NOT_RECORDED;
    }

    /** Null when nothing is recorded, which is not zero. */
    public BigDecimal actual() {
        return switch (kind()) {
            case COMPUTED -> computed;
            case REPORTED -> reported;
            case NOT_RECORDED -> null;
        };
    }

    /** How much of the target is reached, 1 is all of it; null without an actual or a target. */
    public BigDecimal share() {
        return actual() == null || target == null ? null : direction.share(actual(), target);
    }

    /** The target is reached, compared with what was counted and not with what is printed of it. */
    public boolean met() {
        return share() != null && share().compareTo(BigDecimal.ONE) >= 0;
    }

    /** The same in per cent. */
    public BigDecimal achievement() {
        return Percent.of(share());
    }

    public BigDecimal achievement(OtherTarget other) {
        return actual() == null ? null : Percent.of(direction.share(actual(), other.value()));
    }

    /** True when the records and a figure entered by hand disagree; both are then shown. */
    public boolean disagrees() {
        return kind() == Kind.COMPUTED && reported != null && reported.compareTo(computed) != 0;
    }

    public boolean approved() {
        return approval != null;
    }

    public boolean certain() {
        return confidence == Confidence.CERTAIN;
    }
}
