package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** What a seeker does with a session: register, hold the ticket, cancel. */
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
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** A session somebody is about to register for. */
    @UseCase(allow = Role.SEEKER, changes = false)
    public SessionView session(String eventCode, long sessionId) {
        return SessionView.of(published(eventCode, sessionId), clock.instant());
    }

    /**
     * Takes a seat. A second press of the button finds the first one's ticket.
     *
     * @return the ticket's token
     * @throws DomainException when no seat is left or the session has begun
     */
    @UseCase(allow = Role.SEEKER)
    public String register(String eventCode, long sessionId, AttendanceRole role) {
        EventSession session = published(eventCode, sessionId);
        long personId = currentActor.get().personId();
        Optional<Registration> before = registrations.live(sessionId, personId);
        if (before.isPresent()) {
            return before.get().ticketToken();
        }
        if (role == null || !AttendanceRole.forRegistration().contains(role)) {
            throw new DomainException("event.error.roleMissing");
        }
        Instant now = clock.instant();
        if (!seats.take(sessionId, now)) {
            boolean over = session.opennessAt(now) == Openness.OVER;
            throw new DomainException(over ? "event.error.over" : "event.error.full");
        }
        Registration registration = new Registration(sessionId, personId, role, freeCode(sessionId), now);
        registrations.add(registration);
        return registration.ticketToken();
    }

    /** Gives the seat back, until the session begins. */
    @UseCase(allow = Role.SEEKER)
    public void cancel(String token) {
        Registration registration = own(token);
        registrations.lock(registration);
        if (registrations.attendance(registration.sessionId(), registration.personId()).isPresent()) {
            throw new DomainException("event.error.alreadyPresent");
        }
        registration.cancel(clock.instant());
        seats.giveBack(registration.sessionId());
    }

    /** @throws NotFoundException when it is nobody's ticket or somebody else's */
    @UseCase(allow = Role.SEEKER, changes = false)
    public Ticket ticket(String token) {
        return view(own(token));
    }

    @UseCase(allow = Role.SEEKER, changes = false)
    public List<Ticket> myTickets() {
        return registrations.ofPerson(currentActor.get().personId()).stream()
                .map(this::view)
                .toList();
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
                .filter(registration -> registration.personId().equals(actor.personId()))
                .orElseThrow(() -> new NotFoundException("ticket"));
    }

    private Ticket view(Registration registration) {
        EventSession session = events.session(registration.sessionId());
        return new Ticket(
                registration.ticketToken(),
                ShortCode.spaced(registration.shortCode()),
                currentActor.get().name(),
                registration.role(),
                SessionView.of(session, clock.instant()),
                registration.live() ? session.onlineUrl() : "",
                registration.live(),
                registration.createdAt(),
                registrations
                        .attendance(registration.sessionId(), registration.personId())
                        .map(Attendance::checkedInAt)
                        .orElse(null));
    }

    private ShortCode freeCode(long sessionId) {
        ShortCode code = ShortCode.random();
        while (registrations.byCode(sessionId, code).isPresent()) {
            code = ShortCode.random();
        }
        return code;
    }
}
