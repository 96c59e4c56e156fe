package tsunagu.grant;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A decision as staff see it.
 *
 * @param amount yen
 * @param despite why a rule was not applied; "" where none spoke against it
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
        Integer round,
        String despite,
        Instant revokedAt,
        String revokedWhy,
        int version) {}
