package tsunagu.shared;

/**
 * Text from outside without the signs nobody types and no reader can see: control characters (XML 1.0 forbids them, so a single one
 * would keep a person from their PDF), signs that turn the direction of what follows (a name that reads otherwise than it is), zero-width
 * spaces, halves of characters and what Unicode says is no character. Tabs and line breaks stay. Names keep their own characters:
 * nothing is normalised here.
 */
public final class CleanText {

    private CleanText() {}

    /** @return the text itself when there is nothing to take out; null for null */
    public static String of(String text) {
        if (text == null || text.codePoints().allMatch(CleanText::kept)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(CleanText::kept).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean kept(int sign) {
        if (sign < 0x20) {
            return sign == '\t' || sign == '\n' || sign == '\r';
        }
        return !(sign >= 0x7f && sign <= 0x9f
                // zero width space, word joiner, byte order mark
                || sign == 0x200b
                || sign == 0x2060
                || sign == 0xfeff
                // embeddings, overrides and isolates of direction (Unicode UAX 9)
                || sign >= 0x202a && sign <= 0x202e
                || sign >= 0x2066 && sign <= 0x2069
                // line and paragraph separators end a script's string, and no keyboard has them
                || sign == 0x2028
                || sign == 0x2029
                // a half of a character alone, and the 66 that are none
                || sign >= 0xd800 && sign <= 0xdfff
                || sign >= 0xfdd0 && sign <= 0xfdef
                || (sign & 0xfffe) == 0xfffe);
    }
}
