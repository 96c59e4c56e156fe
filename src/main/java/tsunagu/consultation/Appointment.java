package tsunagu.consultation;

import java.time.Instant;

/**
 * A time that somebody took.
 *
 * @param state BOOKED, CANCELLED by the person, CALLED_OFF by the office, KEPT or MISSED
 * @param link where to join; "" at a place, and to everybody but the two
 * @param personId who comes
 * @param person their name; null once they had it deleted
 */
public record Appointment(
        String code,
        Office office,
        Instant startsAt,
        Instant endsAt,
        boolean online,
        String state,
        String link,
        long personId,
        String person) {

    public boolean booked() {
        return state.equals("BOOKED");
    }

    /** Can be changed or given back. */
    public boolean open(Instant now) {
        return booked() && now.isBefore(startsAt);
    }

    /** Whether it took place can be said. */
    public boolean due(Instant now) {
        return !now.isBefore(startsAt) && !state.equals("CANCELLED") && !state.equals("CALLED_OFF");
    }
}
