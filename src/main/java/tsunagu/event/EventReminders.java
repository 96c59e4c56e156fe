package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.question.Moment;
import tsunagu.question.QuestionService;
import tsunagu.shared.DailyTask;
import tsunagu.shared.UseCase;

/** Once a day: who comes in a week or tomorrow is reminded, who came yesterday is thanked, and counters are compared with rows. */
@ApplicationScoped
@Transactional
public class EventReminders implements DailyTask {

    private static final Logger LOG = Logger.getLogger(EventReminders.class.getName());

    private static final int WEEK = 7;
    private static final int DAYS_OF_NAMES = 30;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private RegistrationLetters letters;

    @Inject
    private SeatCounter seats;

    @Inject
    private EventRepository events;

    @Inject
    private QuestionService questions;

    private boolean asked(Registration registration) {
        long event = events.session(registration.sessionId()).event().id();
        return !questions.asked(event, Moment.AFTERWARDS).isEmpty();
    }

    @Override
    public String task() {
        return "events";
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        registrations.expected(today.plusDays(WEEK)).forEach(each -> letters.tellSeat(each, "event.letter.week"));
        registrations.expected(today.plusDays(1)).forEach(each -> letters.tellSeat(each, "event.letter.tomorrow"));
        registrations.present(today.minusDays(1)).forEach(each -> letters.tell(each, asked(each) ? "event.letter.thanksAsk" : "event.letter.thanks"));
        registrations.forgetNames(today.minusDays(DAYS_OF_NAMES));
        seats.wrong().forEach(row -> LOG.log(
                Level.SEVERE, "Session {0} says {1} seats are taken; its registrations say {2}", new Object[] {
                    row[0], row[1], row[2]
                }));
    }
}
