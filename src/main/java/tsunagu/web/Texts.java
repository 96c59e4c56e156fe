package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tsunagu.shared.Worded;
import tsunagu.shared.Words;

/**
 * All words on screen. A key begins with its room: {@code event.list.title} is in i18n/event.properties (Japanese, complete),
 * i18n/event_en.properties and i18n/event_ja__simple.properties. In pages: {@code #{t.of('event.list.title')}}. What is in plain Japanese
 * carries its readings ({@link tsunagu.shared.Readings}): pages make ruby of them.
 */
@Named("t")
@RequestScoped
public class Texts {

    /** Signs for private use (Unicode, area E000): no text has them. */
    private static final String BEGIN = "\ue000";

    private static final String END = "\ue001";

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

    /** What somebody wrote, for an argument of a sentence that is shown by {@code ts:told}: there it says which language it is in. */
    public String written(String words) {
        return BEGIN + words + END;
    }

    /** @param own false for what {@link #written} was said of */
    public record Part(String text, boolean own) {}

    /** The portal's words and what somebody wrote, one after the other. */
    public List<Part> parts(String sentence) {
        List<Part> parts = new ArrayList<>();
        for (String part : sentence.split("(?=" + BEGIN + ")|(?<=" + END + ")")) {
            boolean own = !part.startsWith(BEGIN);
            parts.add(new Part(own ? part : part.replaceAll("[" + BEGIN + END + "]", ""), own));
        }
        return parts;
    }

    /** Numbers among the arguments get thousands separators, as MessageFormat does. */
    public String format(String key, List<?> arguments) {
        return format(key, web.getLocale(), arguments);
    }

    static String format(String key, Locale locale, List<?> arguments) {
        Object[] words = arguments.stream().map(each -> said(each, locale)).toArray();
        return new MessageFormat(text(key, locale), locale).format(words);
    }

    private static Object said(Object argument, Locale locale) {
        if (argument instanceof LocalDate day) {
            return Dates.day(day, locale);
        }
        if (argument instanceof Worded word) {
            return word.arguments().isEmpty() ? text(word.key(), locale) : format(word.key(), locale, word.arguments());
        }
        return argument;
    }

    static String text(String key, Locale locale) {
        return Words.withReadings(key, locale);
    }
}
