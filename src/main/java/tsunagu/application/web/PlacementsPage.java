package tsunagu.application.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.application.LookAlike;
import tsunagu.application.PlacementRoute;
import tsunagu.application.PlacementService;
import tsunagu.shared.FiscalYear;
import tsunagu.web.FormErrors;
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

    private List<LookAlike> lookAlikes;
    private final Map<String, String> typed = new HashMap<>();
    private List<PlacementService.Row> rows;
    private List<Map.Entry<FiscalYear, Long>> counted;

    public List<PlacementService.Row> getRows() {
        if (rows == null) {
            rows = placements.register();
        }
        return rows;
    }

    public List<Map.Entry<FiscalYear, Long>> getCounted() {
        if (counted == null) {
            counted = List.copyOf(placements.counted().entrySet());
        }
        return counted;
    }

    /** Chosen programmes by "programme" and id, routes by "route" and id. */
    public Map<String, String> getTyped() {
        if (typed.isEmpty()) {
            getRows().forEach(row -> typed.put("programme" + row.id(), row.placement().programmeId()));
        }
        return typed;
    }

    public List<LookAlike> getLookAlikes() {
        if (lookAlikes == null) {
            lookAlikes = placements.lookAlikes();
        }
        return lookAlikes;
    }

    public void countFor(long id, int version) {
        act(() -> placements.countFor(id, version, chosen("programme" + id)), "programme", id);
    }

    public void confirm(long id, int version) {
        String route = chosen("route" + id);
        act(() -> placements.confirm(id, version, route.isEmpty() ? null : PlacementRoute.valueOf(route)), "adviser", id);
    }

    private void act(Runnable useCase, String done, long id) {
        if (errors.attempt(useCase, Map.of("application.error.route", "route" + id))) {
            web.go(web.url("/staff/placements") + "?done=" + done);
        }
    }

    private String chosen(String field) {
        String answer = getTyped().get(field);
        return answer == null ? "" : answer;
    }

    public PlacementRoute[] getRoutes() {
        return PlacementRoute.values();
    }
}
