package tsunagu.registration.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tsunagu.event.AttendanceRole;
import tsunagu.question.AnswerSheet;
import tsunagu.question.QuestionView;
import tsunagu.registration.ClassVisit;
import tsunagu.registration.Companions;
import tsunagu.registration.SeatRequest;
import tsunagu.shared.DomainException;
import tsunagu.shared.Typed;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Texts;

/** What is typed about a seat: as whom, who comes along, and answers. The same when registering and when changing. */
public class SeatForm {

    private final List<QuestionView> questions;
    private AttendanceRole role;
    private List<Kind> kinds = List.of();
    private String school = "";
    private String className = "";
    private String telephone = "";
    private String names = "";
    private final Map<Long, String> answers = new HashMap<>();
    private final Set<Long> reworded = new HashSet<>();

    /** Kinds of people there is a line for: pupils, teachers, guardians, one more. */
    private static final int LINES = 4;

    /**
     * A line of the people who come along, as it was typed.
     *
     * @param line from 1
     */
    public record Kind(int line, String persons, String role) {

        /** Of both fields, in a page that may have them once. */
        private String behind() {
            return line == 1 ? "" : "-" + line;
        }

        public String personsId() {
            return "companions" + behind();
        }

        public String roleId() {
            return "companionRole" + behind();
        }

        private boolean empty() {
            return persons.isBlank() && role.isEmpty();
        }

        /** @return null where none is chosen */
        private AttendanceRole kind() {
            return Arrays.stream(AttendanceRole.values())
                    .filter(each -> each.name().equals(role))
                    .findFirst()
                    .orElse(null);
        }
    }

    SeatForm(List<QuestionView> questions) {
        this.questions = questions;
        fill(List.of());
    }

    private void fill(List<Kind> some) {
        kinds = new ArrayList<>(some);
        while (kinds.size() < LINES) {
            kinds.add(new Kind(kinds.size() + 1, "", ""));
        }
    }

    static SeatForm of(SeatRequest request, List<QuestionView> questions) {
        SeatForm form = new SeatForm(questions);
        form.role = request.role();
        List<Kind> before = new ArrayList<>();
        request.companions()
                .byRole()
                .forEach((kind, persons) ->
                        before.add(new Kind(before.size() + 1, String.valueOf(persons), kind.name())));
        form.fill(before);
        form.school = request.visit().school();
        form.className = request.visit().name();
        form.telephone = request.visit().telephone();
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
        List<Kind> typed = new ArrayList<>();
        Kind line = new Kind(1, "", "");
        while (!act.all(line.personsId()).isEmpty() && typed.size() < AttendanceRole.values().length) {
            typed.add(new Kind(
                    line.line(),
                    act.all(line.personsId()).get(0),
                    act.all(line.roleId()).stream().findFirst().orElse("")));
            line = new Kind(line.line() + 1, "", "");
        }
        if (!typed.isEmpty()) {
            fill(typed);
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
        if (kindsAreComplete(errors, texts)) {
            check(errors, texts, () -> seat(ClassVisit.NONE, false));
        }
        check(errors, texts, this::visit);
        if (isGroup() && telephone.isBlank()) {
            errors.add("telephone", texts.of("event.error.telephoneMissing"));
        }
        answersOf(errors, texts);
        return errors.isNone();
    }

    private static void check(FormErrors errors, Texts texts, Supplier<?> made) {
        try {
            made.get();
        } catch (DomainException wrong) {
            errors.add(RegisterPage.FIELDS.getOrDefault(wrong.key(), ""), texts.format(wrong.key(), wrong.arguments()));
        }
    }

    /** Each line says a number and a kind, or nothing; what is wrong stands beside the line. */
    private boolean kindsAreComplete(FormErrors errors, Texts texts) {
        boolean complete = true;
        for (Kind each : kinds) {
            Typed<Integer> typed = Typed.wholeNumber(each.persons().strip());
            String field = each.personsId();
            String wrong = "";
            if (typed.unreadable()) {
                wrong = "web.error.number";
            } else if (typed.value() == null && each.kind() != null && !byNames(each)) {
                wrong = "event.error.companionCount";
            } else if (typed.value() != null && typed.value() > 0 && each.kind() == null) {
                field = each.roleId();
                wrong = "event.error.companionRole";
            }
            if (!wrong.isEmpty()) {
                errors.add(field, texts.of(wrong));
                complete = false;
            }
        }
        return complete;
    }

    private void answersOf(FormErrors errors, Texts texts) {
        new AnswerSheet(questions, role == null ? "" : role.name(), typed())
                .problems()
                .forEach((question, problem) -> errors.add("question-" + question, texts.of(problem)));
        reworded.forEach(question -> errors.add("question-" + question, texts.of("question.error.reworded")));
    }

    /** By question; several choices a line each. */
    Map<Long, String> typed() {
        Map<Long, String> typed = new LinkedHashMap<>();
        questions.forEach(question -> typed.put(question.id(), answer(question)));
        return typed;
    }

    /** @throws DomainException when the number is no number, more people are named than come, or the class is not said whole */
    SeatRequest request(boolean line) {
        return seat(visit(), line);
    }

    private ClassVisit visit() {
        return ClassVisit.of(school, className, telephone);
    }

    private SeatRequest seat(ClassVisit visit, boolean line) {
        List<String> named = named();
        Map<AttendanceRole, Integer> along = new EnumMap<>(AttendanceRole.class);
        for (Kind each : kinds) {
            int persons = persons(each);
            if (persons == 0) {
                continue;
            }
            if (each.kind() == null) {
                throw new DomainException("event.error.companionRole");
            }
            along.merge(each.kind(), persons, Integer::sum);
        }
        return new SeatRequest(role, new Companions(along), visit, named, typed(), line);
    }

    private List<String> named() {
        return names.lines().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    /** As many as are named, where names say how many they are. @throws DomainException when the number is no number */
    private int persons(Kind kind) {
        Typed<Integer> typed = Typed.wholeNumber(kind.persons().strip());
        if (typed.unreadable()) {
            throw new DomainException("web.error.number");
        }
        return typed.value() != null ? typed.value() : byNames(kind) ? named().size() : 0;
    }

    /** All who are named are of the only kind there is. */
    private boolean byNames(Kind kind) {
        return kind.line() == 1 && !named().isEmpty() && kinds.stream().skip(1).allMatch(Kind::empty);
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

    /** Who comes along, a line for each kind. */
    public List<Kind> getKinds() {
        return kinds;
    }

    /** Somebody was named, or something about them is wrong: what is folded stands open. */
    public boolean isAccompanied() {
        return !names.isEmpty() || kinds.stream().anyMatch(each -> !each.empty());
    }

    public boolean isGroup() {
        return !school.isEmpty() || !className.isEmpty() || !telephone.isEmpty();
    }

    public String getSchool() {
        return school;
    }

    public void setSchool(String school) {
        this.school = school;
    }

    public String getClassName() {
        return className;
    }

    public void setClassName(String className) {
        this.className = className;
    }

    public String getTelephone() {
        return telephone;
    }

    public void setTelephone(String telephone) {
        this.telephone = telephone;
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
