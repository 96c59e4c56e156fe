package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.event.EventRepository;
import tsunagu.question.Moment;
import tsunagu.question.QuestionService;
import tsunagu.registration.Registration;
import tsunagu.registration.RegistrationLetters;
import tsunagu.shared.DailyTask;
import tsunagu.shared.UseCase;

/** Once a day: who came yesterday is thanked, and asked where staff have questions; words that devices said, and their names, are forgotten. */
@ApplicationScoped
@Transactional
public class AttendanceReminders implements DailyTask {

    @Inject
    private AttendanceRepository attendances;

    @Inject
    private RegistrationLetters letters;

    @Inject
    private EventRepository events;

    @Inject
    private QuestionService questions;

    @Override
    public String task() {
        return "attendance";
    }

    @Override
    @UseCase(changes = false)
    public boolean writes() {
        return true;
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        thank(today.minusDays(1));
    }

    @Override
    @UseCase
    public void missed(LocalDate day, LocalDate today) {
        thank(day.minusDays(1));
    }

    private void thank(LocalDate heldOn) {
        List<Registration> came = attendances.presentOn(heldOn);
        Set<Long> asking = asking(came);
        came.forEach(each -> letters.tellInDaytime(
                each, asking.contains(each.sessionId()) ? "event.letter.thanksAsk" : "event.letter.thanks"));
    }

    /** Of these sessions, those that have a questionnaire: asked once for each, however many people came. */
    private Set<Long> asking(List<Registration> came) {
        return came.stream()
                .map(Registration::sessionId)
                .distinct()
                .filter(each -> !questions
                        .asked(events.session(each).event().id(), Moment.AFTERWARDS)
                        .isEmpty())
                .collect(Collectors.toSet());
    }
}
