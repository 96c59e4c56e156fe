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
import tsunagu.plan.Indicator;
import tsunagu.plan.IndicatorService;
import tsunagu.plan.PlanPeriods;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.SpreadsheetCell;

/**
 * Open data: every indicator in every year with the target's path, the actual, the year it describes and its source. An empty field is
 * not recorded, which is not zero.
 */
@WebServlet("/internal/indicator-table")
public class IndicatorTable extends HttpServlet {

    /** In their order; /opendata says what each of them means. */
    static final List<String> COLUMNS = List.of(
            "indicator",
            "policy",
            "strategy",
            "name",
            "unit",
            "accumulation",
            "direction",
            "fiscal_year",
            "path",
            "actual",
            "observed_year",
            "numerator",
            "denominator",
            "source",
            "note",
            "plan");

    @Inject
    private transient IndicatorService indicators;

    @Inject
    private transient PlanPeriods periods;

    @Inject
    private transient CurrentActor currentActor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringWriter text = new StringWriter();
        text.write('\ufeff');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            // The same for whoever asks, also for somebody of the city.
            for (Indicator each : currentActor.as(Actor.VISITOR, indicators::indicators)) {
                each.years().forEach(year -> write(csv, each, year));
            }
        }
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"indicators.csv\"");
        response.getWriter().write(text.toString());
    }

    private void write(CsvWriter csv, Indicator indicator, Indicator.Year year) {
        csv.writeRecord(
                indicator.code(),
                whole(indicator.policyNo()),
                whole(indicator.strategyNo()),
                SpreadsheetCell.safe(indicator.name()),
                indicator.unit(),
                indicator.accumulation(),
                indicator.direction(),
                year.year().code(),
                number(year.path()),
                number(year.actual()),
                year.observedYear() == null ? "" : new FiscalYear(year.observedYear()).code(),
                number(year.numerator()),
                number(year.denominator()),
                SpreadsheetCell.safe(year.source() == null ? "" : year.source()),
                SpreadsheetCell.safe(indicator.note() == null ? "" : indicator.note()),
                SpreadsheetCell.safe(
                        periods.of(new FiscalYear(indicator.targetYear())).name()));
    }

    private static String whole(Integer number) {
        return number == null ? "" : String.valueOf(number);
    }

    private static String number(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
