package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.event.SessionTimes;
import tsunagu.question.Moment;
import tsunagu.question.QuestionService;
import tsunagu.question.QuestionView;
import tsunagu.registration.CompanionWords;
import tsunagu.registration.Registration;
import tsunagu.registration.RegistrationRepository;
import tsunagu.registration.SessionCalendar;
import tsunagu.registration.Ticket;
import tsunagu.registration.TicketService;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.NextSteps;
import tsunagu.shared.OwnDates;
import tsunagu.shared.PersonalData;
import tsunagu.shared.Words;
import tsunagu.web.Dates;

/** Tickets of the person who acts: as dates, as what waits for them, and as what is kept about them. */
@ApplicationScoped
class OwnEvents implements PersonalData, OwnDates, NextSteps {

    @Inject
    private AttendanceRepository attendances;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private TicketService tickets;

    @Inject
    private EventRepository events;

    @Inject
    private QuestionService questions;

    @Inject
    private PeopleRepository people;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Override
    public List<Entry> dates() {
        return tickets.myTickets().stream()
                .flatMap(each -> each.days().stream()
                        .filter(day -> day.times().startsAt() != null)
                        .map(day -> new Entry(
                                SessionCalendar.uid(each.token(), day),
                                "event",
                                day.times().startsAt(),
                                day.times().endsAt(),
                                (day.eventTitle() + " " + day.title()).strip(),
                                day.place(),
                                "/tickets/" + each.token(),
                                each.valid() && !day.calledOff(),
                                day.sequence())))
                .toList();
    }

    @Override
    public List<Step> steps() {
        Instant now = clock.instant();
        List<Step> steps = new ArrayList<>();
        for (Ticket each : tickets.myTickets()) {
            String path = "/tickets/" + each.token();
            if (each.offered()) {
                steps.add(new Step("event.next.offer", title(each), path, each.offerUntil()));
            }
            Instant end = each.last().times().endsAt();
            boolean lately = end != null && end.isBefore(now) && end.isAfter(now.minusSeconds(14 * 24 * 3600L));
            if (each.presentSince() != null && lately && unanswered(each)) {
                steps.add(new Step("event.next.questionnaire", title(each), path + "/questionnaire", null));
            }
        }
        return steps;
    }

    private boolean unanswered(Ticket ticket) {
        List<QuestionView> asked = tickets.questions(ticket.token(), Moment.AFTERWARDS);
        Map<Long, String> said = tickets.request(ticket.token()).answers();
        return !asked.isEmpty() && asked.stream().noneMatch(each -> said.containsKey(each.id()));
    }

    @Override
    public String section() {
        return "events";
    }

    @Override
    public List<Map<String, String>> tell(Locale language) {
        List<Long> entries = people.entries(currentActor.get().personId());
        List<Registration> asked = registrations.everyOf(entries);
        List<Attendance> came = attendances.attendancesOf(entries);
        List<Map<String, String>> rows = new ArrayList<>();
        asked.forEach(each -> rows.add(record(each, came, language)));
        // Who was on a list on paper, or simply came, never registered.
        came.stream()
                .filter(each -> asked.stream().noneMatch(registration -> same(registration, each)))
                .forEach(each -> rows.add(record(each, language)));
        return rows;
    }

    /** They came with it: to its session, or to any day of its course. */
    private boolean same(Registration registration, Attendance attendance) {
        return registration.personId().equals(attendance.personId())
                && days(registration).anyMatch(each -> each.id().equals(attendance.sessionId()));
    }

    private Stream<EventSession> days(Registration registration) {
        return events.session(registration.sessionId()).days().stream();
    }

    private Map<String, String> record(Registration registration, List<Attendance> came, Locale language) {
        Map<String, String> row = row(registration.sessionId(), registration.role(), language);
        row.put("state", Words.of("event.ticketState." + registration.state(), language));
        row.put("since", Dates.moment(registration.createdAt(), language));
        if (days(registration).count() > 1) {
            row.put("title", events.session(registration.sessionId()).event().title());
            row.put("day", days(registration).map(each -> day(each, language)).collect(Collectors.joining(" / ")));
        }
        String present = came.stream()
                .filter(each -> same(registration, each))
                .map(each -> present(each, language))
                .collect(Collectors.joining(" / "));
        if (!present.isEmpty()) {
            row.put("present", present);
        }
        if (registration.guestEmail() != null) {
            row.put("email", registration.guestEmail());
        }
        if (registration.companions().persons() > 0) {
            row.put(
                    "companions",
                    CompanionWords.of(registration.companions(), language) + " "
                            + String.join(", ", registrations.names(registration.id())));
        }
        if (registration.visit().said()) {
            row.put(
                    "class",
                    registration.visit().words() + " " + registration.visit().telephone());
        }
        List<String> remarks = registrations.remarks(registration.id());
        if (!remarks.isEmpty()) {
            row.put("remarks", String.join(" / ", remarks));
        }
        Map<Long, String> answers = questions.answers(registration.id());
        for (QuestionView question :
                questions.asked(events.session(registration.sessionId()).event().id())) {
            String answer = answers.get(question.id());
            if (answer != null) {
                row.merge("answers", question.text() + ": " + answer, (one, other) -> one + " / " + other);
            }
        }
        return row;
    }

    private Map<String, String> record(Attendance attendance, Locale language) {
        Map<String, String> row = row(attendance.sessionId(), attendance.role(), language);
        row.put("present", present(attendance, language));
        return row;
    }

    private Map<String, String> row(long sessionId, AttendanceRole role, Locale language) {
        EventSession session = events.session(sessionId);
        Map<String, String> row = new LinkedHashMap<>();
        row.put("title", (session.event().title() + " " + session.title()).strip());
        row.put("day", day(session.times(), language));
        row.put("role", Words.of("event.role." + role, language));
        return row;
    }

    /** One of several. */
    private static String day(EventSession session, Locale language) {
        return (session.title() + " " + day(session.times(), language)).strip();
    }

    private static String day(SessionTimes times, Locale language) {
        return times.startsAt() != null
                ? Dates.moment(times.startsAt(), language)
                : times.heldOn() != null
                        ? Dates.day(times.heldOn(), language)
                        : times.fiscalYear().code();
    }

    private static String present(Attendance attendance, Locale language) {
        return Dates.moment(attendance.checkedInAt(), language)
                + (attendance.undoneAt() == null ? "" : " " + Words.of("event.data.undone", language));
    }

    @Override
    public Map<Lock, List<Long>> locked() {
        List<Registration> mine = registrations.ofPerson(currentActor.get().personId());
        return Map.of(
                Lock.SESSION,
                mine.stream()
                        .flatMap(each -> events.session(each.sessionId()).days().stream())
                        .map(EventSession::id)
                        .distinct()
                        .toList(),
                Lock.REGISTRATION,
                mine.stream().map(Registration::id).toList());
    }

    @Override
    public void forget() {
        Instant now = clock.instant();
        List<Ticket> mine = tickets.myTickets();
        mine.stream().filter(each -> each.open(now)).forEach(each -> tickets.cancel(each.token()));
        questions.forgetOwn();
        people.forget(currentActor.get().personId());
    }

    private static String title(Ticket ticket) {
        return ticket.course()
                ? ticket.session().eventTitle()
                : (ticket.session().eventTitle() + " " + ticket.session().title()).strip();
    }
}
