package tsunagu.application.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tsunagu.application.LookAlike;
import tsunagu.application.PlacementRoute;
import tsunagu.application.PlacementService;
import tsunagu.desk.web.DeskPages;
import tsunagu.shared.FiscalYear;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** The register of hires, for staff. */
@Named
@RequestScoped
public class PlacementsPage {

    @Inject
    private PlacementService placements;

    @Inject
    private FormErrors errors;

    @Inject
    private Web web;

    @Inject
    private RowAct act;

    @Inject
    private DeskPages desks;

    private List<LookAlike> lookAlikes;
    private List<Map.Entry<FiscalYear, Long>> counted;

    public List<Map.Entry<FiscalYear, Long>> getCounted() {
        if (counted == null) {
            counted = List.copyOf(placements.counted().entrySet());
        }
        return counted;
    }

    public List<LookAlike> getLookAlikes() {
        if (lookAlikes == null) {
            lookAlikes = placements.lookAlikes();
        }
        return lookAlikes;
    }

    public void countFor() {
        done(() -> placements.countFor(act.number(), act.version(), act.text("programme")), "programme");
    }

    public void confirm() {
        String chosen = act.text("route");
        PlacementRoute route = Arrays.stream(getRoutes())
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .orElse(null);
        done(() -> placements.confirm(act.number(), act.version(), route), "adviser");
    }

    private void done(Runnable useCase, String done) {
        if (errors.attempt(useCase, Map.of("application.error.route", "route-" + act.record()))) {
            web.go(desks.of("placements").after(done));
        }
    }

    public PlacementRoute[] getRoutes() {
        return PlacementRoute.values();
    }
}
