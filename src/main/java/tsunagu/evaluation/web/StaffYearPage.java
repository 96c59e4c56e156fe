package tsunagu.evaluation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import tsunagu.evaluation.EvaluationService;
import tsunagu.evaluation.SheetView;
import tsunagu.plan.ProgrammeName;
import tsunagu.shared.FiscalYear;
import tsunagu.web.FormErrors;
import tsunagu.web.Web;

/** 年度のすがた: what is missing before the evaluation of a year, first of all the one that is due. */
@Named
@RequestScoped
public class StaffYearPage extends EvaluationsPage {

    @Inject
    private EvaluationService evaluations;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    @Inject
    private Clock clock;

    @Override
    protected FiscalYear first() {
        return FiscalYear.underReview(today());
    }

    /** People are asked for the year that is due and the running one, and not for one that is closed. */
    public boolean isAsking() {
        return getClosed() == null && (getYear().equals(first()) || getYear().equals(FiscalYear.of(today())));
    }

    public boolean has(String programmeId) {
        return getSheets().stream().map(SheetView::programme).anyMatch(each -> each.id()
                .equals(programmeId));
    }

    /** A programme's name in the year; "" where the year has none of it. */
    public String nameOf(String programmeId) {
        return getSheets().stream()
                .map(SheetView::programme)
                .filter(each -> each.id().equals(programmeId))
                .map(ProgrammeName::name)
                .findFirst()
                .orElse("");
    }

    public void remindManagers() {
        if (errors.attempt(() -> evaluations.remindManagers(getYear()))) {
            web.go(web.url("/staff/year") + "?year=" + getYear().code() + "&done=asked");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }
}
