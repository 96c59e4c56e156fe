package tsunagu.plan;

import java.util.List;

/**
 * A programme in a year with its figures, as an evaluation needs them.
 *
 * @param figures of the year
 * @param before of the year before, in the same order
 */
public record YearResult(
        int policyNo,
        String policy,
        int strategyNo,
        String strategy,
        ProgrammeName programme,
        List<Figure> figures,
        List<Figure> before) {}
