package tsunagu.application.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import tsunagu.application.PlacementService;
import tsunagu.shared.FiscalYear;

/** The register of hires, for staff. */
@Named
@RequestScoped
public class PlacementsPage {

    @Inject
    private PlacementService placements;

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
}
