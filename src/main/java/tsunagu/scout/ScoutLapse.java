package tsunagu.scout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import tsunagu.shared.DailyTask;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.UseCase;

/** Once a day: invitations nobody answered lapse, profiles are followed, and who was shown is forgotten with the answer. */
@ApplicationScoped
@Transactional
public class ScoutLapse implements DailyTask {

    @Inject
    private ScoutRepository scouts;

    @Inject
    private SearchRepository searches;

    @Override
    public String task() {
        return "scout";
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        Instant morning = today.atStartOfDay(FiscalYear.ZONE).toInstant();
        scouts.lapse(morning);
        searches.follow(today);
    }
}
