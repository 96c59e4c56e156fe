package tsunagu.event.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tsunagu.event.AttendanceRole;
import tsunagu.event.QuestionnaireService;
import tsunagu.question.AnswerKind;
import tsunagu.question.Moment;
import tsunagu.question.QuestionSheet;
import tsunagu.shared.ConflictException;
import tsunagu.web.FieldWords;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.SheetMerge;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff write what is asked at an event. */
@Named
@ViewScoped
public class QuestionsPage implements Serializable, FieldWords {

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
    private String seen;
    private final HashMap<Long, String> base = new HashMap<>();
    private final ArrayList<SheetMerge.Conflict> conflicts = new ArrayList<>();

    public List<QuestionForm> getQuestions() {
        if (questions == null) {
            questions = kept();
            questions.forEach(each -> base.put(each.id(), each.said()));
        }
        return questions;
    }

    private ArrayList<QuestionForm> kept() {
        seen = questionnaires.stamp(web.value("event"));
        return new ArrayList<>(questionnaires.asked(web.value("event")).stream()
                .map(QuestionForm::of)
                .toList());
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return conflicts;
    }

    /**
     * Somebody else has saved questions first: theirs that were left alone here come in, new ones at the end; a question that both rewrote
     * stays as it is here and is shown with theirs; one they took away stays only where it was rewritten here.
     */
    private void merge() {
        Map<Long, QuestionForm> theirs = new LinkedHashMap<>();
        kept().forEach(each -> theirs.put(each.id(), each));
        conflicts.clear();
        if (theirs.values().stream()
                .map(QuestionForm::asked)
                .toList()
                .equals(questions.stream().map(QuestionForm::asked).toList())) {
            // The same sheet came twice: it is saved.
            saved();
            return;
        }
        ArrayList<QuestionForm> merged = new ArrayList<>();
        for (QuestionForm mine : questions) {
            QuestionForm other = theirs.get(mine.id());
            boolean untouched = mine.id() != null && mine.said().equals(base.get(mine.id()));
            if (other == null && mine.id() != null) {
                if (!untouched) {
                    mine.asNew();
                    merged.add(mine);
                }
            } else if (other != null && untouched) {
                merged.add(other);
            } else {
                merged.add(mine);
                if (other != null
                        && !other.said().equals(base.get(mine.id()))
                        && !other.said().equals(mine.said())) {
                    conflicts.add(new SheetMerge.Conflict(
                            "questions-" + (merged.size() - 1) + "-text", mine.said(), other.said()));
                }
            }
        }
        for (QuestionForm other : theirs.values()) {
            if (!base.containsKey(other.id())) {
                merged.add(other);
            } else if (questions.stream().noneMatch(mine -> other.id().equals(mine.id()))
                    && !other.said().equals(base.get(other.id()))) {
                // Taken away here and rewritten there: it comes back, and the two are told apart.
                merged.add(other);
                conflicts.add(new SheetMerge.Conflict("questions-" + (merged.size() - 1) + "-text", "", other.said()));
            }
        }
        questions = merged;
        base.clear();
        theirs.values().forEach(each -> base.put(each.id(), each.said()));
        errors.addText("", conflicts.isEmpty() ? "web.merge.done" : "web.merge.both");
    }

    @Override
    public String label(String field) {
        return texts.of("event.questions.number", Integer.parseInt(field.split("-")[1]) + 1);
    }

    /** What people read of a question: what is asked, and its choices. */
    @Override
    public String shown(String field, String answer) {
        return answer.lines()
                .skip(2)
                .takeWhile(line -> !line.equals("true") && !line.equals("false"))
                .collect(Collectors.joining(" / "));
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
        List<String> keys = getQuestions().stream().map(QuestionForm::getKey).toList();
        QuestionSheet sheet = new QuestionSheet(
                getQuestions().stream().map(each -> each.draft(keys)).toList());
        boolean[] overtaken = new boolean[1];
        if (errors.attempt(() -> {
                    try {
                        questionnaires.ask(web.value("event"), seen, sheet);
                    } catch (ConflictException e) {
                        overtaken[0] = true;
                    }
                })
                && !overtaken[0]) {
            saved();
        }
        if (overtaken[0]) {
            merge();
        }
    }

    private void saved() {
        web.go(web.url("/staff/events/" + web.value("event") + "/questions") + "?done=questions-saved");
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
                            QuestionForm.condition(other, option));
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
