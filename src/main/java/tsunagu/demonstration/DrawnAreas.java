package tsunagu.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsunagu.company.CompanyProfile.Place;
import tsunagu.shared.ReferenceTable.Row;

/** Where companies are; no address exists. */
final class DrawnAreas {

    /** @param ruby the town for children */
    record Area(String code, String prefix, String town, String ruby) {}

    private final Dice dice;
    private final Phrases phrases;
    private final List<Area> weighted = new ArrayList<>();

    DrawnAreas(Dice dice, Phrases phrases) {
        this.dice = dice;
        this.phrases = phrases;
        Resources.rows("places").forEach(this::weigh);
    }

    private void weigh(Row row) {
        Area area = new Area(row.text("area"), row.text("prefix"), row.text("town"), row.text("ruby"));
        for (int i = 0; i < row.integer("weight"); i++) {
            weighted.add(area);
        }
    }

    Area drawn() {
        return dice.pick(weighted);
    }

    Place head(Area area, Trade trade, boolean simple) {
        String kind = simple ? "place.head.simple" : "place.head";
        return place(area, phrases.dealFirst("place.head." + trade.sector(), kind, Map.of()));
    }

    Place branch(Area area, Trade trade) {
        return place(area, phrases.dealFirst("place.branch." + trade.sector(), "place.branch", Map.of()));
    }

    private Place place(Area area, String name) {
        String lot = phrases.deal("place.aza") + phrases.deal("place.sample") + "0-" + dice.between(1, 320);
        return new Place(name, area.code(), area.prefix() + lot);
    }
}
