package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import tsunagu.audit.ChangeReason;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.GivenReason;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Percent;
import tsunagu.shared.Role;
import tsunagu.shared.Seen;
import tsunagu.shared.UseCase;

/** 計画の指標 and 戦略の指標: read by everybody, entered by staff. */
@ApplicationScoped
@Transactional
public class IndicatorService {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    /** Papers print shares with one decimal. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.06");

    @Inject
    private IndicatorQueries queries;

    @Inject
    private IndicatorRegister register;

    @Inject
    private PlanPeriods periods;

    @Inject
    private ChangeReason reason;

    /** An indicator that adds up a measure. */
    public record Whole(String code, String name) {}

    /** A measure an indicator adds up. @param unit of the measure, which should be the indicator's */
    public record Term(long measureId, String programmeId, String programme, String measure, String unit) {}

    /** The years of all plans, the earliest first. */
    @UseCase(anyone = true, changes = false)
    public List<FiscalYear> years() {
        return periods.years();
    }

    /** @throws NotFoundException when there is none of that code */
    @UseCase(anyone = true, changes = false)
    public Indicator indicator(String code) {
        return queries.indicators().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("indicator " + code));
    }

    @UseCase(anyone = true, changes = false)
    public List<Indicator> indicators() {
        return queries.indicators();
    }

    /** Those of the plan that a year belongs to. */
    @UseCase(anyone = true, changes = false)
    public List<Indicator> indicators(FiscalYear year) {
        return queries.indicators(year);
    }

    /** The measures an indicator adds up in a year; empty for a statistic. */
    @UseCase(anyone = true, changes = false)
    public List<Term> terms(String code, FiscalYear year) {
        return queries.terms(code, year);
    }

    /** The indicators of the plan that a figure is part of. @param measure code of the measure; null: any of the programme's */
    @UseCase(anyone = true, changes = false)
    public List<Whole> wholes(String programmeId, String measure, FiscalYear year) {
        return queries.wholes(programmeId, measure, year);
    }

    /** Measures an indicator could add up. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Term> measures() {
        return queries.measures();
    }

    /** Another one when anything of the indicator was entered since: statistics, the years' targets, what it adds up. */
    @UseCase(allow = Role.STAFF, changes = false)
    public String stamp(String code) {
        return register.stamp(code);
    }

    /** @throws ConflictException when somebody entered something of it since it was read */
    private void unchanged(String code, String seen) {
        register.hold(code);
        Seen.unchanged(seen, register.stamp(code), null);
    }

    /**
     * Enters a statistic as a new revision. A rate given by its parts is computed from them.
     *
     * @param seen {@link #stamp} when the form was opened
     * @throws DomainException when neither a value nor both parts are given, or the observed year lies after the reported one
     * @throws ConflictException when somebody entered something of the indicator since
     */
    @UseCase(allow = Role.STAFF)
    public void report(String seen, @Valid IndicatorEntry entry) {
        Indicator indicator = indicator(entry.indicator());
        if (entry.observed().compareTo(entry.year()) > 0) {
            throw new DomainException("plan.error.observedLater");
        }
        boolean parts = entry.numerator() != null || entry.denominator() != null;
        if (parts
                && (entry.numerator() == null
                        || entry.denominator() == null
                        || !indicator.accumulation().equals("rate"))) {
            throw new DomainException("plan.error.parts");
        }
        if (!parts && entry.value() == null) {
            throw new DomainException("plan.error.valueMissing");
        }
        BigDecimal value = parts ? Percent.of(entry.numerator(), entry.denominator()) : entry.value();
        if (parts
                && entry.value() != null
                && entry.value().subtract(value).abs().compareTo(ROUNDING) > 0) {
            throw new DomainException("plan.error.partsContradict", value.stripTrailingZeros());
        }
        if (indicator.accumulation().equals("rate") && value.compareTo(WHOLE) > 0) {
            throw new DomainException("plan.error.rateAbove");
        }
        unchanged(entry.indicator(), seen);
        reason.because(entry.source());
        register.report(entry, value);
    }

    /**
     * 各年度の目標値, where it is not on the straight line from base to target; null takes it back.
     *
     * @throws DomainException without a reason, or when the year is the target's own or before the base
     */
    @UseCase(allow = Role.STAFF)
    public void aim(String code, String seen, FiscalYear year, BigDecimal value, String why) {
        String said = GivenReason.of(why, "plan.error.reasonMissing");
        Indicator indicator = indicator(code);
        if (year.year() >= indicator.targetYear()
                || indicator.baseYear() != null && year.year() <= indicator.baseYear()) {
            throw new DomainException("plan.error.notOnThePath");
        }
        if (value != null
                && (value.signum() < 0
                        || value.compareTo(MOST) > 0
                        || indicator.accumulation().equals("rate") && value.compareTo(WHOLE) > 0)) {
            throw new DomainException("plan.error.aim");
        }
        unchanged(code, seen);
        reason.because(said);
        register.aim(code, year, value, said);
    }

    /**
     * From a year on, the indicator is the sum of these measures; none makes it a statistic again.
     *
     * @throws DomainException without a reason
     */
    @UseCase(allow = Role.STAFF)
    public void compose(String code, String seen, FiscalYear from, Set<Long> measures, String why) {
        String said = GivenReason.of(why, "plan.error.reasonMissing");
        indicator(code);
        unchanged(code, seen);
        reason.because(said);
        register.compose(code, from, measures, said);
    }
}
