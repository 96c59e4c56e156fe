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

    @UseCase(quiet = true)
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public long end(Keep keep, Instant now) {
        reason.because("kept no longer: " + keep.name());
        long gone = rows.end(keep, now);
        rows.done(LocalDate.ofInstant(now, FiscalYear.ZONE), keep.name(), gone);
        return gone;
    }
}
