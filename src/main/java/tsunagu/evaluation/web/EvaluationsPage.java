package tsunagu.evaluation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.evaluation.EvaluationService;
import tsunagu.evaluation.OfficialService;
import tsunagu.evaluation.Papers;
import tsunagu.evaluation.SheetView;
import tsunagu.plan.Figure;
import tsunagu.plan.PlanPeriod;
import tsunagu.plan.PlanService;
import tsunagu.shared.FiscalYear;
import tsunagu.web.FormErrors;
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
    private Web web;

    private FiscalYear year;
    private List<SheetView> sheets;
    private List<EvaluationService.Unrecorded> unrecorded;

    /** A measure without an actual. */
    public record Gap(SheetView sheet, Figure figure) {}

    public FiscalYear getYear() {
        if (year == null) {
            year = web.parameter("year").isPresent() ? web.fiscalYear() : plan.yearShownFirst();
        }
        return year;
    }

    public List<FiscalYear> getYears() {
        return PlanPeriod.years();
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
                    case "all" -> true;
                    default -> each.state().name().equals(getShow());
                })
                .toList();
    }

    public String getShow() {
        return web.parameter("show")
                .filter(each -> List.of("differs", "DRAFT", "SUBMITTED", "APPROVED").contains(each))
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
        Optional<Instant> closed = official.closed(getYear());
        return closed.orElse(null);
    }

    public void approveAll() {
        if (errors.attempt(() -> official.approveAll(getYear()))) {
            again("approved-all");
        }
    }

    public void close() {
        if (errors.attempt(() -> official.close(getYear()))) {
            again("closed");
        }
    }

    private void again(String done) {
        web.go(web.url("/evaluations") + "?year=" + getYear().code() + "&done=" + done);
    }
}
