package tsunagu.support;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A decision as staff see it.
 *
 * @param amount yen
 * @param revokedAt null while it stands
 */
public record GrantView(
        long id,
        String programmeId,
        GrantRecipient recipient,
        String name,
        int adults,
        int children,
        long amount,
        LocalDate decidedOn,
        String note,
        Instant revokedAt,
        String revokedWhy) {}
