package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.MailAddress;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** What people do with a session, with or without an account: register, wait, hold the ticket, cancel. */
@ApplicationScoped
@Transactional
public class RegistrationService {

    @Inject
    private EventRepository events;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private SeatCounter seats;

    @Inject
    private WaitingLine line;

    @Inject
    private RegistrationLetters letters;

    @Inject
    private DoorRepository door;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** A session somebody is about to register for. */
    @UseCase(anyone = true, changes = false)
    public SessionView session(String eventCode, long sessionId) {
        return SessionView.of(published(eventCode, sessionId), clock.instant());
    }

    /** How many wait for a seat. */
    @UseCase(anyone = true, changes = false)
    public long waiting(long sessionId) {
        return registrations.waiting(sessionId);
    }

    /**
     * Takes a seat. A second press of the button finds the first one's ticket.
     *
     * @param companions who come along; they have seats, too
     * @param line go into the line when no seat is left
     * @return the ticket's token
     * @throws DomainException when no seat is left or the session has begun
     */
    @UseCase(allow = Role.SEEKER)
    public String register(String eventCode, long sessionId, AttendanceRole role, Companions companions, boolean line) {
        EventSession session = published(eventCode, sessionId);
        long personId = currentActor.get().personId();
        Optional<Registration> before = registrations.live(sessionId, personId);
        if (before.isPresent()) {
            return before.get().ticketToken();
        }
        requireRole(role);
        boolean seat = seat(session, companions, line);
        return registered(
                new Registration(sessionId, personId, role, freeCode(sessionId), clock.instant()).with(companions), seat);
    }

    /**
     * Somebody without an account registers; the ticket belongs to whoever has its address, which is mailed to him. Who
     * registers twice is sent the first ticket again.
     *
     * @return the ticket's token, or empty when there was one before: then only the mailbox tells
     */
    @UseCase(anyone = true)
    public Optional<String> registerGuest(
            String eventCode, long sessionId, @Valid GuestForm form, Companions companions, boolean line) {
        EventSession session = published(eventCode, sessionId);
        requireRole(form.role());
        String email = MailAddress.checked(form.email());
        Optional<Registration> before = registrations.ofGuest(sessionId, email);
        if (before.isPresent()) {
            letters.again(before.get());
            return Optional.empty();
        }
        boolean seat = seat(session, companions, line);
        long person = registrations
                .guest(email, form.name().strip())
                .orElseGet(() -> door.newPerson(form.name().strip(), form.reading().strip(), clock.instant()));
        return Optional.of(registered(
                new Registration(sessionId, person, form.role(), freeCode(sessionId), clock.instant())
                        .byGuest(email)
                        .with(companions),
                seat));
    }

    /**
     * A seat, or a place in the line; before anything else is written, so that who is refused costs little.
     *
     * @return whether it is a seat
     */
    private boolean seat(EventSession session, Companions companions, boolean line) {
        Instant now = clock.instant();
        if (seats.take(session.id(), companions.seats(), now)) {
            return true;
        }
        if (session.opennessAt(now) == Openness.OVER) {
            throw new DomainException("event.error.over");
        }
        if (!line) {
            throw new DomainException("event.error.full");
        }
        // Whoever frees a seat at this moment must see us in the line, or we the seat.
        seats.hold(session.id());
        return seats.take(session.id(), companions.seats(), now);
    }

    private String registered(Registration registration, boolean seat) {
        registrations.add(seat ? registration : registration.inLine());
        if (seat) {
            letters.tellWithCalendar(registration, "event.letter.registered", ShortCode.spaced(registration.shortCode()));
        } else {
            letters.tell(registration, "event.letter.waiting");
        }
        return registration.ticketToken();
    }

    /** Gives the seat, or the place in the line, back, until the session begins. */
    @UseCase(anyone = true)
    public void cancel(String token) {
        Registration registration = own(token);
        registrations.lock(registration);
        if (registrations.attendance(registration.sessionId(), registration.personId()).isPresent()) {
            throw new DomainException("event.error.alreadyPresent");
        }
        boolean freed = registration.cancel(clock.instant());
        letters.tellWithCalendar(registration, "event.letter.cancelled");
        if (freed) {
            line.freed(
                    events.session(registration.sessionId()), registration.companions().seats(), clock.instant());
        }
    }

    /** Takes the seat that is offered. */
    @UseCase(anyone = true)
    public void accept(String token) {
        Registration registration = own(token);
        registrations.lock(registration);
        registration.accept(clock.instant());
        letters.tellWithCalendar(registration, "event.letter.registered", ShortCode.spaced(registration.shortCode()));
    }

    /** Offers that nobody took go to the next in the line. */
    @UseCase
    public int lapse() {
        List<Registration> overdue = registrations.overdue(clock.instant());
        for (Registration each : overdue) {
            registrations.lock(each);
            if (each.offered() && each.offerUntil().isBefore(clock.instant())) {
                each.lapse();
                letters.tell(each, "event.letter.lapsed");
                line.freed(events.session(each.sessionId()), each.companions().seats(), clock.instant());
            }
        }
        return overdue.size();
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

    private static void requireRole(AttendanceRole role) {
        if (role == null || !AttendanceRole.forRegistration().contains(role)) {
            throw new DomainException("event.error.roleMissing");
        }
    }

    private EventSession published(String eventCode, long sessionId) {
        EventSession session = events.session(sessionId);
        if (!session.event().published() || !session.event().code().equals(eventCode)) {
            throw new NotFoundException("session " + sessionId);
        }
        return session;
    }

    private Registration own(String token) {
        Actor actor = currentActor.get();
        return registrations
                .byToken(token)
                .filter(registration -> registration.guestEmail() != null
                        || registration.personId().equals(actor.personId()))
                .orElseThrow(() -> new NotFoundException("ticket"));
    }

    private Ticket view(Registration registration) {
        EventSession session = events.session(registration.sessionId());
        return new Ticket(
                registration.ticketToken(),
                ShortCode.spaced(registration.shortCode()),
                registrations.personName(registration.personId()),
                registration.role(),
                SessionView.of(session, clock.instant()),
                registration.live() ? session.onlineUrl() : "",
                registration.state().name(),
                registration.state() == Registration.State.WAITING ? registrations.before(registration) + 1 : 0,
                registration.offerUntil(),
                registration.createdAt(),
                registrations
                        .attendance(registration.sessionId(), registration.personId())
                        .map(Attendance::checkedInAt)
                        .orElse(null),
                registration.guestEmail() != null,
                registration.companions());
    }

    private ShortCode freeCode(long sessionId) {
        ShortCode code = ShortCode.random();
        while (registrations.byCode(sessionId, code).isPresent()) {
            code = ShortCode.random();
        }
        return code;
    }
}
