package tsunagu.registration;

import java.time.Instant;
import java.util.Map;
import tsunagu.event.AttendanceRole;
import tsunagu.event.SessionView;

/**
 * What stands above 申込者一覧 of a session: its numbers, and what staff have to do.
 *
 * @param lottery null when seats are not drawn
 * @param leftByRole seats left for roles with a limit of their own
 * @param counts registrations by state; a state nobody is in is missing
 * @param first whoever is first in the line; null when nobody waits
 */
public record RosterHead(
        SessionView session,
        Lottery lottery,
        Map<AttendanceRole, Integer> leftByRole,
        Map<String, Long> counts,
        Roster.Row first) {

    public long count(String state) {
        return counts.getOrDefault(state, 0L);
    }

    /** Somebody asked for a seat, whatever became of it. */
    public boolean asked() {
        return !counts.isEmpty();
    }

    /** Seats are free and somebody waits: because the group is larger, or because no offers are made so near the beginning. */
    public boolean freeBesideLine() {
        return first != null && (session.seatsLeft() == null || session.seatsLeft() > 0);
    }

    /** No offers are made any more: staff give seats in the line by hand. */
    public boolean lineByHand(Instant now) {
        return OfferRule.byHand(now, session.begins());
    }

    /** The intake is over and nobody has drawn yet. */
    public boolean drawable(Instant now) {
        return lottery != null
                && !lottery.drawn()
                && !session.intake().closesAt().isAfter(now);
    }
}
