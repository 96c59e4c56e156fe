package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.fortuna.ical4j.model.component.VEvent;
import tsunagu.event.EventSession;
import tsunagu.event.Openness;
import tsunagu.event.SessionView;
import tsunagu.shared.CityContact;
import tsunagu.shared.Words;
import tsunagu.web.CalendarText;
import tsunagu.web.PublicAddress;

/**
 * A ticket as a calendar entry (RFC 5545). Times are given in UTC, which every calendar shows in its owner's zone and which
 * needs no time-zone table. The UID stays the same for the registration's life; SEQUENCE and DTSTAMP rise with every change.
 */
@ApplicationScoped
public class SessionCalendar {

    private static final Duration DAY_BEFORE = Duration.ofDays(1);

    @Inject
    private PublicAddress address;

    @Inject
    private CityContact.Known city;

    public String text(Ticket ticket) {
        return text(ticket, address.of("/events/" + ticket.session().eventCode()), city.contact());
    }

    /** @param page of the event, which everybody may open: a shared calendar must not be a ticket */
    public static String text(Ticket ticket, String page, CityContact contact) {
        SessionView session = ticket.session();
        return text(
                ticket.token(),
                session,
                words(ticket.spacedCode(), ticket.onlineUrl(), Locale.JAPANESE),
                page,
                later(ticket.createdAt(), session.revisedAt()),
                ticket.live() && session.openness() != Openness.CLOSED,
                contact);
    }

    /** @param now when it is sent: what the letter says is said now */
    String text(Registration registration, EventSession session, Instant now) {
        SessionView view = SessionView.of(session, now);
        return text(
                registration.ticketToken(),
                view,
                words(ShortCode.spaced(registration.shortCode()), "", registration.language()),
                address.of("/events/" + view.eventCode()),
                now,
                registration.live() && session.event().published(),
                city.contact());
    }

    private static String text(
            String token,
            SessionView session,
            String words,
            String page,
            Instant revised,
            boolean holds,
            CityContact contact) {
        String title = session.title().isEmpty() ? session.eventTitle() : session.eventTitle() + " " + session.title();
        VEvent event = CalendarText.entry(
                new CalendarText.Told(
                        uid(token),
                        session.times().startsAt(),
                        session.times().endsAt(),
                        title,
                        session.place().isEmpty() && session.online()
                                ? Words.japanese("event.online")
                                : session.place(),
                        words,
                        page,
                        session.sequence() + (holds ? 0 : 1),
                        revised,
                        holds),
                contact);
        if (holds) {
            CalendarText.remind(event, DAY_BEFORE);
        }
        return CalendarText.folded(
                holds ? CalendarText.calendar(List.of(event)) : CalendarText.cancelled(List.of(event)));
    }

    /** The secret stays in the letter. */
    private static String words(String code, String onlineUrl, Locale language) {
        String said = MessageFormat.format(Words.of("event.ics.words", language), code);
        return onlineUrl.isEmpty()
                ? said
                : said + "\n" + MessageFormat.format(Words.of("event.ics.online", language), onlineUrl);
    }

    private static Instant later(Instant one, Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    /** Does not contain the ticket's secret: a shared calendar must not be a ticket. */
    public static String uid(String token) {
        return UUID.nameUUIDFromBytes(("tsunagu:" + token).getBytes(StandardCharsets.UTF_8)) + "@tsunagu";
    }
}
