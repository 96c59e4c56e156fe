package tsunagu.account;

import java.time.Instant;

/**
 * Somebody lost phone and recovery codes: one person asks that their second factor is taken away, another one does it.
 *
 * @param askedBy account; it does not answer
 */
public record FactorReset(
        long id,
        long accountId,
        String name,
        String email,
        long askedBy,
        String askedByName,
        Instant askedAt,
        String reason) {}
