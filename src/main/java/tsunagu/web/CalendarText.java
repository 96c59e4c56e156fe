package tsunagu.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Calendars as text (RFC 5545). */
public final class CalendarText {

    /** Octets, without the line break. */
    private static final int LONGEST_LINE = 75;

    private CalendarText() {}

    public static Calendar calendar(List<VEvent> events) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Tsunagu//Tsunagu 0.1//JA"));
        calendar.add(ImmutableVersion.VERSION_2_0);
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
