package tsunagu.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What is asked of people who register.
 *
 * @param proof guests confirm by the link in the letter; false for audiences without mail, who then need no address
 * @param audienceOnly who is not of the session's audience registers only together with somebody who is; false: everybody may, and who
 *     is not of the audience is not counted
 * @param mostSeats with one registration, the person and who comes along; null for as many as there are
 * @param mostSessions of the event, for one address or person; null for all
 * @param version that was seen; 0 where the ordinary rules hold
 */
public record GuestRules(
        boolean proof,
        boolean audienceOnly,
        @Min(value = 1, message = "event.error.guestRules") @Max(value = 1000, message = "event.error.guestRules")
                Integer mostSeats,
        @Min(value = 1, message = "event.error.guestRules") @Max(value = 60, message = "event.error.guestRules")
                Integer mostSessions,
        int version) {

    static final GuestRules ORDINARY = new GuestRules(true, null, null, 0);

    /** For everybody, counted or not. */
    public GuestRules(boolean proof, Integer mostSeats, Integer mostSessions, int version) {
        this(proof, false, mostSeats, mostSessions, version);
    }
}
