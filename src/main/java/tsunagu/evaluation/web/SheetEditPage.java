package tsunagu.evaluation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.evaluation.EvaluationService;
import tsunagu.evaluation.EvaluationSheetForm;
import tsunagu.evaluation.FutureDirection;
import tsunagu.evaluation.Grade;
import tsunagu.evaluation.Papers;
import tsunagu.evaluation.SheetView;
import tsunagu.shared.ConflictException;
import tsunagu.shared.FiscalYear;
import tsunagu.web.FieldWords;
import tsunagu.web.FormErrors;
import tsunagu.web.SheetMerge;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff write a programme's sheet. Two at once get each other's words side by side; nothing is lost. */
@Named
@ViewScoped
public class SheetEditPage implements Serializable, FieldWords {

    private static final long serialVersionUID = 1L;
    private static final String UNLISTED = "no";

    @Inject
    private EvaluationService evaluations;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private transient SheetView sheet;
    private boolean loaded;
    private transient boolean overtaken;
    private int version;
    private HashMap<String, String> base = new HashMap<>();
    private final HashMap<String, String> typed = new HashMap<>();
    private ArrayList<SheetMerge.Conflict> conflicts = new ArrayList<>();

    public SheetView getSheet() {
        if (sheet == null) {
            sheet = evaluations.sheet(web.value("programme"), getYear());
        }
        return sheet;
    }

    public FiscalYear getYear() {
        return web.fiscalYear();
    }

    public Map<String, String> getTyped() {
        if (!loaded) {
            loaded = true;
            version = getSheet().version();
            base = answers(getSheet());
            typed.putAll(base);
        }
        return typed;
    }

    public void save() {
        save("saved", () -> {});
    }

    /** Keeps it and hands it to the manager. */
    public void submit() {
        errors.need("decisions-0-grade", !of("decisions-0-grade").isEmpty(), "evaluation.error.gradeMissing");
        errors.need("done", !of("done").isBlank(), "evaluation.error.doneMissing");
        errors.check(form());
        if (!errors.isNone()) {
            return;
        }
        save("submitted", () -> evaluations.submit(web.value("programme"), getYear()));
    }

    private void save(String done, Runnable andThen) {
        Map<String, String> fields = new HashMap<>(Map.of("evaluation.error.reasonSuggested", "decisions-0-reason"));
        fields.put("evaluation.error.gradeMissing", "decisions-0-grade");
        fields.put("evaluation.error.reasonPaper", "decisions-" + firstUnexplained() + "-reason");
        overtaken = false;
        if (!errors.attempt(this::write, fields)) {
            return;
        }
        if (overtaken) {
            merge();
            return;
        }
        sheet = null;
        version = getSheet().version();
        base = answers(getSheet());
        conflicts.clear();
        if (errors.attempt(andThen, fields)) {
            web.go(web.url("/evaluations/" + web.value("programme")) + "?year="
                    + getYear().code() + "&done=" + done);
        }
    }

    /** The first paper that differs from 資料2 and does not say why. */
    private int firstUnexplained() {
        for (int i = 1; i < Papers.ALL.size(); i++) {
            String grade = of("decisions-" + i + "-grade");
            if (!grade.isEmpty()
                    && !grade.equals(of("decisions-0-grade"))
                    && of("decisions-" + i + "-reason").isBlank()) {
                return i;
            }
        }
        return 0;
    }

    /** A conflict is not a sentence here but two texts to be put together. */
    private void write() {
        try {
            evaluations.write(form());
        } catch (ConflictException e) {
            overtaken = true;
        }
    }

    private void merge() {
        SheetView theirs = evaluations.sheet(web.value("programme"), getYear());
        SheetMerge merged = SheetMerge.of(base, typed, answers(theirs));
        sheet = theirs;
        version = theirs.version();
        base = answers(theirs);
        typed.putAll(merged.answers());
        conflicts = new ArrayList<>(merged.conflicts());
        errors.add("", texts.of(conflicts.isEmpty() ? "web.merge.done" : "web.merge.both"));
    }

    private EvaluationSheetForm form() {
        List<EvaluationSheetForm.Decision> decisions = new ArrayList<>();
        for (int i = 0; i < Papers.ALL.size(); i++) {
            String grade = of("decisions-" + i + "-grade");
            String direction = of("decisions-" + i + "-direction");
            decisions.add(new EvaluationSheetForm.Decision(
                    Papers.ALL.get(i),
                    grade.isEmpty() ? null : Grade.valueOf(grade),
                    direction.isEmpty() ? null : FutureDirection.valueOf(direction),
                    of("decisions-" + i + "-detail"),
                    of("decisions-" + i + "-reason"),
                    !of("decisions-" + i + "-listed").equals(UNLISTED)));
        }
        return new EvaluationSheetForm(
                web.value("programme"), getYear(), version, of("done"), of("effect"), of("problem"), decisions);
    }

    private static HashMap<String, String> answers(SheetView view) {
        HashMap<String, String> answers = new HashMap<>();
        answers.put("done", view.done());
        answers.put("effect", view.effect());
        answers.put("problem", view.problem());
        for (int i = 0; i < Papers.ALL.size(); i++) {
            EvaluationSheetForm.Decision decision = view.decision(Papers.ALL.get(i));
            answers.put(
                    "decisions-" + i + "-grade",
                    decision.grade() == null ? "" : decision.grade().name());
            answers.put(
                    "decisions-" + i + "-direction",
                    decision.direction() == null ? "" : decision.direction().name());
            answers.put("decisions-" + i + "-detail", decision.detail());
            answers.put("decisions-" + i + "-listed", decision.listed() ? "" : UNLISTED);
            answers.put("decisions-" + i + "-reason", decision.reason());
        }
        return answers;
    }

    private String of(String field) {
        return typed.getOrDefault(field, "") == null ? "" : typed.getOrDefault(field, "");
    }

    /** The words above a field. */
    @Override
    public String label(String field) {
        if (!field.startsWith("decisions-")) {
            return texts.of("evaluation.field." + field);
        }
        String[] parts = field.split("-");
        return Papers.ALL.get(Integer.parseInt(parts[1])) + " " + texts.of("evaluation.field." + parts[2]);
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return conflicts;
    }

    public List<String> getPapers() {
        return Papers.ALL;
    }

    public Grade[] getGrades() {
        return Grade.values();
    }

    public FutureDirection[] getDirections() {
        return FutureDirection.values();
    }
}
