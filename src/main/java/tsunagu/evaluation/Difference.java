package tsunagu.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import tsunagu.shared.FiscalYear;

/**
 * 差分: a row that is another one now.
 *
 * @param number of the difference under its approval; never given to another one
 * @param approval number of the record it differs from
 * @param why key of a sentence: LATE, UNDONE, MERGED, GONE or CHANGED
 * @param frozen as approved; null for a row that was not there
 * @param live as it is now; null for a row that is not there any more
 * @param found when the portal first counted it
 * @param record entry of the chain that tells of it; null until the next night
 * @param ended when it was no more, or became another one; null while it is there
 */
public record Difference(
        int number,
        long approval,
        String programme,
        FiscalYear year,
        String measure,
        String kind,
        String eventCode,
        String event,
        LocalDate day,
        String role,
        BigDecimal frozen,
        BigDecimal live,
        String why,
        String reason,
        Instant found,
        Instant ended,
        Long record) {}
