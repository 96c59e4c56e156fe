package tsunagu.plan;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.Demonstration;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ReferenceTable;

/** Invented targets for the running year, said to be invented, so that the demonstration shows a rate. */
@ApplicationScoped
public class DemonstrationTargets {

    @Inject
    private PlanService plan;

    @Inject
    private Clock clock;

    void load(@Observes @Priority(DatabaseReady.DEMONSTRATION) DatabaseReady ready) {
        if (!Demonstration.on()) {
            return;
        }
        FiscalYear year = FiscalYear.current(clock);
        for (ReferenceTable.Row row : ReferenceTable.read("/demo/targets.csv")) {
            String programme = row.text("programme_id");
            String measure = row.text("measure");
            if (plan.rows(programme, measure, year).figure().target() == null) {
                plan.setTarget(new FigureEntry(programme, measure, year, row.decimal("value"), row.text("reason")));
            }
        }
    }
}
