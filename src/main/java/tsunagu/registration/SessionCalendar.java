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
import tsunagu.event.SessionOutcome;
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
        return text(
                ticket.days().stream()
                        .map(each -> told(
                                ticket.token(),
                                each,
                                words(ticket.spacedCode(), ticket.links().getOrDefault(each.id(), ""), Locale.JAPANESE),
                                page,
                                later(ticket.createdAt(), each.revisedAt()),
                                ticket.live() && each.openness() != Openness.CLOSED))
                        .toList(),
                contact);
    }

    /**
     * @param days one, or those of the course
     * @param now when it is sent: what the letter says is said now
     */
    String text(Registration registration, List<EventSession> days, Instant now) {
        return text(
                days.stream()
                        .map(each -> told(
                                registration.ticketToken(),
                                SessionView.of(each, now),
                                words(ShortCode.spaced(registration.shortCode()), "", registration.language()),
                                address.of("/events/" + each.event().code()),
                                now,
                                registration.live()
                                        && each.event().published()
                                        && (days.size() == 1 || each.outcome() != SessionOutcome.NOT_HELD)))
                        .toList(),
                city.contact());
    }

    private static CalendarText.Told told(
            String token, SessionView session, String words, String page, Instant revised, boolean holds) {
        String title = session.title().isEmpty() ? session.eventTitle() : session.eventTitle() + " " + session.title();
        return new CalendarText.Told(
                uid(token, session),
                session.times().startsAt(),
                session.times().endsAt(),
                title,
                session.place().isEmpty() && session.online() ? Words.japanese("event.online") : session.place(),
                words,
                page,
                session.sequence() + (holds ? 0 : 1),
                revised,
                holds);
    }

    /** What is left of a course is published, with the day that is called off as such; where nothing holds, all of it is taken out again. */
    private static String text(List<CalendarText.Told> days, CityContact contact) {
        List<VEvent> entries = days.stream()
                .map(each -> {
                    VEvent entry = CalendarText.entry(each, contact);
                    if (each.holds()) {
                        CalendarText.remind(entry, DAY_BEFORE);
                    }
                    return entry;
                })
                .toList();
        return CalendarText.folded(
                days.stream().anyMatch(CalendarText.Told::holds)
                        ? CalendarText.calendar(entries)
                        : CalendarText.cancelled(entries));
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

    /** Each day of a course is an entry of its own; the first keeps the registration's. */
    public static String uid(String token, SessionView session) {
        return session.number() == firstNumber(session) ? uid(token) : uid(token + " " + session.id());
    }

    private static int firstNumber(SessionView session) {
        return session.course().stream().mapToInt(SessionView.Day::number).min().orElse(session.number());
    }

    /** Does not contain the ticket's secret: a shared calendar must not be a ticket. */
    public static String uid(String token) {
        return UUID.nameUUIDFromBytes(("tsunagu:" + token).getBytes(StandardCharsets.UTF_8)) + "@tsunagu";
    }
}
