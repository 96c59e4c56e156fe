package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import tsunagu.shared.DailyTask;
import tsunagu.shared.UseCase;

/** Requests for a booth at what is over are over, too: the company hears that it got no answer. */
@ApplicationScoped
@Transactional
public class BoothRequestEnd implements DailyTask {

    @Inject
    private BoothRepository booths;

    @Inject
    private BoothLetters letters;

    @Inject
    private Clock clock;

    @Override
    public String task() {
        return "booths";
    }

    @Override
    @UseCase(changes = false)
    public boolean writes() {
        return true;
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        booths.leftOver(clock.instant()).forEach(letters::leftOver);
    }
}
