package tsunagu.event.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tsunagu.event.AttendanceRole;
import tsunagu.event.QuestionnaireService;
import tsunagu.question.AnswerKind;
import tsunagu.question.Moment;
import tsunagu.question.QuestionSheet;
import tsunagu.question.QuestionView;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff write what is asked at an event. */
@Named
@ViewScoped
public class QuestionsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private QuestionnaireService questionnaires;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    private ArrayList<QuestionForm> questions;

    public List<QuestionForm> getQuestions() {
        if (questions == null) {
            List<QuestionView> asked = questionnaires.asked(web.value("event"));
            List<Long> ids = asked.stream().map(QuestionView::id).toList();
            questions = new ArrayList<>(
                    asked.stream().map(each -> QuestionForm.of(each, ids)).toList());
        }
        return questions;
    }

    public void add() {
        getQuestions().add(new QuestionForm());
    }

    public void remove() {
        place().ifPresent(index -> getQuestions().remove(index.intValue()));
    }

    public void up() {
        place().filter(index -> index > 0)
                .ifPresent(index -> getQuestions().add(index - 1, getQuestions().remove(index.intValue())));
    }

    /** Where the question of the pressed button stands by now; it may have been removed in the same page before. */
    private Optional<Integer> place() {
        return IntStream.range(0, getQuestions().size())
                .filter(index -> getQuestions().get(index).getKey().equals(act.record()))
                .boxed()
                .findFirst();
    }

    public void save() {
        if (errors.attempt(() -> questionnaires.ask(
                web.value("event"),
                new QuestionSheet(
                        getQuestions().stream().map(QuestionForm::draft).toList())))) {
            web.go(web.url("/staff/events/" + web.value("event") + "/questions") + "?done=questions-saved");
        }
    }

    /** What a question may hang on: the options of the questions before it, in words. */
    public Map<String, String> conditions(int index) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (int i = 0; i < index; i++) {
            QuestionForm other = getQuestions().get(i);
            if (other.getKind().choice()) {
                for (String option : other.lines()) {
                    conditions.put(
                            texts.of("event.questions.is", i + 1, other.getText(), option),
                            QuestionForm.condition(i + 1, option));
                }
            }
        }
        QuestionForm own = getQuestions().get(index);
        if (!own.getCondition().isEmpty() && !conditions.containsValue(own.getCondition())) {
            // What was chosen before does not go away because another question is being rewritten; saving says what is
            // wrong.
            conditions.put(own.getCondition(), own.getCondition());
        }
        return conditions;
    }

    public Moment[] getMoments() {
        return Moment.values();
    }

    public AnswerKind[] getKinds() {
        return AnswerKind.values();
    }

    public List<AttendanceRole> getRoles() {
        return AttendanceRole.forRegistration();
    }
}
