package tsunagu.evaluation;

import java.time.Instant;
import tsunagu.shared.FiscalYear;

/**
 * 締めの例外: staff may change what was approved.
 *
 * @param revokedAt null while it holds
 * @param record its entry in the chain
 */
public record LockException(
        long id,
        String programme,
        FiscalYear year,
        String reason,
        Instant at,
        Instant revokedAt,
        String by,
        long record) {}
