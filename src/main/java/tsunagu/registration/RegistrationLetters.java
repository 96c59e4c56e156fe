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
        send(registration, text, true, ShortCode.spaced(registration.shortCode()), how(session), people(registration));
    }

    /** What is to come, as {@link #tellSeat} says it: in daytime, and in time. */
    void remind(Registration registration, String text) {
        EventSession session = events.session(registration.sessionId());
        Letter letter = letter(
                registration,
                text,
                true,
                "",
                ShortCode.spaced(registration.shortCode()),
                how(session),
                people(registration));
        letters.fire(letter.inDaytimeBefore(session.times().startsAt()));
    }

    /** Nobody asked for it just now. */
    public void tellInDaytime(Registration registration, String text) {
        letters.fire(letter(registration, text, false, "").inDaytime());
    }

    /** How many seats, of which kinds, for which class: it is counted before it sets out. "" for one person. */
    private static Letter.Word people(Registration registration) {
        Companions along = registration.companions();
        ClassVisit visit = registration.visit();
        return language -> (along.persons() == 0
                        ? ""
                        : "\n"
                                + filled(
                                        "event.letter.people.along",
                                        language,
                                        along.seats(),
                                        CompanionWords.marked(along, language)))
                + (visit.said() ? "\n" + filled("event.letter.people.class", language, visit.words()) : "");
    }

    private static Letter.Word how(EventSession session) {
        String kind = session.onlineUrl().isEmpty() ? "hall" : session.place().isEmpty() ? "online" : "both";
        return language -> filled("event.letter.how." + kind, language, session.onlineUrl());
    }

    /** Who comes along, or an answer, was changed. Told every time, so named by the moment. */
    void tellChanged(Registration registration) {
        written(
                registration,
                "event.letter.changed",
                true,
                " " + clock.instant().toEpochMilli(),
                people(registration));
    }

    /** What staff write to everybody; the same words are sent once. */
    void tellNotice(Registration registration, String subject, String words) {
        written(
                registration,
                "event.letter.notice",
                false,
                " " + Secrets.digest(subject + "\n" + words),
                subject,
                words);
    }

    /** A letter's own words; what follows them in every letter (the ticket's address, the city's contact) is not in it. */
    record Written(String subject, String words) {}

    /** The same as it would be read by this person. */
    Written notice(Registration registration, String subject, String words) {
        Object[] values = letter(registration, "event.letter.notice", false, "", subject, words)
                .filled(Locale.JAPANESE);
        return new Written(
                filled("event.letter.notice.subject", Locale.JAPANESE, values),
                filled("event.letter.notice.body", Locale.JAPANESE, values));
    }

    private static String filled(String key, Locale language, Object... values) {
        return new MessageFormat(Words.withReadings(key, language), language).format(values);
    }

    /**
     * The ticket once more, for whoever registers twice; at most every ten minutes, so that nobody's mailbox is filled. A family shares an
     * address: the letter says whose ticket it is, and how somebody else is added.
     */
    void again(Registration registration, String holder) {
        long tenth = clock.instant().getEpochSecond() / 600;
        written(
                registration,
                "event.letter.again",
                true,
                " " + tenth,
                Objects.toString(holder, ""),
                registration.companions().persons());
    }

    /** Staff send the ticket again, or a place in the line; as often as they are asked to. */
    void resend(Registration registration) {
        String time = " " + clock.instant().toEpochMilli();
        if (registration.live()) {
            EventSession session = events.session(registration.sessionId());
            written(
                    registration,
                    "event.letter.resent",
                    true,
                    time,
                    ShortCode.spaced(registration.shortCode()),
                    how(session),
                    people(registration));
        } else {
            written(registration, "event.letter.resentPlace", false, time);
        }
    }

    /** To another session. @param before day and place of the one they had */
    void tellTransferred(Registration registration, Letter.Word before) {
        written(
                registration,
                registration.live() ? "event.letter.transferred" : "event.letter.transferredLine",
                registration.live(),
                " " + clock.instant().toEpochMilli(),
                before,
                ShortCode.spaced(registration.shortCode()));
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
        String where = (session.place().isEmpty() ? "" : "  " + session.place())
                + (session.itinerary().isEmpty() ? "" : "\n" + session.itinerary());
        Letter.Word when = when(session.times());
        words[1] = (Letter.Word) language -> when.in(language) + where;
        System.arraycopy(more, 0, words, 2, more.length);
        String once = text + " " + registration.id() + " " + session.sequence() + " " + registration.state()
                + (registration.offerUntil() == null ? "" : " " + registration.offerUntil()) + time;
        String path = "/tickets/" + registration.ticketToken();
        Letter letter = registration.guestEmail() == null
                ? Letter.toPerson(registration.personId(), once, text, path, words)
                : Letter.toAddress(registration.guestEmail(), once, text, path, words)
                        .in(registration.language());
        return calendar ? letter.with(calendars.text(registration, session, clock.instant())) : letter;
    }

    /** Day, beginning and end, as people write them. */
    static Letter.Word when(SessionTimes times) {
        return language -> times.startsAt() == null
                ? String.valueOf(times.heldOn())
                : moment(times.startsAt()).in(language).toString()
                        + written(times.endsAt(), until(times.end()), language);
    }

    /** The same with the place beside it, where one is known. */
    static Letter.Word when(SessionTimes times, String place) {
        Letter.Word when = when(times);
        return language -> (when.in(language) + " " + place).strip();
    }

    private static String until(Duration end) {
        if (end.toDays() == 0) {
            return "event.written.until";
        }
        return end.equals(Duration.ofDays(1)) ? "event.written.untilMidnight" : "event.written.untilNextDay";
    }

    static Letter.Word moment(Instant instant) {
        return language -> written(instant, "event.written.moment", language);
    }

    private static String written(Instant instant, String pattern, Locale language) {
        return DateTimeFormatter.ofPattern(Words.of(pattern, language), language)
                .format(instant.atZone(FiscalYear.ZONE));
    }
}
