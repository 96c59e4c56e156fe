package tsunagu.scout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import tsunagu.shared.DailyTask;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.UseCase;

/** Once a day: an invitation nobody answered lapses. */
@ApplicationScoped
@Transactional
public class ScoutLapse implements DailyTask {

    @Inject
    private ScoutRepository scouts;

    @Override
    public String task() {
        return "scout";
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        scouts.lapse(today.atStartOfDay(FiscalYear.ZONE).toInstant());
    }
}
