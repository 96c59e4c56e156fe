package tsunagu.demonstration;

import java.util.Locale;

/** Shapes of a picture, as SVG. */
final class Canvas {

    private final StringBuilder shapes = new StringBuilder();

    Canvas rect(double x, double y, double width, double height, String fill) {
        return rect(x, y, width, height, 0, fill);
    }

    Canvas rect(double x, double y, double width, double height, double round, String fill) {
        String corner = round == 0 ? "" : " rx='" + number(round) + "'";
        return add(
                "<rect x='%s' y='%s' width='%s' height='%s'" + corner + " fill='" + fill + "'/>", x, y, width, height);
    }

    Canvas circle(double x, double y, double radius, String fill) {
        return add("<circle cx='%s' cy='%s' r='%s' fill='" + fill + "'/>", x, y, radius);
    }

    Canvas ellipse(double x, double y, double width, double height, String fill) {
        return add("<ellipse cx='%s' cy='%s' rx='%s' ry='%s' fill='" + fill + "'/>", x, y, width, height);
    }

    /** @param path SVG path data */
    Canvas path(String fill, String path, double... numbers) {
        return add("<path fill='" + fill + "' d='" + path + "'/>", numbers);
    }

    Canvas line(String colour, double width, String path, double... numbers) {
        String stroke = "<path fill='none' stroke='" + colour + "' stroke-width='" + number(width) + "' d='";
        return add(stroke + path + "'/>", numbers);
    }

    String svg(int width, int height) {
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + width + " " + height + "' width='" + width
                + "' height='" + height + "'>" + shapes + "</svg>";
    }

    private Canvas add(String shape, double... numbers) {
        Object[] words = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            words[i] = number(numbers[i]);
        }
        shapes.append(String.format(Locale.ROOT, shape, words));
        return this;
    }

    private static String number(double value) {
        return Long.toString(Math.round(value));
    }
}
