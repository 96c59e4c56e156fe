package tsunagu.finding.web;

import java.util.Map;
import java.util.stream.Collectors;
import tsunagu.shared.ReferenceTable;

/** Whether an area belongs to the municipality. */
final class Areas {

    private static final Map<String, Boolean> INSIDE = ReferenceTable.read("/reference/areas.csv").stream()
            .collect(Collectors.toMap(row -> row.text("code"), row -> row.text("inside").equals("true")));

    private Areas() {}

    static boolean inside(String area) {
        return INSIDE.getOrDefault(area, false);
    }
}
