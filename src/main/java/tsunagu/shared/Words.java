package tsunagu.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The words of i18n/*.properties; a key begins with the name of its bundle: "event.list.title". */
public final class Words {

    private static final Map<Locale, Map<String, String>> KNOWN = new ConcurrentHashMap<>();

    /** The keys of one file. Not asked of ResourceBundle: it keeps one bundle for a name and a language, with or without those behind it. */
    private static final Map<String, Set<String>> OWN = new ConcurrentHashMap<>();

    /** The city this portal is of; until its setting was read, the one it was made for. */
    private static volatile Municipality city = new Municipality(
            "\u4e00\u95a2\u5e02",
            "\u3044\u3061\u306e\u305b\u304d\u3057",
            "Ichinoseki",
            "032093",
            "\u5ca9\u624b\u770c",
            "\u3044\u308f\u3066\u3051\u3093",
            "Iwate");

    /** Japanese texts that are the city's own, by key. */
    private static volatile Map<String, String> instead = Map.of();

    private Words() {}

    /** These Japanese texts take the place of those that ship from now on. */
    static void instead(Map<String, String> texts) {
        if (!texts.equals(instead)) {
            instead = Map.copyOf(texts);
            KNOWN.clear();
        }
    }

    /** The Japanese texts of a bundle as they ship. @param bundle "paper." */
    static Map<String, String> shipped(String bundle) {
        Map<String, String> texts = new HashMap<>();
        properties("i18n." + bundle.substring(0, bundle.length() - 1))
                .forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return texts;
    }

    public static Municipality city() {
        return city;
    }

    /** All texts name this city from now on. */
    public static void of(Municipality municipality) {
        if (!municipality.equals(city)) {
            city = municipality;
            KNOWN.clear();
        }
    }

    /**
     * A text as plain letters.
     *
     * @throws IllegalArgumentException when there is no such key
     */
    public static String of(String key, Locale locale) {
        return Readings.without(withReadings(key, locale));
    }

    /** A text of plain Japanese with the signs of {@link Readings}; in every other language the text as it is. */
    public static String withReadings(String key, Locale locale) {
        return KNOWN.computeIfAbsent(locale, each -> new ConcurrentHashMap<>())
                .computeIfAbsent(key, each -> look(each, locale));
    }

    private static String look(String key, Locale locale) {
        String own = locale.equals(Locale.JAPANESE) ? instead.get(key) : null;
        if (own != null) {
            return own;
        }
        String bundle = key.substring(0, key.indexOf('.'));
        try {
            String text = ResourceBundle.getBundle(
                            "i18n." + bundle,
                            locale,
                            Words.class.getClassLoader(),
                            // Without this a Japanese text falls back to English on a server whose own language is
                            // English.
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(key);
            String named = city.in(text, locale);
            return locale.equals(Languages.EASY) ? Readings.marked(named) : named;
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("No text for " + key, e);
        }
    }

    /** Whether there is a text of the language's own, and not the Japanese one in its place. */
    public static boolean own(String key, Locale locale) {
        if (locale.equals(Locale.JAPANESE)) {
            return true;
        }
        String bundle = key.substring(0, key.indexOf('.'));
        String file = ResourceBundle.Control.getControl(ResourceBundle.Control.FORMAT_PROPERTIES)
                .toBundleName("i18n." + bundle, locale);
        return OWN.computeIfAbsent(file, Words::keys).contains(key);
    }

    private static Set<String> keys(String file) {
        return properties(file).stringPropertyNames();
    }

    /** @return none where there is no such file */
    private static Properties properties(String file) {
        try (InputStream in =
                Words.class.getClassLoader().getResourceAsStream(file.replace('.', '/') + ".properties")) {
            Properties words = new Properties();
            if (in != null) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String japanese(String key) {
        return of(key, Locale.JAPANESE);
    }
}
