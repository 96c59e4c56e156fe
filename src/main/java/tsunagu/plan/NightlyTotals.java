package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import tsunagu.shared.DailyTask;
import tsunagu.shared.Telemetry;

/** Looks every night whether the kept totals are what their rows say, and has everything counted again: a year may have begun. */
@ApplicationScoped
public class NightlyTotals implements DailyTask {

    private static final Logger LOG = System.getLogger(NightlyTotals.class.getName());

    @Inject
    private PlanQueries queries;

    @Inject
    private Telemetry telemetry;

    @Override
    public String task() {
        return "totals";
    }

    @Override
    public void run(LocalDate today) {
        long wrong = queries.wrongTotals();
        telemetry.figure("totals_differing", wrong);
        if (wrong > 0) {
            LOG.log(Level.ERROR, "{0} kept totals differ from their rows", wrong);
        }
        queries.forgetTotals();
    }
}
