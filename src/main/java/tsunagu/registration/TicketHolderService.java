package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import tsunagu.event.EventRepository;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.ReadTicket;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Whose ticket it is; for other rooms. */
@ApplicationScoped
@Transactional
public class TicketHolderService {

    @Inject
    private EventRepository events;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private TicketService tickets;

    @Inject
    private Clock clock;

    /** @throws NotFoundException when it is nobody's ticket, somebody else's, or was given back */
    @UseCase(anyone = true, changes = false)
    public TicketHolder ofTicket(String token) {
        if (!tickets.ticket(token).valid()) {
            throw new NotFoundException("ticket");
        }
        return registrations.byToken(token).map(this::holder).orElseThrow(() -> new NotFoundException("ticket"));
    }

    /** @param typed the eight digits, or the content of the QR code, of a ticket of this event */
    @UseCase(allow = Role.COMPANY, changes = false)
    public Optional<TicketHolder> typed(String eventCode, String typed) {
        long event = event(eventCode);
        Optional<ShortCode> code = ShortCode.typed(typed == null ? "" : typed);
        return (code.isPresent()
                        ? registrations.byCodeInEvent(event, code.get())
                        : registrations.byToken(ReadTicket.in(String.valueOf(typed))))
                .filter(Registration::live)
                .map(this::holder)
                .filter(holder -> holder.eventId() == event);
    }

    /** The ticket of whoever is signed in, of any session of the event. */
    @UseCase(anyone = true, changes = false)
    public Optional<String> ownTicket(String eventCode) {
        Long person = currentActor.get().personId();
        long event = event(eventCode);
        return person == null
                ? Optional.empty()
                : registrations.ofPerson(person).stream()
                        .filter(Registration::live)
                        .filter(each -> events.session(each.sessionId()).event().id() == event)
                        .map(Registration::ticketToken)
                        .findFirst();
    }

    /** The event has begun, is not called off and not closed: what happens at it can be recorded. */
    @UseCase(anyone = true, changes = false)
    public boolean admits(long eventId) {
        return events.admits(eventId, clock.instant());
    }

    @UseCase(anyone = true, changes = false)
    public long event(String eventCode) {
        return events.get(eventCode).id();
    }

    private TicketHolder holder(Registration registration) {
        return new TicketHolder(
                events.session(registration.sessionId()).event().id(), registration.id(), registration.personId());
    }
}
