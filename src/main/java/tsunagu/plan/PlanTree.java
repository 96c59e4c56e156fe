package tsunagu.plan;

import java.util.List;
import tsunagu.shared.FiscalYear;

/** The plan in one fiscal year: 基本方針 → 戦略 → 推進事業 → 評価指標. */
public record PlanTree(FiscalYear year, List<Policy> policies) {

    /** @param key its own through all plans @param no as printed */
    public record Policy(int key, int no, String name, List<Indicator> indicators, List<Strategy> strategies) {}

    /** @param key its own through all plans @param no as printed */
    public record Strategy(int key, int no, String name, List<Indicator> indicators, List<Programme> programmes) {}

    /**
     * @param measures one trend for each measure; empty where the papers define none
     * @param grade of {@link ApprovedGrades}; "" while the year is not approved
     */
    public record Programme(ProgrammeName name, List<Trend> measures, String grade) {}

    /** A measure over the plan's years. */
    public record Trend(Figure figure, List<Figure> years) {}
}
