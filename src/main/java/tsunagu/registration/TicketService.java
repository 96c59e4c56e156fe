package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.account.PersonRegister;
import tsunagu.event.Event;
import tsunagu.event.EventRepository;
import tsunagu.event.EventSession;
import tsunagu.event.GuestRules;
import tsunagu.event.SessionOutcome;
import tsunagu.event.SessionView;
import tsunagu.question.Moment;
import tsunagu.question.QuestionService;
import tsunagu.question.QuestionView;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** What the holder of a ticket does with it: look, change, wait, accept a seat, give it back, answer the questionnaire. */
@ApplicationScoped
@Transactional
public class TicketService {

    @Inject
    private EventRepository events;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private SeatCounter seats;

    @Inject
    private Presence presence;

    @Inject
    private PersonRegister names;

    @Inject
    private Waitlist line;

    @Inject
    private RegistrationLetters letters;

    @Inject
    private QuestionService questions;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** Gives the seat, or the place in the line, back, in time ({@link Ticket#openUntil}). */
    @UseCase(anyone = true)
    public void cancel(String token) {
        Registration registration = registrations.lockWithSeat(own(token));
        if (since(registration).isPresent()) {
            throw new DomainException("event.error.alreadyPresent");
        }
        if (!inTime(registration)) {
            throw new DomainException("event.error.cancelLate");
        }
        boolean freed = registration.cancel(clock.instant());
        letters.tellWithCalendar(registration, "event.letter.cancelled");
        line.freed(
                events.session(registration.sessionId()),
                freed ? registration.companions().seats() : 0,
                clock.instant());
    }

    /** Takes the seat that is offered. */
    @UseCase(anyone = true)
    public void accept(String token) {
        Registration registration = registrations.lockWithSeat(own(token));
        registration.accept(clock.instant());
        letters.tellSeat(registration, "event.letter.accepted");
    }

    /**
     * A guest opened the letter's link and confirms: the seat, or the place in the line, is theirs. Who came before by the same address and
     * name, and confirmed it, is the same person from now on. Confirming again changes nothing.
     *
     * @throws DomainException when the time is over
     */
    @UseCase(anyone = true)
    public void prove(String token) {
        Registration registration = registrations.lockWithSeat(own(token));
        if (!registration.unproven()) {
            if (!registration.live() && !registration.waiting()) {
                throw new DomainException("event.error.proofOver");
            }
            return;
        }
        boolean present = since(registration).isPresent();
        Long known = registrations
                .guest(registration.guestEmail(), names.ofPerson(registration.personId()))
                .filter(person -> !present
                        && registrations.live(registration.sessionId(), person).isEmpty())
                .orElse(registration.personId());
        registration.prove(known);
        switch (registration.state()) {
            case CONFIRMED -> letters.tellSeat(registration, "event.letter.registered");
            case WAITING -> letters.tell(registration, "event.letter.waiting");
            default -> letters.tell(registration, "event.letter.applied");
        }
        if (registration.state() == Registration.State.WAITING) {
            line.moved(events.session(registration.sessionId()), clock.instant()); // passed by until now
        }
    }

    /** Numbers of registrations whose offer, or time to confirm, is over: each of them is to {@link #lapse}. */
    @UseCase(changes = false)
    public List<Long> overdue() {
        return registrations.overdue(clock.instant());
    }

    /** An offer that nobody took goes to the next in the line; what a guest did not confirm in time is free again. */
    @UseCase
    public void lapse(long registrationId) {
        registrations.byId(registrationId).ifPresent(each -> {
            registrations.lockWithSeat(each);
            if (each.offered() && each.offerUntil().isBefore(clock.instant())) {
                lapse(each, "event.letter.lapsed");
            } else if (each.unproven() && each.proofUntil().isBefore(clock.instant())) {
                release(List.of(each));
            }
        });
    }

    /** Unconfirmed registrations end, unless somebody confirmed or came meanwhile. */
    void release(List<Registration> unproven) {
        registrations.lockWithSeats(unproven);
        for (Registration each : unproven) {
            if (each.unproven() && since(each).isEmpty()) {
                lapse(each, "event.letter.unproven");
            }
        }
    }

    private void lapse(Registration registration, String letter) {
        boolean freed = registration.lapse();
        letters.tell(registration, letter);
        line.freed(
                events.session(registration.sessionId()),
                freed ? registration.companions().seats() : 0,
                clock.instant());
    }

    /** @throws NotFoundException when it is nobody's ticket or somebody else's */
    @UseCase(anyone = true, changes = false)
    public Ticket ticket(String token) {
        return view(own(token));
    }

    @UseCase(allow = Role.SEEKER, changes = false)
    public List<Ticket> myTickets() {
        return registrations.ofPerson(currentActor.get().personId()).stream()
                .map(this::view)
                .toList();
    }

    /**
     * Changes who comes along and what was answered, as long as it could be given back. More people, or people of another role,
     * need seats; fewer give them back.
     *
     * @throws DomainException when there are no seats for more people, or it is too late
     */
    @UseCase(anyone = true)
    public void change(String token, SeatRequest request) {
        RegistrationService.requireRoles(request.companions());
        request.visit().reachable();
        Registration registration = registrations.lockWithSeat(own(token));
        EventSession session = events.fresh(registration.sessionId());
        Instant now = clock.instant();
        if (!session.event().published() || !inTime(registration)) {
            throw new DomainException("event.error.over");
        }
        GuestRules rules = events.rules(session.event().id());
        RegistrationService.requireAudience(rules, session, registration.role(), request.companions());
        Integer most = rules.mostSeats();
        if (most != null && request.companions().seats() > most) {
            throw new DomainException("event.error.mostSeats", most);
        }
        if (!registration.live() && !registration.waiting()) {
            throw new DomainException("event.error.alreadyCancelled");
        }
        boolean seated = registration.seated();
        SeatNeed before = SeatNeed.of(registration);
        SeatNeed after = SeatNeed.of(registration.role(), request.companions());
        if (seated) {
            seats.exchange(session.id(), before, after);
        } else {
            seats.requireEver(session.id(), after);
        }
        registration.with(request.companions()).bringing(request.visit());
        registrations.flush();
        if (seated) {
            line.exchanged(session, before, after, now);
        } else {
            line.moved(session, now);
        }
        registrations.name(registration, request.names());
        questions.answer(
                session.event().id(),
                Moment.REGISTRATION,
                registration.id(),
                registration.role().name(),
                request.answers());
        letters.tellChanged(registration);
    }

    /** What was said when registering, to be changed. */
    @UseCase(anyone = true, changes = false)
    public SeatRequest request(String token) {
        Registration registration = own(token);
        return new SeatRequest(
                registration.role(),
                registration.companions(),
                registration.visit(),
                registrations.names(registration.id()),
                questions.answers(registration.id()),
                false);
    }

    /** What is asked of the ticket's holder at that moment; afterwards nothing any more, once the event is closed. */
    @UseCase(anyone = true, changes = false)
    public List<QuestionView> questions(String token, Moment moment) {
        Event event = events.session(own(token).sessionId()).event();
        return moment == Moment.AFTERWARDS && event.closed() ? List.of() : questions.asked(event.id(), moment);
    }

    /**
     * アンケート, after the session was begun. Said again, it replaces what was said.
     *
     * @throws DomainException before the session, or when an answer is missing
     */
    @UseCase(anyone = true)
    public void answer(String token, Map<Long, String> answers) {
        Registration registration = own(token);
        EventSession session = events.session(registration.sessionId());
        session.event().requireOpen();
        if (!registration.live() || start(registration).isAfter(clock.instant())) {
            throw new DomainException("event.error.questionnaireEarly");
        }
        questions.answer(
                session.event().id(),
                Moment.AFTERWARDS,
                registration.id(),
                registration.role().name(),
                answers);
    }

    /** When the person was there first: on any day of a course. */
    private Optional<Instant> since(Registration registration) {
        return events.session(registration.sessionId()).days().stream()
                .flatMap(each -> presence.since(each.id(), registration.personId()).stream())
                .min(Instant::compareTo);
    }

    private boolean inTime(Registration registration) {
        EventSession session = events.session(registration.sessionId());
        return clock.instant()
                .isBefore(Ticket.openUntil(
                        registration.createdAt(),
                        start(registration),
                        session.lastDay().times().endsAt()));
    }

    private Instant start(Registration registration) {
        return events.session(registration.sessionId()).firstDay().times().startsAt();
    }

    private Registration own(String token) {
        Actor actor = currentActor.get();
        return registrations
                .byToken(token)
                .filter(registration ->
                        registration.guest() || registration.personId().equals(actor.personId()))
                .orElseThrow(() -> new NotFoundException("ticket"));
    }

    private Ticket view(Registration registration) {
        EventSession session = events.session(registration.sessionId());
        return new Ticket(
                registration.ticketToken(),
                ShortCode.spaced(registration.shortCode()),
                names.ofPerson(registration.personId()),
                registration.role(),
                SessionView.asked(session, clock.instant()),
                registration.live() ? session.onlineUrl() : "",
                registration.live()
                        ? session.days().stream()
                                .filter(each ->
                                        !each.onlineUrl().isEmpty() && each.outcome() != SessionOutcome.NOT_HELD)
                                .collect(Collectors.toMap(EventSession::id, EventSession::onlineUrl))
                        : Map.of(),
                registration.state().name(),
                registration.state() == Registration.State.WAITING ? registrations.before(registration) + 1 : 0,
                registration.offerUntil(),
                registration.createdAt(),
                since(registration).orElse(null),
                registration.guest(),
                registration.proofUntil(),
                registration.companions(),
                registration.visit(),
                registration.lot(),
                Lottery.of(session, session.intake().lottery() ? registrations.lots(session.id()) : 0),
                session.days().stream()
                        .map(each -> SessionView.of(each, clock.instant()))
                        .toList(),
                session.days().stream()
                        .filter(each -> presence.since(each.id(), registration.personId())
                                .isPresent())
                        .map(each -> each.times().heldOn())
                        .toList());
    }
}
