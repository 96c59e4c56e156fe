package tsunagu.plan.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import tsunagu.plan.PlanPeriod;
import tsunagu.plan.PlanService;
import tsunagu.plan.book.PlanBookService;
import tsunagu.shared.Secrets;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** The plan is handed out and in as one workbook: read, compared with what is there, taken as a whole. */
@Named
@ViewScoped
public class PlanBookPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Rows of a sheet that are shown; all that are wrong are. */
    private static final int SHOWN = 30;

    @Inject
    private PlanBookService book;

    @Inject
    private PlanService plan;

    @Inject
    private Texts texts;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    private transient PlanBookService.Reading reading;
    private String text = "";
    private String seen = "";

    /** Digest of the book that was looked at. */
    private String readText = "";

    public List<PlanPeriod> getPeriods() {
        return plan.periods();
    }

    public void preview() {
        errors.attemptOn("text", () -> {
            reading = book.read(text);
            readText = Secrets.digest(text);
            seen = reading.seen();
        });
    }

    public void take() {
        String looked = seen;
        boolean same = Secrets.digest(text).equals(readText);
        preview();
        if (!same) {
            errors.add("text", texts.of("plan.book.otherBook"));
            return;
        }
        if (reading != null && reading.ready()) {
            errors.attempt(() -> {
                int taken = book.take(text, looked);
                web.go(web.url("/staff/plan-book") + "?done=book&count=" + taken);
            });
        }
    }

    public PlanBookService.Reading getReading() {
        return reading;
    }

    /** What of a sheet is shown: what is wrong with it, or else everything that it changes and the first of what it adds. */
    public List<PlanBookService.Line> shown(PlanBookService.Part part) {
        List<PlanBookService.Line> wrong = part.of(PlanBookService.Fate.WRONG);
        return wrong.isEmpty()
                ? Stream.concat(
                                part.of(PlanBookService.Fate.CHANGED).stream(),
                                part.of(PlanBookService.Fate.NEW).stream().limit(SHOWN))
                        .toList()
                : wrong.stream().limit(4L * SHOWN).toList();
    }

    /** How many rows of a sheet have a fate, as pages ask for it. */
    public long count(PlanBookService.Part part, String fate) {
        return part.count(PlanBookService.Fate.valueOf(fate));
    }

    public String problem(PlanBookService.Line line) {
        return texts.format(line.problem().key(), line.problem().arguments());
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
