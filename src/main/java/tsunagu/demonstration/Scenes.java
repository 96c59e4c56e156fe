package tsunagu.demonstration;

/** Buildings and what stands before them. */
final class Scenes {

    private static final double GROUND = 420;

    private final Dice dice;
    private final Palette colours;
    private final Canvas canvas;

    Scenes(Dice dice, Palette colours, Canvas canvas) {
        this.dice = dice;
        this.colours = colours;
        this.canvas = canvas;
    }

    void building(String subject) {
        switch (subject) {
            case "factory" -> factory(true);
            case "kiln" -> kiln();
            case "sawmill" -> sawmill();
            case "foodfactory", "cleanroom", "warehouse" -> hall(subject);
            case "construction" -> construction();
            case "truck", "bus" -> vehicle(subject.equals("bus"));
            case "shop", "salon", "restaurant" -> shop(subject);
            case "garage" -> garage();
            case "hotel", "office", "itoffice" -> tall(subject);
            case "hospital", "clinic" -> hospital(subject.equals("hospital"));
            case "school" -> school();
            case "kinder", "carehome" -> low(subject.equals("kinder"));
            default -> factory(false);
        }
    }

    void trees(int count, double ground) {
        for (int i = 0; i < count; i++) {
            double x = dice.chance(0.5) ? dice.between(20, 130) : dice.between(670, 780);
            double size = dice.between(26, 44);
            canvas.rect(x - 4, ground - 40, 8, 44, colours.dark());
            canvas.circle(x, ground - 50, size, i % 2 == 0 ? "#6d9a72" : "#85ad7d");
        }
    }

