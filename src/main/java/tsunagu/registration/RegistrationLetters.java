package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.event.SessionTimes;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Letter;
import tsunagu.shared.Secrets;
import tsunagu.shared.Words;

/** What people are told about their registrations; with the calendar entry where it changes something. */
@ApplicationScoped
public class RegistrationLetters {

    @Inject
    private EventRepository events;

    @Inject
    private Event<Letter> letters;

    @Inject
    private SessionCalendar calendars;

    @Inject
    private Clock clock;

    /** @param text "event.letter.registered" @param more what the text's {2} and {3} stand for */
    public void tell(Registration registration, String text, Object... more) {
        send(registration, text, false, more);
    }

    void tellWithCalendar(Registration registration, String text, Object... more) {
        send(registration, text, true, more);
    }

    /** A seat is the person's: {2} is the number to say at the door, {3} how to take part, {4} how many come. */
    void tellSeat(Registration registration, String text) {
        EventSession session = events.session(registration.sessionId());
        send(registration, text, true, ShortCode.spaced(registration.shortCode()), how(session), people(registration.companions()));
    }

    /** What is to come, as {@link #tellSeat} says it: in daytime, and in time. */
    void remind(Registration registration, String text) {
        EventSession session = events.session(registration.sessionId());
        Letter letter = letter(
                registration, text, true, "", ShortCode.spaced(registration.shortCode()), how(session), people(registration.companions()));
        letters.fire(letter.inDaytimeBefore(session.times().startsAt()));
    }

    /** Nobody asked for it just now. */
    public void tellInDaytime(Registration registration, String text) {
        letters.fire(letter(registration, text, false, "").inDaytime());
    }

    /** How many seats, for whom: a class is counted before it sets out. "" for one person. */
    private static String people(Companions companions) {
        return companions.persons() == 0
                ? ""
                : new MessageFormat("\n" + Words.japanese("event.letter.people.along"), Locale.JAPANESE).format(new Object[] {
                    companions.seats(), companions.persons(), Words.japanese("event.role." + companions.role())
                });
    }

    private static String how(EventSession session) {
        String kind = session.onlineUrl().isEmpty() ? "hall" : session.place().isEmpty() ? "online" : "both";
        return new MessageFormat(Words.japanese("event.letter.how." + kind), Locale.JAPANESE)
                .format(new Object[] {session.onlineUrl()});
    }

    /** Who comes along, or an answer, was changed. Told every time, so named by the moment. */
    void tellChanged(Registration registration) {
        written(registration, "event.letter.changed", true, " " + clock.instant().toEpochMilli(), registration.companions().persons());
    }

    /** What staff write to everybody; the same words are sent once. */
    void tellNotice(Registration registration, String subject, String words) {
        written(registration, "event.letter.notice", false, " " + Secrets.digest(subject + "\n" + words), subject, words);
    }

    /** A letter's own words; what follows them in every letter (the ticket's address, the city's contact) is not in it. */
    record Written(String subject, String words) {}

    /** The same as it would be read by this person. */
    Written notice(Registration registration, String subject, String words) {
        Object[] values = letter(registration, "event.letter.notice", false, "", subject, words).words().toArray();
        return new Written(filled("event.letter.notice.subject", values), filled("event.letter.notice.body", values));
    }

    private static String filled(String key, Object... values) {
        return new MessageFormat(Words.japanese(key), Locale.JAPANESE).format(values);
    }

    /**
     * The ticket once more, for whoever registers twice; at most every ten minutes, so that nobody's mailbox is filled. A family shares an
     * address: the letter says whose ticket it is, and how somebody else is added.
     */
    void again(Registration registration, String holder) {
        long tenth = clock.instant().getEpochSecond() / 600;
        written(
                registration, "event.letter.again", true, " " + tenth, Objects.toString(holder, ""), registration.companions().persons());
    }

    /** Staff send the ticket again, or a place in the line; as often as they are asked to. */
    void resend(Registration registration) {
        String time = " " + clock.instant().toEpochMilli();
        if (registration.live()) {
            EventSession session = events.session(registration.sessionId());
            written(registration, "event.letter.resent", true, time, ShortCode.spaced(registration.shortCode()), how(session),
                    people(registration.companions()));
        } else {
            written(registration, "event.letter.resentPlace", false, time);
        }
    }

    /** To another session. @param before day and place of the one he had */
    void tellTransferred(Registration registration, String before) {
        written(registration, registration.live() ? "event.letter.transferred" : "event.letter.transferredLine", registration.live(),
                " " + clock.instant().toEpochMilli(), before, ShortCode.spaced(registration.shortCode()));
    }

    private void send(Registration registration, String text, boolean calendar, Object... more) {
        written(registration, text, calendar, "", more);
    }

    private void written(Registration registration, String text, boolean calendar, String time, Object... more) {
        letters.fire(letter(registration, text, calendar, time, more));
    }

    private Letter letter(Registration registration, String text, boolean calendar, String time, Object... more) {
        EventSession session = events.session(registration.sessionId());
        Object[] words = new Object[2 + more.length];
        words[0] = (session.event().title() + " " + session.title()).strip();
        words[1] = when(session.times()) + (session.place().isEmpty() ? "" : "  " + session.place())
                + (session.itinerary().isEmpty() ? "" : "\n" + session.itinerary());
        System.arraycopy(more, 0, words, 2, more.length);
        String once = text + " " + registration.id() + " " + session.sequence() + " " + registration.state()
                + (registration.offerUntil() == null ? "" : " " + registration.offerUntil()) + time;
        String path = "/tickets/" + registration.ticketToken();
        Letter letter = registration.guestEmail() == null
                ? Letter.toPerson(registration.personId(), once, text, path, words)
                : Letter.toAddress(registration.guestEmail(), once, text, path, words);
        return calendar ? letter.with(calendars.text(registration, session, clock.instant())) : letter;
    }

    /** Day, beginning and end, as people write them. */
    static String when(SessionTimes times) {
        return times.startsAt() == null
                ? String.valueOf(times.heldOn())
                : moment(times.startsAt()) + written(times.endsAt(), until(times.end()));
    }

    private static String until(Duration end) {
        if (end.toDays() == 0) {
            return "event.written.until";
        }
        return end.equals(Duration.ofDays(1)) ? "event.written.untilMidnight" : "event.written.untilNextDay";
    }

    static String moment(Instant instant) {
        return written(instant, "event.written.moment");
    }

    private static String written(Instant instant, String pattern) {
        return DateTimeFormatter.ofPattern(Words.japanese(pattern), Locale.JAPANESE).format(instant.atZone(FiscalYear.ZONE));
    }
}
