package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import tsunagu.audit.ChangeReason;
import tsunagu.evaluation.LockExceptionRegister.Granted;
import tsunagu.evaluation.OfficialRegister.Last;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.GivenReason;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** 締めの例外: staff may change what was approved by hand, for a reason that stands in the chain, until it is revoked. */
@ApplicationScoped
@Transactional
public class LockExceptionService {

    @Inject
    private OfficialRegister register;

    @Inject
    private LockExceptionRegister exceptions;

    @Inject
    private ChangeReason reason;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** Staff may change the records of an approved year by hand, until it is revoked. The approved figure stays as it is. */
    @UseCase(allow = Role.MANAGER, fresh = true)
    public void grant(String programmeId, FiscalYear year, String why) {
        String words = GivenReason.of(why, OfficialService.LONGEST_WHY, "evaluation.error.why");
        Last last = register.hold();
        register.inForce(programmeId, year).orElseThrow(() -> new DomainException("evaluation.error.notApproved"));
        reason.because(words);
        Instant now = clock.instant();
        Long by = currentActor.get().accountId();
        long seq = last.seq() + 1;
        String content = RecordContent.exception(
                seq, last.hash(), now, currentActor.get().name(), programmeId, year, words);
        register.add(seq, "EXCEPTION", programmeId, year, content, last, now, by);
        exceptions.add(programmeId, year, words, by, now, seq);
    }

    /** @throws ConflictException when it was revoked already */
    @UseCase(allow = Role.MANAGER)
    public void revoke(long exceptionId) {
        Granted granted =
                exceptions.one(exceptionId).orElseThrow(() -> new NotFoundException("exception " + exceptionId));
        Last last = register.hold();
        Instant now = clock.instant();
        if (!exceptions.revoke(exceptionId, now)) {
            throw new ConflictException();
        }
        long seq = last.seq() + 1;
        String content = RecordContent.revocation(
                seq,
                last.hash(),
                now,
                currentActor.get().name(),
                granted.programmeId(),
                granted.year(),
                granted.grantedIn());
        register.add(
                seq,
                "REVOCATION",
                granted.programmeId(),
                granted.year(),
                content,
                last,
                now,
                currentActor.get().accountId());
    }

    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public List<LockException> all() {
        return exceptions.all();
    }
}
