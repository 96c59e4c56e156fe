package tsunagu.opendata.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import tsunagu.plan.Figure;
import tsunagu.plan.Indicator;
import tsunagu.plan.IndicatorService;
import tsunagu.plan.PlanService;
import tsunagu.plan.PlanTree;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.web.Json9457;
import tsunagu.web.PublicAddress;

/** GET /api/v1/plan?year=R5: targets and actuals as the public plan page shows them, each with the kind it is of. */
@WebServlet("/internal/plan-api")
public class PlanApi extends HttpServlet {

    @Inject
    private transient PlanService plan;

    @Inject
    private transient IndicatorService indicators;

    @Inject
    private transient PublicAddress address;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = request.getParameter("year");
        FiscalYear year;
        try {
            year = asked == null ? plan.yearShownFirst() : FiscalYear.parse(asked);
        } catch (DomainException noSuchYear) {
            Json9457.problem(response, HttpServletResponse.SC_BAD_REQUEST, "year is written like R5.");
            return;
        }
        JsonArrayBuilder programmes = Json.createArrayBuilder();
        for (PlanTree.Policy policy : plan.plan(year).policies()) {
            for (PlanTree.Strategy strategy : policy.strategies()) {
                strategy.programmes().forEach(programme -> programmes.add(programme(policy, strategy, programme)));
            }
        }
        JsonArrayBuilder all = Json.createArrayBuilder();
        indicators.indicators().forEach(each -> all.add(indicator(each)));
        Json9457.answer(
                response,
                Json.createObjectBuilder()
                        .add("fiscalYear", year.code())
                        .add("programmes", programmes)
                        .add("indicators", all)
                        .build());
    }

    private JsonObjectBuilder programme(
            PlanTree.Policy policy, PlanTree.Strategy strategy, PlanTree.Programme programme) {
        JsonArrayBuilder measures = Json.createArrayBuilder();
        programme.measures().forEach(trend -> measures.add(measure(trend.figure())));
        return Json.createObjectBuilder()
                .add("id", programme.name().id())
                .add("code", programme.name().code())
                .add("name", programme.name().name())
                .add("policy", policy.no())
                .add("strategy", strategy.no())
                .add("measures", measures)
                .add("url", address.of("/plan/programmes/" + programme.name().id()));
    }

    private static JsonObjectBuilder indicator(Indicator indicator) {
        JsonArrayBuilder years = Json.createArrayBuilder();
        for (Indicator.Year year : indicator.years()) {
            JsonObjectBuilder json = Json.createObjectBuilder().add("fiscalYear", year.year().code());
            number(json, "path", year.path());
            number(json, "actual", year.actual());
            if (year.observedYear() != null) {
                json.add("observed", new FiscalYear(year.observedYear()).code());
            }
            if (year.source() != null) {
                json.add("source", year.source());
            }
            years.add(json);
        }
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("indicator", indicator.code())
                .add("name", indicator.name())
                .add("unit", indicator.unit())
                .add("accumulation", indicator.accumulation())
                .add("direction", indicator.direction());
        number(json, "base", indicator.base());
        number(json, "target", indicator.target());
        return json.add("targetYear", new FiscalYear(indicator.targetYear()).code()).add("years", years);
    }

    /** A target or actual that is missing is null: not recorded is not zero. */
    private static JsonObjectBuilder measure(Figure figure) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("measure", figure.measure())
                .add("label", figure.label())
                .add("unit", figure.unit());
        number(json, "target", figure.target());
        number(json, "actual", figure.actual());
        JsonArrayBuilder others = Json.createArrayBuilder();
        figure.others().forEach(each -> others.add(Json.createObjectBuilder().add("basis", each.basis()).add("target", each.value())));
        json.add("otherTargets", others)
                .add("kind", figure.kind().name())
                .add("counting", figure.counting().name())
                .add("definitionFrom", new FiscalYear(figure.definitionFrom()).code())
                .add("direction", figure.direction().name());
        if (figure.approval() == null) {
            json.addNull("approvalRecord");
        } else {
            json.add("approvalRecord", figure.approval());
        }
        return json.add("confidence", figure.confidence().name());
    }

    private static void number(JsonObjectBuilder json, String name, BigDecimal number) {
        if (number == null) {
            json.addNull(name);
        } else {
            json.add(name, number);
        }
    }
}
