package tsunagu.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.KeptInput;
import tsunagu.shared.LongWork;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.StaffWork;
import tsunagu.shared.UseCase;

/**
 * Long works of a person: kept, begun, seen, stopped. Whose it is is the account that handed it over; nobody else sees it, for what it is made
 * of may be a list of people.
 */
@ApplicationScoped
@Transactional
public class LongWorkService implements KeptInput, StaffWork {

    /** Of what was handed over and never begun. */
    static final Duration KEPT = Duration.ofDays(1);

    /** Of what became of a work; its input goes when it ends. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    /** Nodes tell of a work every second; one that is silent for so long is dead. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    private static final int CODE_LENGTH = 16;

    @Inject
    private LongWorkRepository works;

    @Inject
    @Any
    private Instance<LongWork> kinds;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Override
    @UseCase(signedIn = true)
    public String keep(String input) {
        String code = Secrets.name(CODE_LENGTH);
        works.keep(code, account(), input, clock.instant());
        return code;
    }

    @Override
    @UseCase(signedIn = true, changes = false)
    public String kept(String code) {
        return works.kept(code, account()).orElseThrow(() -> new DomainException("job.error.gone"));
    }

    @Override
    @UseCase(signedIn = true)
    public void begin(String code, String kind, String about) {
        kind(kind);
        if (!works.begin(code, account(), kind, about, clock.instant())) {
            throw new ConflictException();
        }
    }

    /**
     * Looked at by whoever began it: its end is seen with this.
     *
     * @throws NotFoundException for somebody else's
     */
    @UseCase(allow = Role.STAFF, quiet = true)
    public LongWorkView seen(String code) {
        LongWorkView work = works.find(code, account()).orElseThrow(() -> new NotFoundException("work " + code));
        works.seen(code);
        return work;
    }

    /** @throws ConflictException when it has ended meanwhile */
    @UseCase(allow = Role.STAFF)
    public void stop(String code) {
        if (!works.stop(code, account(), clock.instant())) {
            throw new ConflictException();
        }
    }

    /** Where the result of one is seen. */
    @UseCase(allow = Role.STAFF, changes = false)
    public String result(LongWorkView work) {
        return kind(work.kind()).result(work.about());
    }

    @UseCase(quiet = true)
    Optional<LongWorkRepository.Taken> take(String runner) {
        Instant now = clock.instant();
        return works.take(runner, now, now.minus(SILENCE));
    }

    /** In a transaction of its own, so that it is seen while the work's is still open. @throws LongWork.Stopped as it says */
    @UseCase(signedIn = true, quiet = true)
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void told(String code, String runner, int done, int total) {
        if (!works.told(code, runner, done, total, clock.instant())) {
            throw new LongWork.Stopped();
        }
    }

    /** In the transaction of the work itself: what was done and that it is done are kept together. @throws LongWork.Stopped as it says */
    @UseCase(signedIn = true, quiet = true)
    void done(String code, String runner, int result) {
        if (!works.ended(code, runner, LongWorkState.DONE, result, "", clock.instant())) {
            throw new LongWork.Stopped();
        }
    }

    @UseCase(quiet = true)
    void failed(String code, String runner, String sentence) {
        works.ended(code, runner, LongWorkState.FAILED, 0, sentence, clock.instant());
    }

    LongWork kind(String kind) {
        return kinds.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("kind of work " + kind));
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public List<Waiting> staffWork() {
        // The letter in the morning is written by the system, for everybody.
        return currentActor.get().signedIn()
                ? Waiting.of("job.work.ended", "/staff/long-work", works.unseen(account()))
                : List.of();
    }

    private long account() {
        return currentActor.get().accountId();
    }
}
