package tsunagu.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What is asked of people who register.
 *
 * @param proof guests confirm by the link in the letter; false for audiences without mail, who then need no address
 * @param mostSeats with one registration, the person and who comes along; null for as many as there are
 * @param mostSessions of the event, for one address or person; null for all
 * @param version that was seen; 0 where the ordinary rules hold
 */
public record GuestRules(
        boolean proof,
        @Min(value = 1, message = "event.error.guestRules") @Max(value = 1000, message = "event.error.guestRules") Integer mostSeats,
        @Min(value = 1, message = "event.error.guestRules") @Max(value = 60, message = "event.error.guestRules") Integer mostSessions,
        int version) {

    static final GuestRules ORDINARY = new GuestRules(true, null, null, 0);
}
