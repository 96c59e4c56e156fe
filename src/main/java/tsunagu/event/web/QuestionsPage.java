package tsunagu.event.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import tsunagu.event.AttendanceRole;
import tsunagu.event.QuestionnaireService;
import tsunagu.question.AnswerKind;
import tsunagu.question.Moment;
import tsunagu.question.QuestionSheet;
import tsunagu.question.QuestionView;
import tsunagu.web.FormErrors;
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
    private Web web;

    private ArrayList<QuestionForm> questions;

    public List<QuestionForm> getQuestions() {
        if (questions == null) {
            List<QuestionView> asked = questionnaires.asked(web.value("event"));
            List<Long> ids = asked.stream().map(QuestionView::id).toList();
            questions = new ArrayList<>(asked.stream().map(each -> QuestionForm.of(each, ids)).toList());
        }
        return questions;
    }

    public void add() {
        getQuestions().add(new QuestionForm());
    }

    public void remove(int index) {
        getQuestions().remove(index);
    }

    public void up(int index) {
        if (index > 0) {
            getQuestions().add(index - 1, getQuestions().remove(index));
        }
    }

    public void save() {
        if (errors.attempt(() -> questionnaires.ask(
                web.value("event"), new QuestionSheet(getQuestions().stream().map(QuestionForm::draft).toList())))) {
            web.go(web.url("/staff/events/" + web.value("event") + "/questions") + "?done=questions-saved");
        }
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
