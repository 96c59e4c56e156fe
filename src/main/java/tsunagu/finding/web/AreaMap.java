package tsunagu.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.search.Facet;
import tsunagu.search.SearchResult;
import tsunagu.shared.ReferenceTable;

/** A plain map: areas as tiles where they lie, with the number of companies. Needs no tile server and no script. */
@Named
@RequestScoped
public class AreaMap {

    private static final List<ReferenceTable.Row> PLACES = ReferenceTable.read("/reference/areas.csv").stream()
            .filter(row -> row.integer("grid_x") != null)
            .toList();

    private static final int SHADES = 4;

    @Inject
    private FacetWords words;

    /** @param heat 0 for none, 4 for most */
    public record Tile(String code, String name, int x, int y, int count, int heat, boolean inside) {}

    public List<Tile> tiles(SearchResult result) {
        int most = PLACES.stream()
                .mapToInt(row -> result.count(Facet.AREA, row.text("code")))
                .max()
                .orElse(0);
        return PLACES.stream()
                .map(row -> {
                    int count = result.count(Facet.AREA, row.text("code"));
                    int heat = count == 0 ? 0 : 1 + (SHADES - 1) * count / Math.max(1, most);
                    return new Tile(
                            row.text("code"),
                            words.area(row.text("code")),
                            row.integer("grid_x"),
                            row.integer("grid_y"),
                            count,
                            heat,
                            row.text("inside").equals("true"));
                })
                .toList();
    }
}
