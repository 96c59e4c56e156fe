package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.audit.ChangeReason;
import tsunagu.evaluation.OfficialRegister.Differs;
import tsunagu.evaluation.OfficialRegister.FrozenFigure;
import tsunagu.evaluation.OfficialRegister.Last;
import tsunagu.evaluation.OfficialRegister.Link;
import tsunagu.plan.IndicatorService;
import tsunagu.seal.Seals;
import tsunagu.seal.Signature;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.GivenReason;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/**
 * 確定: an approval freezes a programme's figures of a year, with the definitions they were counted by and the rows they are made
 * of. Nothing that happens afterwards changes them; it is shown as numbered difference (差分). Every approval and re-opening is an
 * entry of one chain, each naming the hash of the one before.
 */
@ApplicationScoped
@Transactional
public class OfficialService {

    private static final int LONGEST_WHY = 500;

    @Inject
    private EvaluationRepository evaluations;

    @Inject
    private OfficialRegister register;

    @Inject
    private EvaluationService sheets;

    @Inject
    private ChangeReason reason;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private IndicatorService indicators;

    @Inject
    private Seals seals;

    @Inject
    private YearPapers papers;

    @Inject
    private Clock clock;

    /**
     * An entry of the chain.
     *
     * @param intact its hash, its link to the one before and, where there is one, its signature are what they should be
     * @param signature not made where the server had no key
     */
    public record Entry(
            long seq,
            String kind,
            String programme,
            FiscalYear year,
            Instant at,
            String hash,
            String content,
            Signature signature,
            boolean intact) {}

    /**
     * 差分: a row that is another one now.
     *
     * @param number of the difference under its approval; never given to another one
     * @param approval number of the record it differs from
     * @param why key of a sentence: LATE, UNDONE, MERGED, GONE or CHANGED
     * @param frozen as approved; null for a row that was not there
     * @param live as it is now; null for a row that is not there any more
     * @param found when the portal first counted it
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
            Instant ended) {}

    /** 締めの例外: staff may change what was closed. @param revokedAt null while it holds */
    public record LockException(
            long id, String programme, FiscalYear year, String reason, Instant at, Instant revokedAt, String by) {}

    /**
     * Freezes the figures of a programme's year.
     *
     * @param seen {@link SheetView#stamp} of the sheet as the manager read it
     * @throws DomainException when it was not submitted, by the same person, when a figure moved since the manager read it, or when it
     *     moved since the grade was given and the grade does not fit any more without a reason
     */
    @UseCase(allow = Role.MANAGER, fresh = true)
    public void approve(String programmeId, FiscalYear year, String seen) {
        register.hold();
        approve(sheets.sheet(programmeId, year), year, seen);
    }

    /** @param view as it is since the chain is held */
    private void approve(SheetView view, FiscalYear year, String seen) {
        Last last = register.hold();
        String programmeId = view.programme().id();
        EvaluationSheet sheet = evaluations
                .sheet(programmeId, year)
                .orElseThrow(() -> new DomainException("evaluation.error.state.DRAFT"));
        if (view.submitted() && !view.stamp().equals(seen)) {
            throw new DomainException("evaluation.error.moved", view.programme().name());
        }
        if (view.overridden() && view.decision(Papers.RESULTS).reason().isBlank()) {
            throw new DomainException("evaluation.error.gradeMoved", view.programme().name());
        }
        Long by = currentActor.get().accountId();
        sheet.approve(by);
        evaluations.flush();
        Instant now = clock.instant();
        long seq = last.seq() + 1;
        List<FrozenFigure> figures = register.figures(programmeId, year);
        register.freeze(seq, programmeId, year, figures);
        String content = RecordContent.approval(seq, last.hash(), now, decider(), view, figures, register.frozen(seq));
        register.add(seq, "APPROVAL", programmeId, year, content, last, now, by);
    }

