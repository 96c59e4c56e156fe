package tsunagu.opendata.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.ArrayList;
import java.util.List;
import tsunagu.plan.IndicatorService;
import tsunagu.plan.PlanService;
import tsunagu.plan.PlanTree;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.web.PublicAddress;

/** GET /api/v1/plan?year=R5: targets and actuals as the public plan page shows them, each with the kind it is of. */
@ApplicationScoped
@Path("v1/plan")
@Produces(Api.JSON)
public class PlanResource {

    @Inject
    private PlanService plan;

    @Inject
    private IndicatorService indicators;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private PublicAddress address;

    /** The same for whoever asks, also for somebody of the city. */
    @GET
    public PlanAnswer plan(@Context HttpServletRequest request) {
        FiscalYear year = year(request.getParameter("year"));
        return currentActor.as(Actor.VISITOR, () -> answer(year));
    }

    private PlanAnswer answer(FiscalYear year) {
        List<PlanAnswer.Programme> programmes = new ArrayList<>();
        for (PlanTree.Policy policy : plan.plan(year).policies()) {
            for (PlanTree.Strategy strategy : policy.strategies()) {
                strategy.programmes()
                        .forEach(each -> programmes.add(PlanAnswer.Programme.of(policy, strategy, each, address)));
            }
        }
        return new PlanAnswer(
                year.code(),
                programmes,
                indicators.indicators(year).stream()
                        .map(PlanAnswer.IndicatorAnswer::of)
                        .toList());
    }

    private FiscalYear year(String asked) {
        try {
            return asked == null ? plan.yearShownFirst() : FiscalYear.parse(asked);
        } catch (DomainException noSuchYear) {
            throw new BadRequestException("year is written like R5.", noSuchYear);
        }
    }
}
