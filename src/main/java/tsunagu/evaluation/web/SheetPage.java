package tsunagu.evaluation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.evaluation.Change;
import tsunagu.evaluation.Difference;
import tsunagu.evaluation.DifferenceService;
import tsunagu.evaluation.EvaluationService;
import tsunagu.evaluation.LockExceptionService;
import tsunagu.evaluation.OfficialService;
import tsunagu.evaluation.Papers;
import tsunagu.evaluation.SheetView;
import tsunagu.shared.FiscalYear;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** One programme's sheet of a year as everybody in the house and the committee reads it, with what each of them may do. */
@Named
@ViewScoped
public class SheetPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private EvaluationService evaluations;

    @Inject
    private OfficialService official;

    @Inject
    private DifferenceService differenceService;

    @Inject
    private LockExceptionService exceptions;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    private transient SheetView sheet;
    private transient List<EvaluationService.Comment> comments;
    private transient List<Change> history;
    private transient List<Difference> differences;
    private transient List<Difference> ended;
    private String seen = "";
    private SeenSheet read;
    private ArrayList<SeenSheet.Moved> moved = new ArrayList<>();
    private final HashMap<String, String> typed = new HashMap<>();

    public FiscalYear getYear() {
        return web.fiscalYear();
    }

    public SheetView getSheet() {
        if (sheet == null) {
            sheet = evaluations.sheet(id(), getYear());
            if (read == null) {
                read = SeenSheet.of(sheet);
            }
        }
        return sheet;
    }

    /** What moved since the page was read; empty before a decision was refused, and when only words or grades changed. */
    public List<SeenSheet.Moved> getMoved() {
        return moved;
    }

    /** What is shown from now on is the present; beside it what was read before. */
    private void readAgain() {
        SeenSheet before = read;
        sheet = null;
        differences = null;
        read = null;
        moved = before.moved(getSheet());
    }

    public List<String> getPapers() {
        return Papers.ALL;
    }

    public List<EvaluationService.Comment> getComments() {
        if (comments == null) {
            comments = evaluations.comments(id(), getYear());
        }
        return comments;
    }

    public List<Change> getHistory() {
        if (history == null) {
            history = evaluations.history(id(), getYear());
        }
        return history;
    }

    /** Numbers that were given once and are not differences any more. */
    public List<Difference> getEnded() {
        if (ended == null) {
            ended = differenceService.endedDifferences(id(), getYear());
        }
        return ended;
    }

    public List<Difference> getDifferences() {
        if (differences == null) {
            differences = getSheet().differences() == 0 ? List.of() : differenceService.differences(id(), getYear());
        }
        return differences;
    }

    public Map<String, String> getTyped() {
        return typed;
    }

    public void submit() {
        run(() -> evaluations.submit(id(), getYear()), "submitted", Map.of());
    }

    /** The year has not ended: what is still to come would be a difference. */
    public boolean isRunning() {
        return getYear().compareTo(FiscalYear.of(LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE))) >= 0;
    }

    /** What was read before the decision: posted back, so that nothing else is decided about. */
    public String getSeen() {
        return getSheet().stamp();
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }

    public void approve() {
        run(() -> official.approve(id(), getYear(), seen), "approved", Map.of());
        if (!errors.isNone()) {
            readAgain();
        }
    }

    public void sendBack() {
        run(
                () -> evaluations.sendBack(id(), getYear(), typed.get("back")),
                "sent-back",
                Map.of("evaluation.error.why", "back"));
    }

    public void reopen() {
        run(
                () -> official.reopen(id(), getYear(), typed.get("open")),
                "reopened",
                Map.of("evaluation.error.why", "open"));
    }

    public void grantLockException() {
        run(
                () -> exceptions.grant(id(), getYear(), typed.get("except")),
                "excepted",
                Map.of("evaluation.error.why", "except"));
    }

    public void comment() {
        run(
                () -> evaluations.comment(id(), getYear(), typed.get("text")),
                "commented",
                Map.of("evaluation.error.comment", "text"));
    }

    public void answer() {
        Map<String, String> field = Map.of("evaluation.error.comment", "answer" + act.record());
        run(() -> evaluations.answer(act.number(), act.text("answer")), "answered", field);
    }

    private void run(Runnable useCase, String done, Map<String, String> fields) {
        if (errors.attempt(useCase, fields)) {
            web.go(web.url("/evaluations/" + id()) + "?year=" + getYear().code() + "&done=" + done);
        }
    }

    private String id() {
        return web.value("programme");
    }
}
