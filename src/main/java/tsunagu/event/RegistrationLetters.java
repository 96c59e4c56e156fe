package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Letter;

/** What people are told about their registrations; with the calendar entry where it changes something. */
@ApplicationScoped
class RegistrationLetters {

    @Inject
    private EventRepository events;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    /** @param text "event.letter.registered" @param more what the text's {2} and {3} stand for */
    void tell(Registration registration, String text, Object... more) {
        send(registration, text, false, more);
    }

    void tellWithCalendar(Registration registration, String text, Object... more) {
        send(registration, text, true, more);
    }

    /** The ticket once more, for whoever registers twice; at most every ten minutes, so that nobody's mailbox is filled. */
    void again(Registration registration) {
        long tenth = clock.instant().getEpochSecond() / 600;
        written(registration, "event.letter.again", true, " " + tenth);
    }

    private void send(Registration registration, String text, boolean calendar, Object... more) {
        written(registration, text, calendar, "", more);
    }

    private void written(Registration registration, String text, boolean calendar, String time, Object... more) {
        EventSession session = events.session(registration.sessionId());
        Object[] words = new Object[2 + more.length];
        words[0] = (session.event().title() + " " + session.title()).strip();
        words[1] = when(session) + (session.place().isEmpty() ? "" : "  " + session.place());
        System.arraycopy(more, 0, words, 2, more.length);
        String once = text + " " + registration.id() + " " + session.sequence() + " " + registration.state()
                + (registration.offerUntil() == null ? "" : " " + registration.offerUntil()) + time;
        String path = "/tickets/" + registration.ticketToken();
        Letter letter = registration.guestEmail() == null
                ? Letter.toPerson(registration.personId(), once, text, path, words)
                : Letter.toAddress(registration.guestEmail(), once, text, path, words);
        letters.fire(calendar ? letter.with(SessionCalendar.text(registration, session, clock.instant())) : letter);
    }

    /** 2026-12-05（土）14:00: letters are read in any mail program, so plainly. */
    private static String when(EventSession session) {
        Instant start = session.times().startsAt();
        return start == null ? String.valueOf(session.times().heldOn()) : moment(start);
    }

    static String moment(Instant instant) {
        ZonedDateTime local = instant.atZone(FiscalYear.ZONE);
        return DateTimeFormatter.ofPattern("yyyy-MM-dd").format(local)
                + " (" + local.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPANESE) + ") "
                + DateTimeFormatter.ofPattern("HH:mm").format(local);
    }
}
