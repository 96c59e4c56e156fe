package tsunagu.evaluation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.evaluation.EvaluationService;
import tsunagu.evaluation.Grade;
import tsunagu.evaluation.OfficialService;
import tsunagu.evaluation.SheetState;
import tsunagu.evaluation.SheetView;
import tsunagu.plan.Figure;
import tsunagu.plan.PlanService;
import tsunagu.shared.FiscalYear;
import tsunagu.web.Bar;
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
    private Map<String, Long> unanswered;
    private Optional<Instant> closed;
    private final Map<String, String> typed = new HashMap<>();

    /** @param word key of what is shown @param query what the address says for it */
    public record View(String word, String query, long count) {}

    /** A measure without an actual. */
    public record Gap(SheetView sheet, Figure figure) {}

    public FiscalYear getYear() {
        if (year == null) {
            year = web.fiscalYear(this::first);
        }
        return year;
    }

    /** The year that is shown to whoever asks for none. */
    protected FiscalYear first() {
        FiscalYear due = FiscalYear.underReview(LocalDate.ofInstant(web.getNow(), FiscalYear.ZONE));
        return getYears().contains(due) ? due : plan.yearShownFirst();
    }

    public List<FiscalYear> getYears() {
        return plan.years();
    }

    public List<SheetView> getSheets() {
        if (sheets == null) {
            sheets = evaluations.sheets(getYear());
        }
        return sheets;
    }

    /** 委員の意見 that wait for an answer, by programme. */
    public Map<String, Long> getUnanswered() {
        if (unanswered == null) {
            unanswered = evaluations.unanswered(getYear());
        }
        return unanswered;
    }

    /** What is asked for most, with how many there are; an address of the list each. */
    public List<View> getViews() {
        List<View> views = new ArrayList<>();
        views.add(new View("evaluation.show.all", "", count("all")));
        views.add(new View("evaluation.show.differs", "&differs=YES", count("differs")));
        if (!getUnanswered().isEmpty()) {
            views.add(new View(
                    "evaluation.show.commented",
                    "&unanswered.from=1",
                    getUnanswered().size()));
        }
        for (SheetState state : SheetState.values()) {
            views.add(new View("evaluation.state." + state, "&state=" + state, count(state.name())));
        }
        return views;
    }

    /** What the address asks for, and nothing else. */
    public boolean here(View view) {
        List<String> asked = Stream.of("differs", "unanswered.from", "state")
                .flatMap(each -> web.parameter(each).map(value -> "&" + each + "=" + value).stream())
                .toList();
        return view.query().equals(String.join("", asked));
    }

    /** How far the year's sheets are; each leads to the sheets it counts. */
    public List<Bar> getStates() {
        return Stream.of(SheetState.values())
                .map(each -> new Bar(
                        texts.of("evaluation.state." + each),
                        count(each.name()),
                        getSheets().size(),
                        "?year=" + getYear().code() + "&state=" + each))
                .toList();
    }

    /** What the figures suggest, and for how many programmes they suggest nothing. */
    public List<Bar> getSuggested() {
        Map<String, Long> counts = getSheets().stream()
                .collect(Collectors.groupingBy(
                        each -> Objects.toString(each.suggestion().grade(), ""), Collectors.counting()));
        List<Bar> bars = new ArrayList<>();
        for (Grade each : Grade.values()) {
            bars.add(new Bar(
                    each.name(),
                    counts.getOrDefault(each.name(), 0L),
                    getSheets().size(),
                    "?year=" + getYear().code() + "&suggested=" + each));
        }
        bars.add(new Bar(
                texts.of("evaluation.chart.nothing"),
                counts.getOrDefault("", 0L),
                getSheets().size(),
                ""));
        return bars;
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

    /** What is shown from now on is the present. */
    void readAgain() {
        sheets = null;
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

    public void close() {
        if (errors.attempt(() -> official.close(getYear()))) {
            again("closed");
        }
    }

    /** Why the year is opened again. */
    public Map<String, String> getTyped() {
        return typed;
    }

    void again(String done) {
        web.go(web.url("/evaluations") + "?year=" + getYear().code() + "&done=" + done);
    }
}
