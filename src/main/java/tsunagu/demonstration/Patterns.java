package tsunagu.demonstration;

import java.util.List;

/** Pictures of repeated shapes. */
final class Patterns {

    private final Dice dice;
    private final Palette colours;
    private final Canvas canvas;

    Patterns(Dice dice, Palette colours, Canvas canvas) {
        this.dice = dice;
        this.colours = colours;
        this.canvas = canvas;
    }

    void draw(String subject) {
        canvas.rect(
                0, 0, PictureDrawing.WIDTH, PictureDrawing.HEIGHT, dice.chance(0.5) ? colours.wall() : colours.sky());
        switch (subject) {
            case "gears" -> gears();
            case "grains" -> grains();
            case "tiles" -> tiles();
            case "waves" -> waves();
            default -> leaves();
        }
    }

    private String colour() {
        return dice.pick(List.of(colours.hill(), colours.near(), colours.accent(), colours.roof(), colours.glass()));
    }

    private void gears() {
        for (int i = 0; i < 5; i++) {
            double x = 90 + i * 155.0;
            double y = dice.between(110, 390);
            double radius = dice.between(56, 88);
            String colour = colour();
            for (int tooth = 0; tooth < 5; tooth++) {
                double angle = Math.PI * tooth / 5;
                double dx = Math.cos(angle) * (radius + 14);
                double dy = Math.sin(angle) * (radius + 14);
                canvas.line(colour, 24, "M%s %s L%s %s", x - dx, y - dy, x + dx, y + dy);
            }
            canvas.circle(x, y, radius, colour).circle(x, y, radius * 0.4, colours.wall());
        }
    }

    private void grains() {
        for (int i = 0; i < 5; i++) {
            double x = 80 + i * 155.0 + dice.between(-15, 15);
            String colour = i % 2 == 0 ? colours.accent() : colours.near();
            canvas.line(colours.near(), 5, "M%s 500 Q%s 300 %s 110", x, x - 20, x + 20);
            for (int grain = 0; grain < 4; grain++) {
                double y = 130 + grain * 46.0;
                canvas.ellipse(x + 34 - grain * 5, y, 13, 24, colour)
                        .ellipse(x - 8 - grain * 5, y + 16, 13, 24, colour);
            }
        }
    }

    private void tiles() {
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 6; column++) {
                double x = 25 + column * 128.0;
                double y = 20 + row * 118.0;
                canvas.rect(x, y, 112, 102, 10, colour());
                if (dice.chance(0.25)) {
                    canvas.circle(x + 56, y + 51, 26, colours.wall());
                }
            }
        }
    }

    private void waves() {
        for (int row = 0; row < 6; row++) {
            double y = 60 + row * 75.0;
            double swing = dice.between(20, 60);
            canvas.line(
                    colour(),
                    dice.between(14, 38),
                    "M-20 %s q110 %s 210 0 t210 0 t210 0 t210 0",
                    y,
                    row % 2 == 0 ? swing : -swing);
        }
    }

    private void leaves() {
        for (int i = 0; i < 16; i++) {
            double x = 60 + i % 4 * 200.0 + dice.between(-30, 30);
            double y = 50 + i / 4 * 120.0 + dice.between(-20, 20);
            double size = dice.between(34, 58);
            double lean = dice.between(-30, 30);
            canvas.path(
                    colour(),
                    "M%s %s q%s %s %s %s q%s %s %s %s",
                    x,
                    y + size,
                    -size,
                    -size,
                    lean,
                    -2 * size,
                    size,
                    size,
                    -lean,
                    2 * size);
            canvas.line(colours.wall(), 3, "M%s %s l%s %s", x, y + size, lean * 0.8, -1.6 * size);
        }
    }
}
