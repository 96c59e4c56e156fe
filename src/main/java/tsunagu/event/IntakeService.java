package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** What staff do with those who asked for a seat: see them, say yes or no, draw. */
@ApplicationScoped
@Transactional
public class IntakeService {

    @Inject
    private EventRepository events;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private SeatCounter seats;

    @Inject
    private RegistrationLetters letters;

    @Inject
    private Clock clock;

    @UseCase(allow = Role.STAFF, changes = false)
    public Roster roster(long sessionId) {
        EventSession session = events.session(sessionId);
        return new Roster(
                SessionView.of(session, clock.instant()),
                session.lottery(registrations.lots(sessionId)),
                seats.leftByRole(sessionId),
                registrations.roster(sessionId));
    }

    /** What a badge's code holds. */
    @UseCase(allow = Role.STAFF, changes = false)
    public String ticket(long registrationId) {
        return registrations
                .byId(registrationId)
                .map(Registration::ticketToken)
                .orElseThrow(() -> new NotFoundException("registration " + registrationId));
    }

    /**
     * Gives a seat.
     *
     * @throws DomainException when it was decided before, or no seat is left
     */
    @UseCase(allow = Role.STAFF)
    public void approve(long registrationId) {
        Registration registration = undecided(registrationId);
        EventSession session = events.session(registration.sessionId());
        if (!seated(session, registration)) {
            throw new DomainException("event.error.noSeatToGive");
        }
        registration.admit();
        tellSeat(registration);
    }

    @UseCase(allow = Role.STAFF)
    public void refuse(long registrationId) {
        Registration registration = undecided(registrationId);
        registration.refuse();
        letters.tell(registration, "event.letter.refused");
    }

    /**
     * Draws: in the order of {@link Lottery} everybody gets a seat for whom there is one; who does not fit stands in the line, in
     * the same order. The secret number becomes public.
     *
     * @return who got a seat
     * @throws DomainException before the end of the intake, or when it was drawn before
     */
    @UseCase(allow = Role.STAFF)
    public int draw(long sessionId) {
        seats.hold(sessionId);
        EventSession session = events.fresh(sessionId);
        session.draw(clock.instant());
        Map<Integer, Registration> byLot = registrations.ofSession(sessionId, Registration.State.APPLIED).stream()
                .collect(Collectors.toMap(Registration::lot, Function.identity()));
        int seated = 0;
        int line = 0;
        List<Lottery.Place> order = Lottery.order(session.lotterySeed(), registrations.lots(sessionId));
        for (Lottery.Place place : order) {
            Registration registration = byLot.get(place.lot());
            if (registration == null) {
                continue; // withdrawn before the draw
            }
            if (seated(session, registration)) {
                registration.admit();
                registrations.flush();
                seated++;
                tellSeat(registration);
            } else {
                line++;
                registration.drawnToLine(line);
                letters.tell(registration, "event.letter.notDrawn", line);
            }
        }
        return seated;
    }

    private boolean seated(EventSession session, Registration registration) {
        seats.hold(session.id());
        return seats.withinLimits(session.id(), registration.role(), registration.companions())
                && seats.takeForLine(session.id(), registration.companions().seats());
    }

    private void tellSeat(Registration registration) {
        letters.tellWithCalendar(registration, "event.letter.registered", ShortCode.spaced(registration.shortCode()));
    }

    private Registration undecided(long registrationId) {
        Registration registration = registrations
                .byId(registrationId)
                .orElseThrow(() -> new NotFoundException("registration " + registrationId));
        registrations.lock(registration);
        if (events.session(registration.sessionId()).intake().mode() != Intake.Mode.APPROVAL) {
            throw new DomainException("event.error.decided");
        }
        return registration;
    }
}
