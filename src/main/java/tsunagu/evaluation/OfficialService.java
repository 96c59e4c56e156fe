package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.audit.ChangeReason;
import tsunagu.evaluation.OfficialRegister.FrozenFigure;
import tsunagu.evaluation.OfficialRegister.FrozenRow;
import tsunagu.evaluation.OfficialRegister.Last;
import tsunagu.evaluation.OfficialRegister.Link;
import tsunagu.plan.IndicatorService;
import tsunagu.seal.Chain;
import tsunagu.seal.Seals;
import tsunagu.seal.Signature;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.GivenReason;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/**
 * 確定: an approval freezes a programme's figures of a year, with the definitions they were counted by and the rows they are made
 * of. Nothing that happens afterwards changes them; it is shown as numbered difference (差分). Every approval and re-opening is an
 * entry of one chain, each naming the hash of the one before; so are exceptions from the lock ({@link LockExceptionService}) and
 * differences ({@link DifferenceService}).
 */
@ApplicationScoped
@Transactional
public class OfficialService {

    static final int LONGEST_WHY = 500;

    @Inject
    private EvaluationRepository evaluations;

    @Inject
    private OfficialRegister register;

    @Inject
    private DifferenceRecords differences;

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
    private OfficialChain chain;

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
     * Freezes the figures of a programme's year.
     *
     * @param seen {@link SheetView#stamp} of the sheet as the manager read it
     * @throws DomainException when it was not submitted, by the same person, when a figure moved since the manager read it, or when it
     *     moved since the grade was given and the grade does not fit any more without a reason
     */
    @UseCase(allow = Role.MANAGER, fresh = true)
    public void approve(String programmeId, FiscalYear year, String seen) {
        register.hold();
        approve(
                List.of(sheets.sheet(programmeId, year)),
                year,
                Map.of(programmeId, Objects.requireNonNullElse(seen, "")));
    }

    /**
     * Each sheet is an entry of its own. What is the same question for all is asked once, so that a year is approved in the time of a press.
     *
     * @param views as they are since the chain is held
     */
    private void approve(List<SheetView> views, FiscalYear year, Map<String, String> seen) {
        Last last = register.hold();
        Map<String, EvaluationSheet> stored = evaluations.sheets(year);
        Map<String, Long> entries = new LinkedHashMap<>();
        Long by = currentActor.get().accountId();
        for (SheetView view : views) {
            String programmeId = view.programme().id();
            EvaluationSheet sheet = stored.get(programmeId);
            if (sheet == null) {
                throw new DomainException("evaluation.error.state.DRAFT");
            }
            if (view.submitted() && !view.stamp().equals(seen.get(programmeId))) {
                throw new DomainException(
                        "evaluation.error.moved", view.programme().name());
            }
            if (view.overridden() && view.decision(Papers.RESULTS).reason().isBlank()) {
                throw new DomainException(
                        "evaluation.error.gradeMoved", view.programme().name());
            }
            sheet.approve(by);
            entries.put(programmeId, last.seq() + 1 + entries.size());
        }
        evaluations.flush();
        Instant now = clock.instant();
        Map<Long, List<FrozenFigure>> figures =
                register.freeze(entries, year).stream().collect(Collectors.groupingBy(FrozenFigure::seq));
        Map<Long, List<FrozenRow>> rows =
                register.frozen(entries.values()).stream().collect(Collectors.groupingBy(FrozenRow::seq));
        for (SheetView view : views) {
            String programmeId = view.programme().id();
            long seq = entries.get(programmeId);
            String content = RecordContent.approval(
                    seq,
                    last.hash(),
                    now,
                    decider(),
                    view,
                    figures.getOrDefault(seq, List.of()),
                    rows.getOrDefault(seq, List.of()));
            last = register.add(seq, "APPROVAL", programmeId, year, content, last, now, by);
        }
    }

    /**
     * Approves every sheet of the year that was submitted.
     *
     * @param seen stamps of the sheets as the manager read them, by programme
     * @return how many
     * @throws DomainException when one of them moved since, was submitted since or waits no more: then none is approved
     */
    @UseCase(allow = Role.MANAGER, fresh = true)
    public int approveAll(FiscalYear year, Map<String, String> seen) {
        register.hold();
        List<SheetView> submitted =
                sheets.sheets(year).stream().filter(SheetView::submitted).toList();
        Set<String> waiting =
                submitted.stream().map(each -> each.programme().id()).collect(Collectors.toSet());
        seen.keySet().stream()
                .filter(each -> !waiting.contains(each))
                .findFirst()
                .ifPresent(gone -> {
                    throw new DomainException(
                            "evaluation.error.moved",
                            sheets.sheet(gone, year).programme().name());
                });
        approve(submitted, year, seen);
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
        register.hold();
        differences.tell(null);
        Last last = register.hold();
        List<SheetView> open =
                sheets.sheets(year).stream().filter(each -> !each.approved()).toList();
        if (!open.isEmpty()) {
            throw new DomainException(
                    "evaluation.error.open",
                    open.size(),
                    open.get(0).programme().name());
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
                        register.openedSince(each.seq(), year).stream()
                                .map(RecordContent::why)
                                .toList()))
                .orElse(new YearPapers.Before(Map.of(), List.of()));
        String content = RecordContent.year(
                seq,
                last.hash(),
                now,
                decider(),
                year,
                register.inForce(year),
                indicators.indicators(year),
                papers.contents(year, before));
        register.add(
                seq, "YEAR", null, year, content, last, now, currentActor.get().accountId());
    }

