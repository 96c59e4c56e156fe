package tsunagu.company;

import java.time.Instant;

/**
 * A request to be admitted as its company and staff see it.
 *
 * @param comment of the city; "" when there is none
 * @param decidedAt of the last decision, or null
 */
public record AdmissionView(
        String code,
        AdmissionState state,
        AdmissionForm form,
        String comment,
        Instant submittedAt,
        Instant decidedAt,
        int version) {}
