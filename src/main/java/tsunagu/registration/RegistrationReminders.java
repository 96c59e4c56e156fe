package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.shared.DailyTask;
import tsunagu.shared.UseCase;

/** Once a day: who comes in a week or tomorrow is reminded, and counters are compared with rows. */
@ApplicationScoped
@Transactional
public class RegistrationReminders implements DailyTask {

    private static final Logger LOG = Logger.getLogger(RegistrationReminders.class.getName());

    private static final int WEEK = 7;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private RegistrationLetters letters;

    @Inject
    private SeatCounter seats;

    @Override
    public String task() {
        return "events";
    }

    @Override
    @UseCase(changes = false)
    public boolean writes() {
        return true;
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        due(today, "event.letter.tomorrow");
        seats.wrong()
                .forEach(each ->
                        LOG.log(Level.SEVERE, () -> "Session %d says %d seats are taken; its registrations say %d"
                                .formatted(each.session(), each.taken(), each.counted())));
    }

    /** Who should have been written to on that day and was not; what was to come on the day after is over, or today. */
    @Override
    @UseCase
    public void missed(LocalDate day, LocalDate today) {
        due(day, day.plusDays(1).equals(today) ? "event.letter.today" : null);
    }

    private void due(LocalDate day, String soon) {
        registrations
                .expected(day.plusDays(WEEK))
                .forEach(each -> letters.remind(each.registration(), each.day(), "event.letter.week"));
        if (soon != null) {
            registrations
                    .expected(day.plusDays(1))
                    .forEach(each -> letters.remind(each.registration(), each.day(), soon));
        }
    }
}
