package tsunagu.registration;

import tsunagu.event.AttendanceRole;
import tsunagu.shared.DomainException;

/**
 * 同伴者・引率: people who come with somebody and of whom nothing else is known.
 *
 * @param persons 0 to 200
 * @param role as whom they are counted; null without any
 */
public record Companions(int persons, AttendanceRole role) {

    public static final Companions NONE = new Companions(0, null);

    private static final int MOST = 200;

    /** @throws DomainException when the number is impossible, or it is not said as whom they come */
    public Companions {
        if (persons < 0 || persons > MOST) {
            throw new DomainException("event.error.companions", MOST);
        }
        if (persons > 0 && role == null) {
            throw new DomainException("event.error.companionRole");
        }
        role = persons == 0 ? null : role;
    }

    /** Seats for them and for whoever they come with. */
    int seats() {
        return 1 + persons;
    }
}
