package tsunagu.participation;

import java.time.Instant;
import tsunagu.internship.InternshipTarget;
import tsunagu.internship.InternshipType;
import tsunagu.shared.Letter;

/**
 * One person's way through one internship.
 *
 * @param type and {@code dataUsed} as they were promised when the person applied
 * @param email "" for the company when it may not be used any more
 * @param canBePutRight the company's answer was given a short time ago and nobody has acted on it
 * @param days at which the person was there; null before it is recorded and when they did not come
 */
public record ParticipationView(
        String code,
        InternshipTarget internship,
        InternshipRun session,
        InternshipType type,
        boolean dataUsed,
        ParticipationState state,
        String name,
        String email,
        String phone,
        School school,
        String message,
        boolean subsidy,
        Integer days,
        Instant appliedAt,
        Instant movedAt,
        boolean canBePutRight,
        int version) {

    /** From when until when on each day, in the company's words; "" when it does not say. */
    public String hours() {
        return session.hours().isEmpty() ? internship.hours() : session.hours();
    }

    /** When the letter with the company's answer leaves, or left. */
    public Instant toldAt() {
        return movedAt.plus(Letter.REST);
    }
}