    /**
     * Approves every sheet of the year that was submitted.
     *
     * @param seen stamps of the sheets as the manager read them, by programme
     * @return how many
     * @throws DomainException when one of them moved since, or was submitted since: then none is approved
     */
    @UseCase(allow = Role.MANAGER, fresh = true)
    public int approveAll(FiscalYear year, Map<String, String> seen) {
        register.hold();
        List<SheetView> submitted =
                sheets.sheets(year).stream().filter(SheetView::submitted).toList();
        submitted.forEach(each -> approve(each, year, seen.getOrDefault(each.programme().id(), "")));
        return submitted.size();
    }

    /**
     * Closes the year: an entry of the chain that names every programme's approval and the value of every indicator. Closed again
     * after a programme was opened and approved anew, it names the new approvals.
     *
     * @throws DomainException while a programme is not approved, or when nothing changed since it was closed
     */
    @UseCase(allow = Role.MANAGER, fresh = true)
    public void close(FiscalYear year) {
        Last last = register.hold();
        List<SheetView> open = sheets.sheets(year).stream().filter(each -> !each.approved()).toList();
        if (!open.isEmpty()) {
            throw new DomainException("evaluation.error.open", open.size(), open.get(0).programme().name());
        }
        Long closing = register.closing(year);
        if (closing != null && !register.changedSince(closing, year)) {
            throw new DomainException("evaluation.error.closed");
        }
        Instant now = clock.instant();
        long seq = last.seq() + 1;
        YearPapers.Before before = register.lastClosing(year)
                .map(each -> new YearPapers.Before(
                        RecordContent.papers(each.content()),
                        register.openedSince(each.seq(), year).stream().map(RecordContent::why).toList()))
                .orElse(new YearPapers.Before(Map.of(), List.of()));
        String content = RecordContent.year(
                seq, last.hash(), now, decider(), year, register.inForce(year), indicators.indicators(), papers.contents(year, before));
        register.add(seq, "YEAR", null, year, content, last, now, currentActor.get().accountId());
    }

    /** A paper of a year that is closed: what it said then, whatever was done since. Empty for a year that is open. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public Optional<ClosedPaper> closedPaper(String number, FiscalYear year) {
        Long closing = register.closing(year);
        if (closing == null) {
            return Optional.empty();
        }
        return register.lastClosing(year)
                .map(each -> new ClosedPaper(
                        each.seq(), each.hash(), each.at(), RecordContent.papers(each.content()).get(number),
                        register.changedSince(closing, year)))
                .filter(each -> each.content() != null);
    }

    /** When the whole year was closed. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public Optional<Instant> closed(FiscalYear year) {
        return register.closed(year);
    }

    /** Opens a closed year again, so that its indicators can be mended; what was closed stays in the chain. Programmes stay approved. */
    @UseCase(allow = Role.MANAGER, fresh = true)
    public void reopenYear(FiscalYear year, String why) {
        String words = checked(why);
        Last last = register.hold();
        Long closing = register.closing(year);
        if (closing == null) {
            throw new DomainException("evaluation.error.notClosed");
        }
        reason.because(words);
        Instant now = clock.instant();
        long seq = last.seq() + 1;
        String content = RecordContent.reopening(seq, last.hash(), now, decider(), null, year, closing, words);
        register.add(seq, "REOPENING", null, year, content, last, now, currentActor.get().accountId());
    }

    /** Programmes of a closed year that were opened, or approved anew, since: the year's entry does not name them as they are. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public boolean changedSinceClosing(FiscalYear year) {
        Long closing = register.closing(year);
        return closing != null && register.changedSince(closing, year);
    }

    /** Opens an approved year again; what was approved stays in the chain. */
    @UseCase(allow = Role.MANAGER, fresh = true)
    public void reopen(String programmeId, FiscalYear year, String why) {
        String words = checked(why);
        Last last = register.hold();
        SheetView.Approval approval =
                register.inForce(programmeId, year).orElseThrow(() -> new DomainException("evaluation.error.notApproved"));
        reason.because(words);
        Instant now = clock.instant();
        long seq = last.seq() + 1;
        String content = RecordContent.reopening(seq, last.hash(), now, decider(), programmeId, year, approval.seq(), words);
        register.add(seq, "REOPENING", programmeId, year, content, last, now, currentActor.get().accountId());
        evaluations.sheet(programmeId, year).orElseThrow().reopen();
    }

