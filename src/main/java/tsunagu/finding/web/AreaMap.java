package tsunagu.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.search.Facet;
import tsunagu.search.SearchResult;
import tsunagu.shared.Area;
import tsunagu.shared.Areas;

/** A plain map: areas as tiles where they lie, with the number of companies. Needs no tile server and no script. */
@Named
@RequestScoped
public class AreaMap {

    private static final int SHADES = 4;

    @Inject
    private FacetWords words;

    /** @param heat 0 for none, 4 for most */
    public record Tile(String code, String name, int x, int y, int count, int heat, boolean inside) {}

    public List<Tile> tiles(SearchResult result) {
        List<Area> places =
                Areas.all().stream().filter(each -> each.gridX() != null).toList();
        int most = places.stream()
                .mapToInt(area -> result.count(Facet.AREA, area.code()))
                .max()
                .orElse(0);
        return places.stream()
                .map(area -> {
                    int count = result.count(Facet.AREA, area.code());
                    int heat = count == 0 ? 0 : 1 + (SHADES - 1) * count / Math.max(1, most);
                    return new Tile(
                            area.code(),
                            words.area(area.code()),
                            area.gridX(),
                            area.gridY(),
                            count,
                            heat,
                            area.inside());
                })
                .toList();
    }
}
