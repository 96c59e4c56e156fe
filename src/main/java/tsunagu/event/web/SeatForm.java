package tsunagu.event.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tsunagu.event.AttendanceRole;
import tsunagu.event.Companions;
import tsunagu.event.SeatRequest;
import tsunagu.question.AnswerKind;
import tsunagu.question.AnswerSheet;
import tsunagu.question.QuestionView;
import tsunagu.shared.DomainException;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;

/** What is typed about a seat: as whom, who comes along, and answers. The same when registering and when changing. */
public class SeatForm {

    private final List<QuestionView> questions;
    private AttendanceRole role;
    private String companions = "";
    private AttendanceRole companionRole;
    private String names = "";
    private final Map<Long, String> answers = new HashMap<>();
    private final Map<Long, Object> choices = new HashMap<>();

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
        for (QuestionView question : questions) {
            String value = before.getOrDefault(question.id(), "");
            if (question.kind() == AnswerKind.SOME) {
                choices.put(question.id(), value.isEmpty() ? new String[0] : value.split("\n"));
            } else {
                answers.put(question.id(), value);
            }
        }
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
        return errors.isNone();
    }

    Map<Long, String> typed() {
        Map<Long, String> typed = new LinkedHashMap<>();
        for (QuestionView question : questions) {
            typed.put(
                    question.id(),
                    question.kind() == AnswerKind.SOME
                            ? chosen(choices.get(question.id()))
                            : Objects.toString(answers.get(question.id()), ""));
        }
        return typed;
    }

    /** Faces hands over an array or a collection. */
    private static String chosen(Object value) {
        if (value instanceof Object[] several) {
            return Arrays.stream(several).map(String::valueOf).collect(Collectors.joining("\n"));
        }
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : "";
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

    /** By question id. */
    public Map<Long, String> getAnswers() {
        return answers;
    }

    /** Several choices, by question id. */
    public Map<Long, Object> getChoices() {
        return choices;
    }
}
