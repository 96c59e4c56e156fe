package tsunagu.opendata.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import tsunagu.plan.Figure;
import tsunagu.plan.PlanPeriods;
import tsunagu.plan.PlanService;
import tsunagu.plan.PlanTree;
import tsunagu.plan.ProgrammeName;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.SpreadsheetCell;
import tsunagu.web.Json9457;

/**
 * Open data: every measure in every year of the plan with its target, its actual, what kind of actual it is, what it counts and
 * since when, and whether it is approved. UTF-8 with a mark; an empty field is not recorded, which is not zero.
 */
@WebServlet("/internal/plan-table")
public class PlanTable extends HttpServlet {

    /** In their order; /opendata says what each of them means. */
    static final List<String> COLUMNS = List.of(
            "fiscal_year",
            "policy",
            "strategy",
            "code",
            "programme_id",
            "programme",
            "measure",
            "label",
            "unit",
            "target",
            "target_revision",
            "other_targets",
            "actual",
            "kind",
            "source",
            "counting",
            "definition_from",
            "direction",
            "approval_record",
            "confidence",
            "note",
            "plan");

    private static final String ALL_YEARS = "all";

    @Inject
    private transient PlanService plan;

    @Inject
    private transient PlanPeriods periods;

    @Inject
    private transient CurrentActor currentActor;

    /** Without a year the one that the page and the API show first; {@code year=all} for all of them. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = request.getParameter("year");
        List<FiscalYear> years;
        try {
            years = ALL_YEARS.equals(asked)
                    ? plan.years()
                    : List.of(asked == null ? plan.yearShownFirst() : FiscalYear.parse(asked));
        } catch (DomainException noSuchYear) {
            Json9457.badRequest(response, "year is written like R5, or all.");
            return;
        }
        StringWriter text = new StringWriter();
        text.write('\ufeff');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            for (FiscalYear year : years) {
                for (PlanTree.Policy policy : forAll(year).policies()) {
                    for (PlanTree.Strategy strategy : policy.strategies()) {
                        for (PlanTree.Programme programme : strategy.programmes()) {
                            programme
                                    .measures()
                                    .forEach(trend -> write(csv, policy, strategy, programme.name(), trend.figure()));
                        }
                    }
                }
            }
        }
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"plan.csv\"");
        response.getWriter().write(text.toString());
    }

    /** The same for whoever asks, also for somebody of the city. */
    private PlanTree forAll(FiscalYear year) {
        return currentActor.as(Actor.VISITOR, () -> plan.plan(year));
    }

    private void write(
            CsvWriter csv, PlanTree.Policy policy, PlanTree.Strategy strategy, ProgrammeName programme, Figure figure) {
        csv.writeRecord(
                figure.year().code(),
                String.valueOf(policy.no()),
                String.valueOf(strategy.no()),
                SpreadsheetCell.safe(programme.code() == null ? "" : programme.code()),
                programme.id(),
                SpreadsheetCell.safe(programme.name()),
                figure.measure(),
                SpreadsheetCell.safe(figure.label()),
                figure.unit(),
                number(figure.target()),
                figure.targetRevision() == null ? "" : String.valueOf(figure.targetRevision()),
                SpreadsheetCell.safe(figure.others().stream()
                        .map(each -> each.basis() + "=" + each.value().toPlainString())
                        .collect(Collectors.joining("; "))),
                number(figure.actual()),
                figure.kind().name(),
                SpreadsheetCell.safe(
                        figure.kind() != Figure.Kind.REPORTED || figure.source() == null ? "" : figure.source()),
                figure.counting().name(),
                new FiscalYear(figure.definitionFrom()).code(),
                figure.direction().name(),
                figure.approval() == null ? "" : String.valueOf(figure.approval()),
                figure.confidence().name(),
                SpreadsheetCell.safe(figure.note()),
                SpreadsheetCell.safe(periods.of(figure.year()).name()));
    }

    private static String number(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
