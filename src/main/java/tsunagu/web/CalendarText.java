package tsunagu.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Calendars as text (RFC 5545). */
public final class CalendarText {

    /** Octets, without the line break. */
    private static final int LONGEST_LINE = 75;

    private static final String REFRESH = "PT1H";

    private CalendarText() {}

    /** Entries as they are: what a calendar program adds, or changes by the higher SEQUENCE. */
    public static Calendar calendar(List<VEvent> events) {
        return calendar(ImmutableMethod.PUBLISH, events);
    }

    /** Entries that are to be taken out again: programs act on the method, not on the entry's state (RFC 5546). */
    public static Calendar cancelled(List<VEvent> events) {
        return calendar(ImmutableMethod.CANCEL, events);
    }

    /** A calendar people subscribe to: with its name, and how often to ask again (RFC 7986, and the older names programs still read). */
    public static Calendar feed(String name, String page, List<VEvent> events) {
        Calendar calendar = calendar(events);
        calendar.add(new Name(name));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("REFRESH-INTERVAL;VALUE=DURATION", REFRESH));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH));
        calendar.add(new Url(URI.create(page)));
        return calendar;
    }

    private static Calendar calendar(Method method, List<VEvent> events) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Tsunagu//Tsunagu 0.1//JA"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(method);
        events.forEach(calendar::add);
        return calendar;
    }

    /** RFC 5545, 3.1: lines of at most 75 octets. The library folds by characters, of which Japanese ones have three. */
    public static String folded(Calendar calendar) {
        StringBuilder folded = new StringBuilder();
        for (String line : calendar.toString().split("\r\n")) {
            int octets = 0;
            for (int character : line.codePoints().toArray()) {
                String text = Character.toString(character);
                int size = text.getBytes(StandardCharsets.UTF_8).length;
                if (octets + size > LONGEST_LINE) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                folded.append(text);
                octets += size;
            }
            folded.append("\r\n");
        }
        return folded.toString();
    }
}
