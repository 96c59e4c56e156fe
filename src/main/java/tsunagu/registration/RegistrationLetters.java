package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.event.SessionOutcome;
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
        List<EventSession> days = days(registration);
        send(registration, text, true, ShortCode.spaced(registration.shortCode()), how(days), people(registration));
    }

    /** What is to come, as {@link #tellSeat} says it: in daytime, and in time. */
    void remind(Registration registration, EventSession day, String text) {
        Letter letter = letter(
                registration,
                List.of(day),
                text,
                true,
                "",
                ShortCode.spaced(registration.shortCode()),
                how(List.of(day)),
                people(registration));
        letters.fire(letter.inDaytimeBefore(day.times().startsAt()));
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

    private List<EventSession> days(Registration registration) {
        return events.session(registration.sessionId()).days();
    }

    /** How to take part; said once where it is the same on all days, and of each day where it is not. */
    private static Letter.Word how(List<EventSession> days) {
        return language -> {
            List<EventSession> held =
                    days.stream().filter(each -> takesPlace(each, days)).toList();
            List<String> ways =
                    held.stream().map(each -> how(each, language)).distinct().toList();
            return ways.size() == 1
                    ? ways.get(0)
                    : held.stream()
                            .map(each -> "- " + when(each.times()).in(language) + "\n" + how(each, language))
                            .collect(Collectors.joining("\n"));
        };
    }

    private static String how(EventSession day, Locale language) {
        return filled(
                "event.letter.how."
                        + (day.onlineUrl().isEmpty() ? "hall" : day.place().isEmpty() ? "online" : "both"),
                language,
                day.onlineUrl());
    }

    /** Of a course only the days that take place; a single session is told as it is. */
    private static boolean takesPlace(EventSession day, List<EventSession> days) {
        return days.size() == 1 || day.outcome() != SessionOutcome.NOT_HELD;
    }

    /** When and where: of a course a line for each day, also for one that does not take place. */
    private static Letter.Word whenAndWhere(List<EventSession> days) {
        if (days.size() > 1) {
            return language -> days.stream()
                    .map(each -> "\n- "
                            + (each.title().isEmpty() ? "" : each.title() + "  ")
                            + (takesPlace(each, days) ? "" : filled("event.written.dayOff", language) + "  ")
                            + when(each.times()).in(language)
                            + where(each))
                    .collect(Collectors.joining());
        }
        return language -> when(days.get(0).times()).in(language) + where(days.get(0));
    }

    private static String where(EventSession session) {
        return (session.place().isEmpty() ? "" : "  " + session.place())
                + (session.itinerary().isEmpty() ? "" : "\n" + session.itinerary());
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
            written(
                    registration,
                    "event.letter.resent",
                    true,
                    time,
                    ShortCode.spaced(registration.shortCode()),
                    how(days(registration)),
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

    /** What became of one day; of a course the calendar has the others as well. */
    void tellOfDay(Registration registration, EventSession day, String text, Object... more) {
        letters.fire(letter(registration, List.of(day), text, true, "", more));
    }

    private void send(Registration registration, String text, boolean calendar, Object... more) {
        written(registration, text, calendar, "", more);
    }

    private void written(Registration registration, String text, boolean calendar, String time, Object... more) {
        letters.fire(letter(registration, text, calendar, time, more));
    }

    private Letter letter(Registration registration, String text, boolean calendar, String time, Object... more) {
        return letter(registration, days(registration), text, calendar, time, more);
    }

    /** @param days of which it tells */
    private Letter letter(
            Registration registration,
            List<EventSession> days,
            String text,
            boolean calendar,
            String time,
            Object... more) {
        EventSession session = days.get(0);
        Object[] words = new Object[2 + more.length];
        words[0] =
                days.size() > 1 ? session.event().title() : (session.event().title() + " " + session.title()).strip();
        words[1] = whenAndWhere(days);
        System.arraycopy(more, 0, words, 2, more.length);
        int sequence = days.stream().mapToInt(EventSession::sequence).sum();
        String once = text + " " + registration.id() + " " + sequence + " " + registration.state()
                + (session.id().equals(registration.sessionId()) ? "" : " day " + session.number())
                + (registration.offerUntil() == null ? "" : " " + registration.offerUntil()) + time;
        String path = "/tickets/" + registration.ticketToken();
        Letter letter = registration.guestEmail() == null
                ? Letter.toPerson(registration.personId(), once, text, path, words)
                : Letter.toAddress(registration.guestEmail(), once, text, path, words)
                        .in(registration.language());
        return calendar ? letter.with(calendars.text(registration, days(registration), clock.instant())) : letter;
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
