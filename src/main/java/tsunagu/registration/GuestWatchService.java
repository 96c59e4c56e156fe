package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tsunagu.event.EventRepository;
import tsunagu.event.GuestRules;
import tsunagu.shared.ConflictException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Staff guard the seats: what is asked of people who register, and what looks as if a machine had asked. */
@ApplicationScoped
@Transactional
public class GuestWatchService {

    private static final Duration LOOKED_AT = Duration.ofDays(7);

    @Inject
    private EventRepository events;

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private GuestWatchQueries queries;

    @Inject
    private TicketService tickets;

    @Inject
    private Clock clock;

    /**
     * Registrations that came from one place.
     *
     * @param origin sealed network; names nobody
     * @param all of the last seven days, for sessions to come
     * @param unproven of them, not confirmed by a letter's link
     * @param seats held by the unproven ones
     * @param quickest seconds between opening a form and sending it
     * @param names of some of them, as they were typed
     */
    public record Group(
            String origin,
            int all,
            int unproven,
            int seats,
            Instant first,
            Instant last,
            int quickest,
            String events,
            List<String> names) {}

    @UseCase(allow = Role.STAFF)
    public void decide(String eventCode, @Valid GuestRules rules) {
        events.decide(events.get(eventCode).id(), rules);
    }

    /** Five or more unconfirmed from one place, or several that no hand fills in so fast; the most seats first. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Group> automatic() {
        Instant now = clock.instant();
        return queries.groups(now.minus(LOOKED_AT), now);
    }

    /**
     * What was not confirmed from there ends at once; the seats are free, and whoever was written to is told.
     *
     * @param seen how many there were
     * @throws ConflictException when there are more or fewer by now: somebody may just have confirmed
     */
    @UseCase(allow = Role.STAFF)
    public void release(String origin, int seen) {
        Instant now = clock.instant();
        List<Registration> unproven = registrations.unprovenOf(origin, now);
        if (unproven.size() != seen) {
            throw new ConflictException();
        }
        tickets.release(unproven);
    }
}
