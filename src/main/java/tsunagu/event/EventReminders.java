package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
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
    private DoorRepository door;

    @Inject
    private EventRepository events;

    @Inject
    private QuestionService questions;

    @Override
    public String task() {
        return "events";
    }

    @Override
    @UseCase(changes = false)
    public LocalTime from() {
        return MORNING;
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        due(today, "event.letter.tomorrow");
        registrations.forgetNames(today.minusDays(DAYS_OF_NAMES));
        door.forgetSaid(today.minusDays(DAYS_OF_NAMES));
        seats.wrong().forEach(row -> LOG.log(
                Level.SEVERE, "Session {0} says {1} seats are taken; its registrations say {2}", new Object[] {
                    row[0], row[1], row[2]
                }));
    }

    /** Who should have been written to on that day and was not; what was to come on the day after is over, or today. */
    @Override
    @UseCase
    public void missed(LocalDate day, LocalDate today) {
        due(day, day.plusDays(1).equals(today) ? "event.letter.today" : null);
    }

    private void due(LocalDate day, String soon) {
        registrations.expected(day.plusDays(WEEK)).forEach(each -> letters.tellSeat(each, "event.letter.week"));
        if (soon != null) {
            registrations.expected(day.plusDays(1)).forEach(each -> letters.tellSeat(each, soon));
        }
        List<Registration> came = registrations.presentOn(day.minusDays(1));
        Set<Long> asking = asking(came);
        came.forEach(each -> letters.tell(
                each, asking.contains(each.sessionId()) ? "event.letter.thanksAsk" : "event.letter.thanks"));
    }

    /** Of these sessions, those that have a questionnaire: asked once for each, however many people came. */
    private Set<Long> asking(List<Registration> came) {
        return came.stream()
                .map(Registration::sessionId)
                .distinct()
                .filter(each -> !questions.asked(events.session(each).event().id(), Moment.AFTERWARDS).isEmpty())
                .collect(Collectors.toSet());
    }
}
