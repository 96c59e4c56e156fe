package tsunagu.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import tsunagu.audit.ChangeReason;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Keep;
import tsunagu.shared.UseCase;

/** One rule at a time, in a transaction of its own: what fails does not keep the others from what is due. */
@ApplicationScoped
class RetentionStep {

    @Inject
    private RetentionRepository rows;

    @Inject
    private ChangeReason reason;

    /** Counted in the portal's own name: who looks at the dry run does not see the rows it is about. */
    @UseCase(changes = false)
    public long due(Keep keep, Instant now) {
        return rows.due(keep, now);
    }

    @UseCase(quiet = true)
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public long end(Keep keep, Instant now) {
        reason.because("kept no longer: " + keep.name());
        long gone = rows.end(keep, now);
        rows.done(LocalDate.ofInstant(now, FiscalYear.ZONE), keep.name(), gone);
        return gone;
    }
}
