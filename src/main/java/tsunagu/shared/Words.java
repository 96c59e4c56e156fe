package tsunagu.shared;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The words of i18n/*.properties; a key begins with the name of its bundle: "event.list.title". */
public final class Words {

    private static final Map<Locale, Map<String, String>> KNOWN = new ConcurrentHashMap<>();

    /** One bundle without those behind it. */
    private static final ResourceBundle.Control ALONE = new ResourceBundle.Control() {
        @Override
        public List<String> getFormats(String baseName) {
            return FORMAT_PROPERTIES;
        }

        @Override
        public List<Locale> getCandidateLocales(String baseName, Locale locale) {
            return List.of(locale);
        }

        @Override
        public Locale getFallbackLocale(String baseName, Locale locale) {
            return null;
        }
    };

    private Words() {}

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
        String bundle = key.substring(0, key.indexOf('.'));
        try {
            String text = ResourceBundle.getBundle(
                            "i18n." + bundle,
                            locale,
                            Words.class.getClassLoader(),
                            // Without this a Japanese text falls back to English on a server whose own language is English.
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(key);
            return locale.equals(Languages.EASY) ? Readings.marked(text) : text;
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("No text for " + key, e);
        }
    }

    /** Whether there is a text of the language's own, and not the Japanese one in its place. */
    public static boolean own(String key, Locale locale) {
        if (locale.equals(Locale.JAPANESE)) {
            return true;
        }
        try {
            ResourceBundle alone = ResourceBundle.getBundle(
                    "i18n." + key.substring(0, key.indexOf('.')), locale, Words.class.getClassLoader(), ALONE);
            return alone.containsKey(key);
        } catch (MissingResourceException none) {
            return false;
        }
    }

    public static String japanese(String key) {
        return of(key, Locale.JAPANESE);
    }
}