    /** Staff may change the records of an approved year by hand, until it is revoked. The approved figure stays as it is. */
    @UseCase(allow = Role.MANAGER, fresh = true)
    public void grantLockException(String programmeId, FiscalYear year, String why) {
        String words = checked(why);
        register.inForce(programmeId, year).orElseThrow(() -> new DomainException("evaluation.error.notApproved"));
        reason.because(words);
        register.grantLockException(programmeId, year, words, currentActor.get().accountId(), clock.instant());
    }

    /** @throws ConflictException when it was revoked already */
    @UseCase(allow = Role.MANAGER)
    public void revoke(long exceptionId) {
        if (exceptions().stream().noneMatch(each -> each.id() == exceptionId)) {
            throw new NotFoundException("exception " + exceptionId);
        }
        if (!register.revoke(exceptionId, clock.instant())) {
            throw new ConflictException();
        }
    }

    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public List<LockException> exceptions() {
        return register.exceptions();
    }

    /** What differs now from what was approved; each keeps its number. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public List<Difference> differences(String programmeId, FiscalYear year) {
        return differences(register.differences(programmeId, year.year())).filter(each -> each.ended() == null).toList();
    }

    /** What differed once and does not any more, with its number. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public List<Difference> endedDifferences(String programmeId, FiscalYear year) {
        return differences(register.differences(programmeId, year.year())).filter(each -> each.ended() != null).toList();
    }

    /** Of every approval that holds: those that are there, and those that were. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public List<Difference> differences() {
        return differences(register.differences(null, null)).toList();
    }

    private Stream<Difference> differences(List<Differs> found) {
        // A difference is often one person: to the committee it says which measure and why, not when, where and as whom.
        boolean everything = currentActor.get().hasAny(Set.of(Role.STAFF, Role.MANAGER));
        return found.stream().map(each -> {
            boolean byHand = each.kind().equals("TARGET") || each.kind().equals("REPORTED");
            return new Difference(
                    each.number(),
                    each.approval(),
                    each.programme(),
                    each.year(),
                    each.measure(),
                    each.kind(),
                    everything ? each.eventCode() : null,
                    everything ? (orNothing(each.event()) + " " + orNothing(each.session())).strip() : "",
                    everything ? each.day() : null,
                    everything ? each.role() : null,
                    each.frozen(),
                    each.live(),
                    why(each, byHand),
                    everything || byHand ? orNothing(each.reason()) : "",
                    each.foundAt(),
                    each.endedAt());
        });
    }

    private static String why(Differs found, boolean byHand) {
        if (byHand || found.frozen() != null && found.live() != null) {
            return "CHANGED";
        }
        if (found.frozen() == null) {
            return "LATE";
        }
        return found.mergedAt() != null ? "MERGED" : found.undoneAt() != null ? "UNDONE" : "GONE";
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }

    /** The whole chain, checked link by link; the oldest first. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public List<Entry> chain() {
        Seals.Checker checker = seals.checker();
        List<Entry> entries = new ArrayList<>();
        String previous = OfficialRegister.NOTHING_BEFORE;
        for (Link link : register.chain()) {
            boolean intact = RecordContent.sha256(link.content()).equals(link.hash())
                    && previous.equals(link.previous())
                    && link.content().contains("\"previous\":\"" + previous + "\"");
            Signature signature = new Signature(link.keyId(), link.signature());
            boolean held = !signature.made() || checker.holds(OfficialRegister.signed(link.seq(), link.hash()), signature);
            previous = link.hash();
            entries.add(new Entry(
                    link.seq(),
                    link.kind(),
                    orNothing(link.programme()),
                    link.year(),
                    link.at(),
                    link.hash(),
                    link.content(),
                    signature,
                    intact && held));
        }
        return entries;
    }

    /** Who decides, as the record names him: an official in an official act, by the name of the account. */
    private String decider() {
        return currentActor.get().name();
    }

    private static String checked(String why) {
        return GivenReason.of(why, LONGEST_WHY, "evaluation.error.why");
    }
}
