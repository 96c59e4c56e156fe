package tsunagu.shared;

import java.util.List;
import java.util.Locale;

/**
 * The languages the portal speaks, and where their pages are: Japanese at the root, the others below a segment of their own. Pages and
 * letters ask here, so that a fourth language is a line of this class and its bundles.
 */
public final class Languages {

    /**
     * やさしい日本語 (plain Japanese with readings). Its bundles are {@code _ja__simple} and fall back to the Japanese ones; "simple" is
     * the variant of the language subtag registry (BCP 47) for what is written in a simplified form.
     */
    public static final Locale EASY = new Locale("ja", "", "simple");

    /** In the order in which they are offered. */
    public static final List<Locale> ALL = List.of(Locale.JAPANESE, EASY, Locale.ENGLISH);

    private Languages() {}

    /** The language of an address of the portal; never anything but one of ours. */
    public static Locale of(String path) {
        return ALL.stream()
                .filter(each -> !root(each).isEmpty() && (path.equals(root(each)) || path.startsWith(root(each) + "/")))
                .findFirst()
                .orElse(Locale.JAPANESE);
    }

    /** What an address is without its language: "/easy/events" is "/events", "/easy" is "/". */
    public static String without(String path) {
        String rest = path.substring(root(of(path)).length());
        return rest.isEmpty() ? "/" : rest;
    }

    /** A path of the portal, "/events", in a language. */
    public static String path(String path, Locale language) {
        String root = root(language);
        return root.isEmpty() || !path.equals("/") ? root + path : root;
    }

    /** The word for a language in the keys of texts: "ja", "easy", "en". */
    public static String word(Locale language) {
        return root(language).isEmpty()
                ? language.getLanguage()
                : root(language).substring(1);
    }

    /** The language of such a word; Japanese for any other. */
    public static Locale named(String word) {
        return ALL.stream().filter(each -> word(each).equals(word)).findFirst().orElse(Locale.JAPANESE);
    }

    private static String root(Locale language) {
        if (language.equals(EASY)) {
            return "/easy";
        }
        return language.equals(Locale.ENGLISH) ? "/en" : "";
    }
}
