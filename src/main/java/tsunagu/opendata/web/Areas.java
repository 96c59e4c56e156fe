package tsunagu.opendata.web;

import java.util.Map;
import java.util.stream.Collectors;
import tsunagu.shared.ReferenceTable;

/** Whether an area belongs to the municipality, and to which prefecture. */
final class Areas {

    private static final Map<String, Boolean> INSIDE = ReferenceTable.read("/reference/areas.csv").stream()
            .collect(Collectors.toMap(
                    row -> row.text("code"), row -> row.text("inside").equals("true")));

    private static final Map<String, String> PREFECTURES = ReferenceTable.read("/reference/areas.csv").stream()
            .filter(row -> row.text("municipality") != null)
            .collect(Collectors.toMap(
                    row -> row.text("code"), row -> row.text("municipality").substring(0, 2)));

    private Areas() {}

    /** @return the first two digits of the municipality's code, or null for places outside the list */
    static String prefecture(String area) {
        return PREFECTURES.get(area);
    }

    static boolean inside(String area) {
        return INSIDE.getOrDefault(area, false);
    }
}
