package tsunagu.plan;

import java.util.List;
import tsunagu.shared.FiscalYear;

/** A programme's page for one fiscal year. */
public record ProgrammeSheet(
        ProgrammeName name, String policy, String strategy, FiscalYear year, List<PlanTree.Trend> measures) {}
