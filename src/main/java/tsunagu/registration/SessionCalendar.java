package tsunagu.registration;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import tsunagu.event.EventSession;
import tsunagu.event.Openness;
import tsunagu.event.SessionView;
import tsunagu.web.CalendarText;

/**
 * A ticket as a calendar entry (RFC 5545). Times are given in UTC, which every calendar shows in its owner's zone and which
 * needs no time-zone table. The UID stays the same for the registration's life; SEQUENCE rises with every change.
 */
public final class SessionCalendar {

    private SessionCalendar() {}

    public static String text(Ticket ticket) {
        SessionView session = ticket.session();
        return text(
                ticket.token(), session.eventTitle(), session, ticket.onlineUrl().isEmpty() ? ticket.spacedCode() : ticket.onlineUrl(),
                ticket.createdAt(), ticket.live() && session.openness() != Openness.CLOSED);
    }

    static String text(Registration registration, EventSession session, Instant now) {
        SessionView view = SessionView.of(session, now);
        return text(
                registration.ticketToken(), view.eventTitle(), view, ShortCode.spaced(registration.shortCode()), now,
                registration.live() && session.event().published());
    }

    private static String text(
            String token, String eventTitle, SessionView session, String words, Instant stamp, boolean holds) {
        String title = session.title().isEmpty() ? eventTitle : eventTitle + " " + session.title();
        VEvent event = new VEvent(new PropertyList(List.of(
                new Uid(uid(token)),
                new DtStamp(stamp),
                new DtStart<>(session.times().startsAt()),
                new DtEnd<>(session.times().endsAt()),
                new Summary(title),
                new Location(session.place()),
                new Description(words),
                new Sequence(session.sequence() + (holds ? 0 : 1)),
                new Status(holds ? Status.VALUE_CONFIRMED : Status.VALUE_CANCELLED))));
        return CalendarText.folded(holds ? CalendarText.calendar(List.of(event)) : CalendarText.cancelled(List.of(event)));
    }

    /** Does not contain the ticket's secret: a shared calendar must not be a ticket. */
    public static String uid(String token) {
        return UUID.nameUUIDFromBytes(("tsunagu:" + token).getBytes(StandardCharsets.UTF_8)) + "@tsunagu";
    }
}
