package tsunagu.demonstration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsunagu.company.CompanyProfile.Picture;

/** The pictures of a company: its place, its people, something of its work. */
final class Pictures {

    private static final List<String> PATTERNS = List.of("gears", "grains", "tiles", "waves", "leaves");
    private static final Map<String, List<String>> PATTERNS_OF = Map.of(
            "make", List.of("gears", "tiles"),
            "farm", List.of("grains", "leaves"),
            "build", List.of("tiles", "gears"),
            "care", List.of("leaves", "waves"),
            "stay", List.of("waves", "leaves"));

    private final Dice dice;
    private final Phrases phrases;

    Pictures(Dice dice, Phrases phrases) {
        this.dice = dice;
        this.phrases = phrases;
    }

    List<Picture> drawn(Trade trade) {
        List<Picture> pictures = new ArrayList<>();
        pictures.add(picture(trade.scene()));
        pictures.add(picture(trade.sector().equals("make") ? "people.make" : "people"));
        if (dice.chance(0.6)) {
            pictures.add(picture(dice.pick(PATTERNS_OF.getOrDefault(trade.sector(), PATTERNS))));
        }
        if (dice.chance(0.4)) {
            pictures.add(picture("town"));
        }
        return pictures;
    }

    private Picture picture(String subject) {
        byte[] svg = new PictureDrawing(dice.seed()).of(subject).getBytes(StandardCharsets.UTF_8);
        return new Picture(
                phrases.deal("alt." + subject), "image/svg+xml", PictureDrawing.WIDTH, PictureDrawing.HEIGHT, svg);
    }
}
