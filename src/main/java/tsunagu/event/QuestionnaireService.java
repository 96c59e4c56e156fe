package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import tsunagu.question.QuestionService;
import tsunagu.question.QuestionSheet;
import tsunagu.question.QuestionView;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** What staff ask the people of an event, and what came of it. */
@ApplicationScoped
@Transactional
public class QuestionnaireService {

    @Inject
    private EventRepository events;

    @Inject
    private QuestionService questions;

    @UseCase(allow = Role.STAFF, changes = false)
    public List<QuestionView> asked(String eventCode) {
        return questions.asked(events.get(eventCode).id());
    }

    /** What {@link #ask} is told to have been seen. */
    @UseCase(allow = Role.STAFF, changes = false)
    public String stamp(String eventCode) {
        return questions.stamp(events.get(eventCode).id());
    }

    /** @throws tsunagu.shared.ConflictException when somebody else has saved questions since they were seen */
    @UseCase(allow = Role.STAFF)
    public void ask(String eventCode, String seen, QuestionSheet sheet) {
        questions.ask(events.get(eventCode).id(), seen, sheet);
    }

    /** Answers given when registering and at the door, by registration and question; those of アンケート have no names. */
    @UseCase(allow = Role.STAFF, changes = false)
    public Map<Long, Map<Long, String>> answers(String eventCode) {
        return questions.answersOfEvent(events.get(eventCode).id());
    }
}
