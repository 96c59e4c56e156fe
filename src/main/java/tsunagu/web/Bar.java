package tsunagu.web;

/**
 * One bar of a chart whose numbers stand beside it ({@code ts:bars}).
 *
 * @param label in words
 * @param count what it shows
 * @param most of all bars that are compared: the longest is as wide as there is room
 * @param path that leads to what was counted; "" for none
 */
public record Bar(String label, long count, long most, String path) {

    private static final int WHOLE = 100;

    /** Hundredths of the room there is; zero is no bar. */
    public double width() {
        return most == 0 ? 0 : (double) WHOLE * count / most;
    }
}
