package tsunagu.shared;

/**
 * Text as part of HTML that is put together here: error page, papers, certificates, what search engines read. Pages of Faces escape by
 * themselves.
 */
public final class Html {

    private Html() {}

    /** For text between tags and in attributes in double quotes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
