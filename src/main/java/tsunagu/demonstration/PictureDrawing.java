package tsunagu.demonstration;

/** Draws flat pictures; the same seed draws the same picture. */
final class PictureDrawing {

    static final int WIDTH = 800;
    static final int HEIGHT = 500;

    private static final String[] SKIN = {"#e8c4a2", "#d9ae87", "#c99a72", "#f0d2b6"};
    private static final String[] HAIR = {"#3b2f2a", "#55443a", "#6e6259", "#2b2b33"};

    private final Dice dice;
    private final Palette colours;
    private final Canvas canvas = new Canvas();

    PictureDrawing(long seed) {
        dice = new Dice(seed);
        colours = Palette.drawn(dice);
    }

    /** @param subject a scene of a trade, "people", "people.make", "town" or a pattern */
    String of(String subject) {
        switch (subject) {
            case "gears", "grains", "tiles", "waves", "leaves" -> new Patterns(dice, colours, canvas).draw(subject);
            case "people", "people.make" -> people(subject.equals("people.make"));
            default -> scene(subject);
        }
        return canvas.svg(WIDTH, HEIGHT);
    }

    private void scene(String subject) {
        boolean evening = subject.equals("itoffice");
        canvas.rect(0, 0, WIDTH, HEIGHT, colours.sky());
        canvas.circle(
                dice.between(90, 710), dice.between(60, 120), dice.between(30, 46), evening ? "#f1d9a8" : "#fff6dc");
        clouds();
        hills();
        if (!new Land(dice, colours, canvas).draw(subject)) {
            Scenes scenes = new Scenes(dice, colours, canvas);
            canvas.rect(0, 400, WIDTH, 100, colours.near());
            canvas.rect(0, 440, WIDTH, 60, mixedGround());
            scenes.trees(dice.between(2, 4), 402);
            scenes.building(subject);
        }
    }

    private String mixedGround() {
        return dice.chance(0.5) ? "#cfc9bd" : "#d9d3c4";
    }

    private void clouds() {
        for (int i = dice.between(1, 3); i > 0; i--) {
            double x = dice.between(60, 720);
            double y = dice.between(50, 150);
            canvas.ellipse(x, y, 52, 15, "#fff").ellipse(x + 26, y - 12, 30, 16, "#fff");
        }
    }

    private void hills() {
        double first = dice.between(190, 270);
        double second = dice.between(230, 300);
        canvas.path(
                colours.hill(),
                "M0 420 L0 %s Q150 %s 300 %s T620 %s T800 %s L800 420Z",
                first + 40,
                first - 70,
                first + 20,
                first + 30,
                first);
        canvas.path(
                colours.near(),
                "M0 430 L0 %s Q220 %s 430 %s T800 %s L800 430Z",
                second + 60,
                second,
                second + 70,
                second + 50);
    }

    private void people(boolean workshop) {
        canvas.rect(0, 0, WIDTH, HEIGHT, colours.wall());
        canvas.rect(0, 380, WIDTH, 120, workshop ? "#cdcac3" : "#dccfb8");
        for (int i = 0; i < 3; i++) {
            canvas.rect(70 + i * 240.0, 60, 180, 130, 6, colours.glass());
            canvas.path(colours.hill(), "M%s 190 q60 -70 110 -25 t70 -5 v30Z", 70 + i * 240.0);
        }
        int count = dice.between(2, 4);
        double step = 640.0 / count;
        for (int i = 0; i < count; i++) {
            person(80 + step * i + step / 2, dice.between(228, 252), i);
        }
        canvas.rect(60, 372, 680, 22, 4, colours.roof());
        canvas.rect(90, 394, 18, 106, colours.dark()).rect(692, 394, 18, 106, colours.dark());
        for (int i = 0; i < count; i++) {
            tool(110 + step * i + step / 2, workshop);
        }
    }

    private void person(double x, double y, int turn) {
        String skin = SKIN[dice.between(0, SKIN.length - 1)];
        String shirt = turn % 2 == 0 ? colours.accent() : colours.near();
        String hair = HAIR[dice.between(0, HAIR.length - 1)];
        canvas.path(shirt, "M%s 376 v-42 q0 -42 52 -42 q52 0 52 42 v42Z", x - 52);
        canvas.rect(x - 11, y + 26, 22, 34, skin);
        canvas.circle(x, y - 4, 41, hair);
        canvas.ellipse(x, y + 9, 33, 33, skin);
        canvas.circle(x - 11, y + 8, 3, colours.dark()).circle(x + 11, y + 8, 3, colours.dark());
        canvas.line(colours.dark(), 2, "M%s %s q9 8 18 0", x - 9, y + 21);
        if (dice.chance(0.4)) {
            canvas.path(colours.roof(), "M%s %s q41 -60 82 0Z", x - 41, y - 12);
        }
    }

    private void tool(double x, boolean workshop) {
        if (workshop) {
            canvas.rect(x, 336, 62, 36, 4, colours.dark()).circle(x + 20, 354, 9, colours.glass());
            canvas.rect(x + 38, 346, 14, 6, colours.accent()).rect(x + 38, 358, 14, 6, colours.wall());
        } else {
            canvas.rect(x, 330, 70, 42, 4, colours.dark()).rect(x + 5, 335, 60, 32, 2, colours.glass());
        }
    }
}
