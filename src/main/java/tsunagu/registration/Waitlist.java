package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventSession;

/**
 * The line for a session's seats. A seat that becomes free is offered to whoever came first, in the transaction that freed it,
 * and held for them as long as {@link OfferRule} says; nobody passes them meanwhile.
 */
@ApplicationScoped
class Waitlist {

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private SeatCounter seats;

    @Inject
    private RegistrationLetters letters;

    /** Seats were given up: the first in the line get offers for them, or they are open to all again. */
    void freed(EventSession session, int seatsFreed, Instant now) {
        seats.hold(session.id());
        seats.giveBack(session.id(), seatsFreed);
        grown(session, now);
    }

    /** A registration takes other seats than before: what it does not take any more is for the line. */
    void exchanged(EventSession session, SeatNeed before, SeatNeed after, Instant now) {
        if (before.beyond(after).seats() > 0) {
            freed(session, Math.max(0, before.seats() - after.seats()), now);
        }
    }

    /** Somebody left the line, came to its end, or wants other seats: others, or they themselves, may be served now. */
    void moved(EventSession session, Instant now) {
        registrations.flush();
        grown(session, now);
    }

    /**
     * There may be seats for somebody in the line, because there are more of them, or because another waits no more or wants fewer: whoever
     * is first gets an offer, as long as there are enough for them and their companions. Who is too many for what is free keeps it from those
     * behind them: of the roles with limits of their own that they wait for, or of the session.
     */
    void grown(EventSession session, Instant now) {
        seats.hold(session.id());
        Optional<Instant> offer =
                OfferRule.until(now, session.firstDay().times().startsAt());
        if (!session.event().published() || offer.isEmpty()) {
            return; // near the beginning staff serve the line by hand; newcomers do not pass it then either
        }
        Instant until = offer.get();
        Set<AttendanceRole> kept = EnumSet.noneOf(AttendanceRole.class);
        for (Registration first : registrations.ofSession(session.id(), Registration.State.WAITING)) {
            if (first.unproven()) {
                continue; // nobody knows yet whether there is somebody
            }
            FreePlaces places = seats.places(session.id());
            SeatNeed need = SeatNeed.of(first);
            if (places.never(need).isPresent()) {
                continue; // the session has become too small for them
            }
            if (!places.withinLimits(need) || !Collections.disjoint(places.limited(need), kept)) {
                kept.addAll(places.limited(need));
                continue; // no seat for their kind; others behind them may have one
            }
            if (!seats.takeForLine(session.id(), first.companions().seats())) {
                return;
            }
            first.offer(until);
            registrations.flush();
            letters.tell(first, "event.letter.offered", RegistrationLetters.moment(until));
        }
    }
}
