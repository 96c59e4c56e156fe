package tsunagu.demonstration;

/** Landscapes without a building of their own. */
final class Land {

    private final Dice dice;
    private final Palette colours;
    private final Canvas canvas;

    Land(Dice dice, Palette colours, Canvas canvas) {
        this.dice = dice;
        this.colours = colours;
        this.canvas = canvas;
    }

    /** @return false when the subject is no landscape */
    boolean draw(String subject) {
        switch (subject) {
            case "rice" -> rice();
            case "barn" -> barn();
            case "orchard" -> orchard();
            case "greenhouse" -> greenhouse();
            case "forest" -> forest();
            case "town" -> town();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void rice() {
        canvas.rect(0, 360, 800, 140, "#b9c46b");
        for (int row = 0; row < 7; row++) {
            double y = 372 + row * row * 2.6;
            canvas.line(
                    row % 2 == 0 ? "#93a84e" : "#d3cf7d",
                    4 + row,
                    "M0 %s Q400 %s 800 %s",
                    y,
                    y + dice.between(-8, 12),
                    y);
        }
        double x = dice.between(480, 640);
        canvas.rect(x, 310, 90, 52, colours.wall());
        canvas.path(colours.roof(), "M%s 314 l57 -38 l57 38Z", x - 12);
    }

    private void barn() {
        canvas.rect(0, 370, 800, 130, "#9dbb74");
        double left = dice.between(90, 180);
        canvas.rect(left, 280, 260, 115, "#f2ebdf");
        canvas.path("#a4493d", "M%s 284 l40 -62 h220 l40 62Z", left - 20);
        canvas.rect(left + 100, 320, 60, 75, colours.dark());
        canvas.rect(left + 280, 230, 46, 165, 20, "#c9ced0");
        for (int i = 0; i < 3; i++) {
            cow(470 + i * 100 + dice.between(-12, 12), 400 + i % 2 * 36.0, dice.chance(0.5) ? "#3c3634" : "#f8f5ef");
        }
    }

    private void cow(double x, double y, String coat) {
        canvas.rect(x + 8, y + 24, 8, 26, coat).rect(x + 46, y + 24, 8, 26, coat);
        canvas.rect(x, y, 62, 34, 14, coat).circle(x + 66, y - 2, 13, coat).ellipse(x + 74, y + 2, 7, 6, "#e3b9a6");
        canvas.circle(x + 26, y + 13, 8, coat.equals("#f8f5ef") ? "#4b423e" : "#57504c");
    }

    private void orchard() {
        canvas.rect(0, 370, 800, 130, "#a9c07c");
        for (int i = 0; i < 5; i++) {
            double x = 80 + i * 160.0 + dice.between(-14, 14);
            double y = 330 + i % 2 * 30.0;
            canvas.rect(x - 7, y, 14, 80, "#7a5a40").circle(x, y - 20, 62, "#6f9c61");
            for (int apple = 0; apple < 5; apple++) {
                canvas.circle(x + dice.between(-42, 42), y - 20 + dice.between(-40, 38), 9, "#c9403a");
            }
        }
    }

    private void greenhouse() {
        canvas.rect(0, 370, 800, 130, "#b39a72");
        for (int i = 0; i < 3; i++) {
            double x = 60 + i * 235.0;
            canvas.path("#e9f3f2", "M%s 400 v-60 q0 -80 105 -80 q105 0 105 80 v60Z", x);
            canvas.line(
                    "#9fb6b5",
                    4,
                    "M%s 400 v-60 q0 -80 105 -80 q105 0 105 80 v60 M%s 400 v-140 M%s 335 h210",
                    x,
                    x + 105,
                    x);
        }
        for (int row = 0; row < 3; row++) {
            for (int plant = 0; plant < 9; plant++) {
                canvas.ellipse(45 + plant * 90, 425 + row * 26, 26, 9, row % 2 == 0 ? "#6c9a55" : "#83ad62");
            }
        }
    }

    private void forest() {
        canvas.rect(0, 390, 800, 110, "#86a06b");
        canvas.path("#cdb88e", "M360 500 Q400 440 %s 390 h30 Q470 440 500 500Z", dice.between(380, 430));
        for (int i = 0; i < 11; i++) {
            double x = (i * 150 + dice.between(0, 60)) % 800;
            double y = 400 + i % 3 * 22.0;
            String green = i % 2 == 0 ? "#476f55" : "#5c8566";
            canvas.rect(x - 6, y - 30, 12, 44, "#6b4f3a");
            canvas.path(green, "M%s %s l48 90 h-96Z M%s %s l56 100 h-112Z", x, y - 210, x, y - 130);
        }
    }

    private void town() {
        canvas.rect(0, 380, 800, 120, colours.near());
        canvas.path(colours.glass(), "M%s 380 Q380 420 250 500 h190 Q480 430 %s 380Z", 420, 460);
        for (int i = 0; i < 8; i++) {
            double x = i < 4 ? 20 + i * 82.0 : 500 + (i - 4) * 76.0;
            double y = 370 + i % 3 * 16.0;
            canvas.rect(x, y, 52, 40, colours.wall());
            canvas.path(i % 2 == 0 ? colours.roof() : colours.accent(), "M%s %s l32 -26 l32 26Z", x - 6, y + 2);
            canvas.rect(x + 18, y + 14, 16, 14, colours.glass());
        }
    }
}
