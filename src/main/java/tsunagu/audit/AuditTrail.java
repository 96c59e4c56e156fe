package tsunagu.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tsunagu.audit.AuditSeals.Block;
import tsunagu.audit.AuditSeals.Horizon;
import tsunagu.audit.AuditSeals.Last;
import tsunagu.audit.AuditSeals.Stored;
import tsunagu.seal.Seals;
import tsunagu.seal.Signature;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/**
 * 監査証跡: seals the trail's entries in blocks, not in the transaction that wrote them, and tells what of it is not as it was sealed. A
 * block is sealed once every transaction that could still add a smaller number has ended, so that nothing comes into it afterwards.
 */
@ApplicationScoped
@Transactional
public class AuditTrail {

    /** Entries of one seal. */
    private static final int BLOCK = 2_000;

    /** Of one seal, by name; more say no more. */
    private static final int MOST_NAMED = 50;

    @Inject
    private AuditSeals seals;

    @Inject
    private Seals signing;

    @Inject
    private Clock clock;

    /**
     * Something of the trail that is not as it was sealed.
     *
     * @param seal number of the seal
     * @param entry number of the entry; null where the seal itself is meant
     * @param what CHANGED, GONE or ADDED (an entry), HASH, LINK, SIGNATURE, UNSIGNED or MISSING (a seal)
     */
    public record Fault(long seal, Long entry, String what) {}

    /**
     * What the check found.
     *
     * @param entries that are sealed
     * @param unsealed written since the last seal
     * @param last hash of the last seal; null before the first
     */
    public record Verdict(long seals, long entries, long unsealed, String last, Instant lastAt, List<Fault> faults) {

        public boolean intact() {
            return faults.isEmpty();
        }
    }

    /** How far one can seal later: see {@link #seal}. */
    @UseCase(quiet = true)
    Horizon horizon() {
        return seals.horizon();
    }

    /**
     * Seals what was written before a moment.
     *
     * @param before the moment; nothing is sealed while a transaction of then is still running
     * @return how many seals
     */
    @UseCase(quiet = true)
    int seal(Horizon before) {
        Last last = seals.hold();
        if (before.lastId() == null || seals.oldestRunning() < before.nextTransaction()) {
            return 0;
        }
        int made = 0;
        for (Block block = seals.next(last.lastId(), before.lastId(), BLOCK);
                block.entries() > 0;
                block = seals.next(last.lastId(), before.lastId(), BLOCK)) {
            last = add(last, block);
            made++;
        }
        return made;
    }

    private Last add(Last last, Block block) {
        long no = last.no() + 1;
        long first = last.lastId() + 1;
        Stored bare = new Stored(
                no,
                first,
                block.lastId(),
                block.entries(),
                last.hash(),
                block.contents(),
                "",
                clock.instant(),
                null,
                null,
                block.entries(),
                block.contents());
        String hash = bare.hashed();
        Signature signature = signing.sign(AuditSeals.text(no, hash));
        seals.add(new Stored(
                no,
                first,
                block.lastId(),
                block.entries(),
                last.hash(),
                block.contents(),
                hash,
                bare.sealedAt(),
                signature.keyId(),
                signature.value(),
                block.entries(),
                block.contents()));
        return new Last(no, block.lastId(), hash);
    }

    /** Reads the whole trail and compares it with its seals. */
    @UseCase(
            allow = {Role.MANAGER, Role.ADMINISTRATOR, Role.COMMITTEE, Role.AUDITOR},
            changes = false)
    public Verdict verify() {
        Seals.Checker checker = signing.checker();
        List<Fault> faults = new ArrayList<>();
        String previous = AuditSeals.NOTHING_BEFORE;
        long expected = 1;
        long entries = 0;
        Stored last = null;
        for (Stored seal : seals.seals()) {
            for (; expected < seal.no(); expected++) {
                faults.add(new Fault(expected, null, "MISSING"));
            }
            if (!seal.previous().equals(previous) || last != null && seal.firstId() != last.lastId() + 1) {
                faults.add(new Fault(seal.no(), null, "LINK"));
            }
            if (!seal.hash().equals(seal.hashed())) {
                faults.add(new Fault(seal.no(), null, "HASH"));
            }
            if (!seal.signed().made()) {
                faults.add(new Fault(seal.no(), null, "UNSIGNED"));
            } else if (!checker.holds(AuditSeals.text(seal.no(), seal.hash()), seal.signed())) {
                faults.add(new Fault(seal.no(), null, "SIGNATURE"));
            }
            if (seal.countNow() != seal.entries() || !seal.contents().equals(seal.contentsNow())) {
                seals.differing(seal.no(), MOST_NAMED)
                        .forEach(each -> faults.add(new Fault(seal.no(), each.id(), each.what())));
            }
            previous = seal.hash();
            expected = seal.no() + 1;
            entries += seal.entries();
            last = seal;
        }
        return new Verdict(
                expected - 1,
                entries,
                seals.unsealed(),
                last == null ? null : last.hash(),
                last == null ? null : last.sealedAt(),
                faults);
    }
}
