package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import tsunagu.shared.Words;

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
        return Words.of(key, locale);
    }
}
