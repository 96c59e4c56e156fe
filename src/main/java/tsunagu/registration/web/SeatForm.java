package tsunagu.registration.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.event.AttendanceRole;
import tsunagu.registration.Companions;
import tsunagu.registration.SeatRequest;
import tsunagu.question.AnswerSheet;
import tsunagu.question.QuestionView;
import tsunagu.shared.DomainException;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;

/** What is typed about a seat: as whom, who comes along, and answers. The same when registering and when changing. */
public class SeatForm {

    private final List<QuestionView> questions;
    private AttendanceRole role;
    private String companions = "";
    private AttendanceRole companionRole;
    private String names = "";
    private final Map<Long, String> answers = new HashMap<>();
    private final Set<Long> reworded = new HashSet<>();

    SeatForm(List<QuestionView> questions) {
        this.questions = questions;
    }

    static SeatForm of(SeatRequest request, List<QuestionView> questions) {
        SeatForm form = new SeatForm(questions);
        form.role = request.role();
        form.companions = request.companions().persons() == 0 ? "" : String.valueOf(request.companions().persons());
        form.companionRole = request.companions().role();
        form.names = String.join("\n", request.names());
        form.answer(request.answers());
        return form;
    }

    /** What was answered before. */
    void answer(Map<Long, String> before) {
        questions.forEach(question -> answers.put(question.id(), before.getOrDefault(question.id(), "")));
    }

    /**
     * What the form that came back says to each question, found by the question's number: a list that staff changed meanwhile
     * puts no answer under another question. What was asked in other words is not answered yet.
     */
    SeatForm read(RowAct act) {
        if (!act.isBack()) {
            return this;
        }
        for (QuestionView question : questions) {
            answers.put(question.id(), String.join("\n", act.all("question-" + question.id())));
            List<String> asked = act.all("asked-" + question.id());
            if (!asked.isEmpty() && !asked.contains(question.wording())) {
                reworded.add(question.id());
            }
        }
        return this;
    }

    /** Says beside each field what is wrong with it. @return whether nothing is */
    boolean complete(FormErrors errors, Texts texts) {
        if (role == null) {
            errors.add("role", texts.of("event.error.roleMissing"));
        }
        try {
            request(false);
        } catch (DomainException wrong) {
            errors.add(RegisterPage.FIELDS.getOrDefault(wrong.key(), ""), texts.format(wrong.key(), wrong.arguments()));
        }
        new AnswerSheet(questions, role == null ? "" : role.name(), typed())
                .problems()
                .forEach((question, problem) -> errors.add("question-" + question, texts.of(problem)));
        reworded.forEach(question -> errors.add("question-" + question, texts.of("question.error.reworded")));
        return errors.isNone();
    }

    /** By question; several choices a line each. */
    Map<Long, String> typed() {
        Map<Long, String> typed = new LinkedHashMap<>();
        questions.forEach(question -> typed.put(question.id(), answer(question)));
        return typed;
    }

    /** @throws DomainException when the number is no number, or more people are named than come */
    SeatRequest request(boolean line) {
        Typed<Integer> persons = Typed.wholeNumber(companions.strip());
        if (persons.unreadable()) {
            throw new DomainException("web.error.number");
        }
        List<String> named = names.lines().map(String::strip).filter(name -> !name.isEmpty()).toList();
        int count = persons.value() == null ? named.size() : persons.value();
        return new SeatRequest(
                role, count == 0 ? Companions.NONE : new Companions(count, companionRole), named, typed(), line);
    }

    public List<QuestionView> getQuestions() {
        return questions;
    }

    public AttendanceRole getRole() {
        return role;
    }

    public void setRole(AttendanceRole role) {
        this.role = role;
    }

    public String getCompanions() {
        return companions;
    }

    public void setCompanions(String companions) {
        this.companions = companions;
    }

    public AttendanceRole getCompanionRole() {
        return companionRole;
    }

    public void setCompanionRole(AttendanceRole companionRole) {
        this.companionRole = companionRole;
    }

    public String getNames() {
        return names;
    }

    public void setNames(String names) {
        this.names = names;
    }

    public String answer(QuestionView question) {
        return answers.getOrDefault(question.id(), "");
    }

    public boolean chosen(QuestionView question, String option) {
        return List.of(answer(question).split("\n")).contains(option);
    }
}
