package tsunagu.evaluation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.evaluation.EvaluationService;
import tsunagu.evaluation.OfficialService;
import tsunagu.evaluation.Papers;
import tsunagu.evaluation.SheetView;
import tsunagu.plan.Figure;
import tsunagu.plan.PlanService;
import tsunagu.shared.FiscalYear;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** All programmes of a year: what the figures suggest, what each paper says, what is still missing; closing the year. */
@Named
@RequestScoped
public class EvaluationsPage {

    @Inject
    private EvaluationService evaluations;

    @Inject
    private OfficialService official;

    @Inject
    private PlanService plan;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private FiscalYear year;
    private List<SheetView> sheets;
    private List<EvaluationService.Unrecorded> unrecorded;
    private String seen = "";
    private Map<String, Long> unanswered;
    private Optional<Instant> closed;
    private final Map<String, String> typed = new HashMap<>();

    /** A measure without an actual. */
    public record Gap(SheetView sheet, Figure figure) {}

    public FiscalYear getYear() {
        if (year == null) {
            year = web.parameter("year").isPresent() ? web.fiscalYear() : first();
        }
        return year;
    }

    /** The year that is shown to whoever asks for none. */
    protected FiscalYear first() {
        return plan.yearShownFirst();
    }

    public List<FiscalYear> getYears() {
        return plan.years();
    }

    public List<String> getPapers() {
        return Papers.ALL;
    }

    public List<SheetView> getSheets() {
        if (sheets == null) {
            sheets = evaluations.sheets(getYear());
        }
        return sheets;
    }

    /** Those the reader asked for: all, those whose grades differ, those in a state. */
    public List<SheetView> getShown() {
        return getSheets().stream()
                .filter(each -> switch (getShow()) {
                    case "differs" -> each.overridden() || each.papersDiffer();
                    case "commented" ->
                        getUnanswered().containsKey(each.programme().id());
                    case "all" -> true;
                    default -> each.state().name().equals(getShow());
                })
                .toList();
    }

    /** 委員の意見 that wait for an answer, by programme. */
    public Map<String, Long> getUnanswered() {
        if (unanswered == null) {
            unanswered = evaluations.unanswered(getYear());
        }
        return unanswered;
    }

    public String getShow() {
        return web.parameter("show")
                .filter(each -> List.of("commented", "differs", "DRAFT", "SUBMITTED", "APPROVED")
                        .contains(each))
                .orElse("all");
    }

    public long count(String show) {
        return getSheets().stream()
                .filter(each -> show.equals("differs")
                        ? each.overridden() || each.papersDiffer()
                        : show.equals("all") || each.state().name().equals(show))
                .count();
    }

    public List<EvaluationService.Unrecorded> getUnrecorded() {
        if (unrecorded == null) {
            unrecorded = evaluations.unrecorded(getYear());
        }
        return unrecorded;
    }

    public List<Gap> getGaps() {
        return getSheets().stream()
                .flatMap(sheet -> sheet.figures().stream()
                        .filter(figure -> figure.actual() == null)
                        .map(figure -> new Gap(sheet, figure)))
                .toList();
    }

    /** Null while the year is open. */
    public Instant getClosed() {
        if (closed == null) {
            closed = official.closed(getYear());
        }
        return closed.orElse(null);
    }

    public void approveAll() {
        if (errors.attempt(() -> official.approveAll(getYear(), stamps()))) {
            again("approved-all");
        }
    }

    /** Since the year was closed a programme was opened or approved anew. */
    public boolean isChangedSinceClosing() {
        return official.changedSinceClosing(getYear());
    }

    public void reopenYear() {
        if (errors.attempt(
                () -> official.reopenYear(getYear(), Objects.toString(typed.get("reopenWhy"), "")),
                Map.of("evaluation.error.why", "reopenWhy"))) {
            again("year-reopened");
        }
    }

    /** Programme and stamp of every sheet that was submitted, as the list showed it. */
    public String getSeen() {
        return getSheets().stream()
                .filter(SheetView::submitted)
                .map(each -> each.programme().id() + "=" + each.stamp())
                .collect(Collectors.joining(" "));
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }

    private Map<String, String> stamps() {
        return Arrays.stream(seen.split(" "))
                .map(each -> each.split("=", 2))
                .filter(each -> each.length == 2)
                .collect(Collectors.toMap(each -> each[0], each -> each[1], (one, other) -> one));
    }

    public void close() {
        if (errors.attempt(() -> official.close(getYear()))) {
            again("closed");
        }
    }

    /** Why the year is opened again. */
    public Map<String, String> getTyped() {
        return typed;
    }

    private void again(String done) {
        web.go(web.url("/evaluations") + "?year=" + getYear().code() + "&done=" + done);
    }
}
