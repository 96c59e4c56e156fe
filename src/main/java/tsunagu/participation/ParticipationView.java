package tsunagu.participation;

import java.time.Instant;
import tsunagu.internship.InternshipTarget;
import tsunagu.internship.InternshipType;

/**
 * One person's way through one internship.
 *
 * @param type and {@code dataUsed} as they were promised when the person applied
 * @param email "" for the company when it may not be used any more
 * @param days at which the person was there; null before it is recorded and when he did not come
 */
public record ParticipationView(
        String code,
        InternshipTarget internship,
        SessionView session,
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
        int version) {}
