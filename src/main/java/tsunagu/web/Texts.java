package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * All words on screen. A key begins with its room: {@code event.list.title} is in i18n/event.properties (Japanese, complete)
 * and i18n/event_en.properties. In pages: {@code #{t.of('event.list.title')}}.
 */
@Named("t")
@RequestScoped
public class Texts {

    @Inject
    private Web web;

    public String of(String key) {
        return text(key, web.getLocale());
    }

    /** Whether a key exists that was put together from an address; nobody can make a page fail by inventing one. */
    public boolean has(String key) {
        try {
            return !text(key, web.getLocale()).isEmpty();
        } catch (IllegalArgumentException noSuchText) {
            return false;
        }
    }

    public String of(String key, Object one) {
        return format(key, List.of(one));
    }

    public String of(String key, Object one, Object two) {
        return format(key, List.of(one, two));
    }

    public String of(String key, Object one, Object two, Object three) {
        return format(key, List.of(one, two, three));
    }

    /** Numbers among the arguments get thousands separators, as MessageFormat does. */
    public String format(String key, List<?> arguments) {
        return format(key, web.getLocale(), arguments);
    }

    static String format(String key, Locale locale, List<?> arguments) {
        return new MessageFormat(text(key, locale), locale).format(arguments.toArray());
    }

    static String text(String key, Locale locale) {
        String room = key.substring(0, key.indexOf('.'));
        try {
            return ResourceBundle.getBundle(
                            "i18n." + room,
                            locale,
                            Texts.class.getClassLoader(),
                            // Without this a Japanese text falls back to English on a server whose own language is English.
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("No text for " + key, e);
        }
    }
}
