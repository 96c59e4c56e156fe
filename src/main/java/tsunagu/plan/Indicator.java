package tsunagu.plan;

import java.math.BigDecimal;

/**
 * 計画の指標 or 戦略の指標.
 *
 * @param latestActual null when none is printed
 * @param observedYear the year the latest actual describes, which may lie before the year it was reported in
 * @param accumulation stock, annual, rate or cumulative
 */
public record Indicator(
        Integer policyNo,
        Integer strategyNo,
        String name,
        String unit,
        String accumulation,
        BigDecimal base,
        Integer baseYear,
        BigDecimal target,
        int targetYear,
        BigDecimal latestActual,
        Integer observedYear,
        String note) {}
