package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsunagu.question.Moment;
import tsunagu.question.QuestionService;
import tsunagu.question.QuestionView;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.NextSteps;
import tsunagu.shared.OwnDates;
import tsunagu.shared.PersonalData;
import tsunagu.shared.Words;

/** Tickets of the person who acts: as dates, as what waits for him, and as what is kept about him. */
@ApplicationScoped
class OwnEvents implements PersonalData, OwnDates, NextSteps {

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private TicketService tickets;

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
                .filter(each -> each.session().times().startsAt() != null)
                .map(each -> new Entry(
                        SessionCalendar.uid(each.token()),
                        "event",
                        each.session().times().startsAt(),
                        each.session().times().endsAt(),
                        title(each),
                        each.session().place(),
                        "/tickets/" + each.token(),
                        each.valid()))
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
            Instant end = each.session().times().endsAt();
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
    public List<Map<String, String>> tell() {
        return tickets.myTickets().stream().map(this::record).toList();
    }

    private Map<String, String> record(Ticket ticket) {
        SeatRequest request = tickets.request(ticket.token());
        Map<String, String> row = new LinkedHashMap<>();
        row.put("title", title(ticket));
        row.put("day", String.valueOf(ticket.session().times().heldOn()));
        row.put("role", Words.japanese("event.role." + ticket.role()));
        row.put("state", Words.japanese("event.ticketState." + ticket.state()));
        row.put("since", ticket.createdAt().toString());
        if (ticket.presentSince() != null) {
            row.put("present", ticket.presentSince().toString());
        }
        if (request.companions().seats() > 1) {
            row.put("companions", (request.companions().seats() - 1) + " " + String.join(", ", request.names()));
        }
        for (Moment moment : Moment.values()) {
            for (QuestionView question : tickets.questions(ticket.token(), moment)) {
                String answer = request.answers().get(question.id());
                if (answer != null) {
                    row.merge("answers", question.text() + ": " + answer, (one, other) -> one + " / " + other);
                }
            }
        }
        return row;
    }

    @Override
    public Map<Lock, List<Long>> locked() {
        List<Registration> mine = registrations.ofPerson(currentActor.get().personId());
        return Map.of(
                Lock.SESSION, mine.stream().map(Registration::sessionId).toList(), Lock.REGISTRATION, mine.stream().map(Registration::id).toList());
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
        return (ticket.session().eventTitle() + " " + ticket.session().title()).strip();
    }
}