    /** A paper of a year that is closed: what it said then, whatever was done since. Empty for a year that is open. */
    @UseCase(anyone = true, changes = false)
    public Optional<ClosedPaper> closedPaper(String number, FiscalYear year) {
        return register.closing(year) == null ? Optional.empty() : publishedPaper(number, year);
    }

    /**
     * A paper of a year that was closed once, as it was closed last: everybody has read it, and it does not go away while the year is open
     * again for a correction.
     */
    @UseCase(anyone = true, changes = false)
    public Optional<ClosedPaper> publishedPaper(String number, FiscalYear year) {
        return register.lastClosing(year)
                .map(each -> new ClosedPaper(
                        each.seq(),
                        each.hash(),
                        each.at(),
                        RecordContent.papers(each.content()).get(number),
                        register.changedSince(each.seq(), year)))
                .filter(each -> each.content() != null);
    }

    /** Years of which there are papers for everybody, the oldest first. */
    @UseCase(anyone = true, changes = false)
    public List<FiscalYear> publishedYears() {
        return register.publishedYears();
    }

    /** When the whole year was closed. */
    @UseCase(anyone = true, changes = false)
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
        register.add(
                seq,
                "REOPENING",
                null,
                year,
                content,
                last,
                now,
                currentActor.get().accountId());
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
        register.hold();
        differences.tell(programmeId);
        Last last = register.hold();
        SheetView.Approval approval = register.inForce(programmeId, year)
                .orElseThrow(() -> new DomainException("evaluation.error.notApproved"));
        reason.because(words);
        Instant now = clock.instant();
        long seq = last.seq() + 1;
        String content =
                RecordContent.reopening(seq, last.hash(), now, decider(), programmeId, year, approval.seq(), words);
        register.add(
                seq,
                "REOPENING",
                programmeId,
                year,
                content,
                last,
                now,
                currentActor.get().accountId());
        evaluations.sheet(programmeId, year).orElseThrow().reopen();
    }

    /** The last entry, by which somebody who has a paper knows that none was taken away since; empty while there is none. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public Optional<Chain.End> end() {
        return chain.end();
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
            boolean held =
                    !signature.made() || checker.holds(OfficialRegister.signed(link.seq(), link.hash()), signature);
            previous = link.hash();
            entries.add(new Entry(
                    link.seq(),
                    link.kind(),
                    Objects.requireNonNullElse(link.programme(), ""),
                    link.year(),
                    link.at(),
                    link.hash(),
                    link.content(),
                    signature,
                    intact && held));
        }
        return entries;
    }

    /** Who decides, as the record names them: an official in an official act, by the name of the account. */
    private String decider() {
        return currentActor.get().name();
    }

    private static String checked(String why) {
        return GivenReason.of(why, LONGEST_WHY, "evaluation.error.why");
    }
}