    private void windows(double x, double y, int columns, int rows, double width, double height, double gap) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                String fill = dice.chance(0.18) ? "#f6dfa0" : colours.glass();
                canvas.rect(x + column * (width + gap), y + row * (height + gap), width, height, 2, fill);
            }
        }
    }

    private void factory(boolean chimney) {
        int teeth = dice.between(3, 5);
        double width = 460.0 / teeth;
        double left = dice.between(130, 200);
        if (chimney) {
            canvas.rect(left + 380, 170, 34, 180, colours.dark()).rect(left + 380, 182, 34, 12, colours.accent());
        }
        canvas.rect(left, 300, 460, 125, colours.wall());
        for (int i = 0; i < teeth; i++) {
            double x = left + i * width;
            canvas.path(colours.roof(), "M%s 302 V%s L%s 302Z", x, 302 - width * 0.5, x + width);
            canvas.path(colours.glass(), "M%s 302 v%s l16 10 v%sZ", x + 4, -width * 0.4, width * 0.4 - 10);
        }
        windows(left + 24, 328, 6, 1, 40, 32, 14);
        canvas.rect(left + 360, 340, 70, 85, colours.roof());
        canvas.rect(left, 396, 350, 6, colours.accent());
    }

    private void kiln() {
        factory(true);
        double x = dice.between(560, 620);
        canvas.path(colours.roof(), "M%s 425 v-70 q0 -70 75 -70 q75 0 75 70 v70Z", x);
        canvas.path("#e8893c", "M%s 425 v-36 q0 -34 35 -34 q35 0 35 34 v36Z", x + 40);
        canvas.path("#f7d27a", "M%s 425 q2 -42 17 -50 q15 8 17 50Z", x + 58);
    }

    private void sawmill() {
        double left = dice.between(110, 160);
        canvas.rect(left, 290, 360, 135, "#d8b98c");
        canvas.path(colours.roof(), "M%s 295 l205 -105 l205 105Z", left - 25);
        canvas.rect(left + 110, 330, 140, 95, colours.dark());
        for (int row = 0; row < 3; row++) {
            for (int log = 0; log < 4 - row; log++) {
                double x = 540 + log * 50 + row * 25;
                canvas.circle(x, 402 - row * 42, 24, "#9a6b43").circle(x, 402 - row * 42, 17, "#e0be8f");
            }
        }
    }

    private void hall(String subject) {
        double left = dice.between(90, 150);
        double height = dice.between(130, 175);
        canvas.rect(left, GROUND + 5 - height, 480, height, 4, "#fbfaf6");
        canvas.rect(left, GROUND + 5 - height, 480, 22, colours.roof());
        if (subject.equals("warehouse")) {
            for (int i = 0; i < 4; i++) {
                canvas.rect(left + 30 + i * 112, 345, 84, 80, colours.glass())
                        .rect(left + 30 + i * 112, 337, 84, 8, colours.accent());
            }
        } else {
            windows(
                    left + 26,
                    GROUND + 45 - height,
                    subject.equals("cleanroom") ? 9 : 5,
                    1,
                    38,
                    36,
                    subject.equals("cleanroom") ? 10 : 48);
            canvas.rect(left + 210, 360, 60, 65, colours.dark());
        }
        if (!subject.equals("cleanroom")) {
            van(600, 0.62);
        }
    }

    private void construction() {
        double left = dice.between(180, 240);
        int floors = dice.between(3, 4);
        for (int floor = 0; floor < floors; floor++) {
            double y = GROUND - 5 - floor * 62;
            canvas.rect(left, y - 52, 300, 10, colours.roof());
            for (int pillar = 0; pillar < 5; pillar++) {
                canvas.rect(left + pillar * 72.5, y - 42, 10, 52, colours.roof());
            }
            if (floor < 2) {
                canvas.rect(left + 10, y - 42, 135, 52, colours.wall());
            }
        }
        double mast = left + 380;
        canvas.rect(mast, 110, 16, 315, colours.accent()).rect(mast - 260, 110, 360, 12, colours.accent());
        canvas.path(colours.accent(), "M%s 112 l16 -50 l16 50Z", mast - 8);
        canvas.line(colours.dark(), 3, "M%s 122 v70", mast - 200);
        canvas.rect(mast - 225, 192, 50, 24, colours.dark()).rect(mast + 66, 122, 34, 34, colours.dark());
        canvas.line(
                colours.dark(),
                3,
                "M%s 425 V%s M%s 425 V%s",
                left - 22,
                425 - floors * 62.0,
                left - 52,
                425 - floors * 62.0);
        for (int floor = 0; floor < floors; floor++) {
            canvas.rect(left - 56, 365 - floor * 62.0, 40, 5, colours.dark());
        }
    }

    private void van(double x, double scale) {
        double unit = 100 * scale;
        canvas.rect(x, 430 - unit, unit * 1.6, unit * 0.85, 4, colours.accent());
        canvas.rect(x + unit * 1.63, 430 - unit * 0.7, unit * 0.6, unit * 0.55, 6, colours.wall());
        canvas.rect(x + unit * 1.82, 430 - unit * 0.62, unit * 0.34, unit * 0.24, 3, colours.glass());
        canvas.circle(x + unit * 0.4, 430 - unit * 0.1, unit * 0.18, colours.dark());
        canvas.circle(x + unit * 1.85, 430 - unit * 0.1, unit * 0.18, colours.dark());
    }

    private void vehicle(boolean bus) {
        canvas.rect(0, 405, 800, 95, "#8d9296");
        canvas.line("#f2efe6", 6, "M0 460 h90 M160 460 h90 M320 460 h90 M480 460 h90 M640 460 h90");
        double x = dice.between(110, 230);
        if (bus) {
            canvas.rect(x, 270, 430, 140, 18, colours.wall()).rect(x, 350, 430, 26, colours.accent());
            windows(x + 22, 290, 5, 1, 56, 44, 12);
            canvas.rect(x + 368, 290, 46, 104, 4, colours.glass());
        } else {
            canvas.rect(x, 230, 310, 165, 6, colours.wall()).rect(x, 330, 310, 24, colours.accent());
            canvas.path(colours.roof(), "M%s 395 v-120 h70 q20 0 28 30 l14 40 v50Z", x + 322);
            canvas.path(colours.glass(), "M%s 335 v-42 h38 q14 0 19 18 l8 24Z", x + 342);
            canvas.rect(x, 392, 434, 14, colours.dark());
        }
        for (double wheel : new double[] {80, 350}) {
            canvas.circle(x + wheel, 410, 32, "#2f3438").circle(x + wheel, 410, 14, "#cfd3d4");
        }
    }

    private void shop(String subject) {
        double left = dice.between(180, 250);
        canvas.rect(left, 230, 360, 195, colours.wall());
        if (subject.equals("restaurant")) {
            canvas.path(colours.roof(), "M%s 250 l50 -70 h330 l50 70Z", left - 35);
            for (int i = 0; i < 4; i++) {
                canvas.rect(left + 120 + i * 34, 300, 30, 52, 2, colours.accent());
            }
            canvas.rect(left + 30, 305, 66, 60, colours.glass()).rect(left + 280, 305, 56, 60, "#f6dfa0");
            return;
        }
        canvas.rect(left - 10, 216, 380, 26, colours.roof());
        canvas.rect(left + 24, 310, 190, 115, colours.glass()).rect(left + 250, 310, 76, 115, colours.dark());
        for (int i = 0; i < 9; i++) {
            canvas.path(i % 2 == 0 ? colours.accent() : "#fff", "M%s 262 h40 v34 q-20 20 -40 0Z", left + i * 40);
        }
        if (subject.equals("salon")) {
            canvas.circle(left + 320, 205, 40, colours.accent()).circle(left + 320, 205, 26, colours.wall());
            return;
        }
        for (int i = 0; i < 4; i++) {
            canvas.circle(left + 50 + i * 44, 408, 17, i % 2 == 0 ? "#d8584a" : "#e8b44f");
        }
    }

    private void garage() {
        double left = dice.between(110, 170);
        canvas.rect(left, 255, 400, 170, colours.wall()).rect(left - 8, 238, 416, 24, colours.roof());
        canvas.rect(left + 26, 300, 160, 125, colours.dark()).rect(left + 214, 300, 160, 125, colours.glass());
        double x = left + dice.between(330, 400);
        canvas.path(colours.accent(), "M%s 420 v-30 q0 -16 24 -18 l26 -34 h86 l34 34 q34 2 34 22 v26Z", x);
        canvas.path(colours.glass(), "M%s 372 l20 -26 h30 v26Z M%s 372 v-26 h26 l24 26Z", x + 42, x + 100);
        canvas.circle(x + 48, 420, 22, "#2f3438").circle(x + 158, 420, 22, "#2f3438");
    }

    private void tall(String subject) {
        double left = dice.between(220, 300);
        int floors = dice.between(3, 5);
        double height = floors * 52 + 40;
        canvas.rect(left, 425 - height, 300, height, subject.equals("itoffice") ? colours.roof() : colours.wall());
        canvas.rect(left - 8, 417 - height, 316, 14, subject.equals("hotel") ? colours.accent() : colours.dark());
        windows(left + 22, 437 - height, 5, floors - 1, 40, 34, 14);
        canvas.rect(left + 115, 368, 70, 57, colours.glass());
        canvas.rect(left + 100, 358, 100, 10, colours.accent());
        if (subject.equals("hotel")) {
            canvas.rect(left + 306, 330, 130, 95, colours.wall());
            canvas.path(colours.roof(), "M%s 332 l80 -46 l80 46Z", left + 291);
            canvas.rect(left + 340, 355, 60, 40, "#f6dfa0");
        }
    }

    private void hospital(boolean large) {
        double left = large ? 180 : 240;
        double width = large ? 440 : 300;
        double height = large ? 220 : 130;
        canvas.rect(left, 425 - height, width, height, 4, "#fcfbf8")
                .rect(left, 425 - height, width, 14, colours.roof());
        windows(left + 24, 455 - height, (int) (width / 62), large ? 3 : 1, 40, 34, 20);
        double cross = left + width / 2;
        canvas.rect(cross - 40, 425 - height - 52, 80, 62, 8, colours.accent());
        canvas.rect(cross - 7, 425 - height - 42, 14, 42, "#fff").rect(cross - 21, 425 - height - 28, 42, 14, "#fff");
        canvas.rect(cross - 42, 372, 84, 53, colours.glass());
        for (int i = 0; i < 6; i++) {
            canvas.circle(left + 10 + i * 26, 432, 9, i % 2 == 0 ? "#d9798a" : "#e9c46a");
        }
    }

    private void school() {
        double left = dice.between(120, 170);
        canvas.rect(left, 275, 500, 150, colours.wall()).rect(left + 195, 205, 110, 220, colours.wall());
        canvas.path(colours.roof(), "M%s 208 l67 -58 l67 58Z", left + 183);
        canvas.rect(left - 6, 264, 200, 14, colours.roof()).rect(left + 306, 264, 200, 14, colours.roof());
        canvas.circle(left + 250, 240, 24, "#fff")
                .line(colours.dark(), 4, "M%s 240 v-15 M%s 240 h11", left + 250, left + 250);
        windows(left + 18, 296, 3, 2, 44, 36, 14);
        windows(left + 324, 296, 3, 2, 44, 36, 14);
        canvas.rect(left + 220, 360, 60, 65, colours.roof());
    }

    private void low(boolean children) {
        double left = dice.between(110, 160);
        String[] roofs = {colours.accent(), "#e3b65a", colours.roof()};
        for (int i = 0; i < 3; i++) {
            double x = left + i * 150;
            canvas.rect(x, 320, 150, 105, colours.wall());
            canvas.path(children ? roofs[i] : colours.roof(), "M%s 324 l85 -62 l85 62Z", x - 10);
            canvas.rect(x + 45, 345, 60, 48, 4, colours.glass());
        }
        if (children) {
            canvas.line(colours.accent(), 12, "M610 345 Q650 400 720 420")
                    .line(colours.dark(), 6, "M606 345 v78 M586 345 v78 M586 370 h20 M586 396 h20");
        } else {
            canvas.rect(610, 392, 110, 10, colours.dark())
                    .rect(622, 402, 8, 22, colours.dark())
                    .rect(700, 402, 8, 22, colours.dark());
            canvas.circle(660, 330, 44, "#85ad7d").rect(656, 350, 8, 42, colours.dark());
        }
    }
}
