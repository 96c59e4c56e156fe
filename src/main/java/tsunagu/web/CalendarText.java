package tsunagu.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Contact;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import tsunagu.shared.CityContact;

/** Calendars as text (RFC 5545). */
public final class CalendarText {

    /** Octets, without the line break. */
    private static final int LONGEST_LINE = 75;

    private static final String REFRESH = "PT1H";

    private CalendarText() {}

    /**
     * What is told of one date.
     *
     * @param uid never changes
     * @param revisedAt when it was last changed: programs take of two entries the one with the later stamp
     * @param page of the portal, for everybody who may see the calendar
     * @param place "" where there is none
     */
    public record Told(
            String uid,
            Instant begins,
            Instant ends,
            String title,
            String place,
            String words,
            String page,
            int sequence,
            Instant revisedAt,
            boolean holds) {}

    /** @param contact whom to ask; {@link CityContact#NONE} where nothing is set */
    public static VEvent entry(Told told, CityContact contact) {
        List<Property> properties = new ArrayList<>(List.of(
                new Uid(told.uid()),
                new DtStamp(told.revisedAt()),
                new LastModified(told.revisedAt()),
                new DtStart<>(told.begins()),
                new DtEnd<>(told.ends()),
                new Summary(lines(told.title())),
                new Description(lines(told.words())),
                new Url(URI.create(told.page())),
                new Sequence(told.sequence()),
                new Status(told.holds() ? Status.VALUE_CONFIRMED : Status.VALUE_CANCELLED)));
        if (!told.place().isEmpty()) {
            properties.add(new Location(lines(told.place())));
        }
        if (!contact.none()) {
            properties.add(new Contact(Stream.of(contact.office(), contact.phone(), contact.mail())
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" "))));
        }
        if (!contact.none() && !contact.mail().isEmpty()) {
            properties.add(new Organizer(
                    new ParameterList(List.of(new Cn(contact.office()))), URI.create("mailto:" + contact.mail())));
        }
        return new VEvent(new PropertyList(properties));
    }

    /** The program reminds its owner, in its own way; a calendar that is subscribed to leaves that to them. */
    public static void remind(VEvent event, Duration before) {
        VAlarm alarm = new VAlarm(before.negated());
        alarm.add(ImmutableAction.DISPLAY);
        alarm.add(new Description(event.getSummary().getValue()));
        event.add(alarm);
    }

    /** One kind of line end, which the library writes as the standard asks (RFC 5545, 3.3.11); a lone carriage return would end the entry. */
    private static String lines(String text) {
        return text.replaceAll("\\r\\n?", "\n");
    }

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
