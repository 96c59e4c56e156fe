package tsunagu.plan;

import java.util.List;
import java.util.Map;
import tsunagu.shared.FiscalYear;

/**
 * A programme's page for one fiscal year.
 *
 * @param grades of the years whose approval holds ({@link ApprovedGrades})
 */
public record ProgrammeSheet(
        ProgrammeName name,
        String policy,
        String strategy,
        FiscalYear year,
        List<PlanTree.Trend> measures,
        Map<FiscalYear, String> grades) {

    /** "" for a year without. */
    public String grade(FiscalYear ofYear) {
        return grades.getOrDefault(ofYear, "");
    }

    public boolean graded() {
        return !grades.isEmpty();
    }
}
