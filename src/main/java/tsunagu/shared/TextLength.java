package tsunagu.shared;

/**
 * How long a text is for whoever wrote it and for the database: in characters (code points). Java's own length counts a character outside of the
 * basic plane (𠮷, an emoji) twice, so a text that fits would be refused.
 */
public final class TextLength {

    private TextLength() {}

    public static int of(String text) {
        return text.codePointCount(0, text.length());
    }
}
