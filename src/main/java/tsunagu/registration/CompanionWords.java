package tsunagu.registration;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import tsunagu.shared.Readings;
import tsunagu.shared.Words;

/** Who comes along, in words: "小学生 28名、教員 1名". */
public final class CompanionWords {

    private CompanionWords() {}

    /** @return "" for nobody */
    public static String of(Companions companions, Locale language) {
        return Readings.without(marked(companions, language));
    }

    /** The same with the signs of {@link Readings}, for whoever shows them. */
    public static String marked(Companions companions, Locale language) {
        return companions.byRole().entrySet().stream()
                .map(each -> new MessageFormat(Words.withReadings("event.ticket.companions", language), language)
                        .format(new Object[] {
                            Words.withReadings("event.role." + each.getKey(), language), each.getValue()
                        }))
                .collect(Collectors.joining(Words.of("web.listSeparator", language)));
    }
}
