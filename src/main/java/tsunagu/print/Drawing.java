package tsunagu.print;

import java.awt.Graphics2D;

/** Something drawn into a PDF, as lines and not as a picture. */
@FunctionalInterface
public interface Drawing {

    /** @param width and {@code height} of the room it has, in the graphics' own units */
    void draw(Graphics2D graphics, double width, double height);
}
