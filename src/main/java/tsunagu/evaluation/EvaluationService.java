package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tsunagu.audit.ChangeReason;
import tsunagu.plan.PlanService;
import tsunagu.plan.ProgrammeService;
import tsunagu.plan.YearResult;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.GivenReason;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Seen;
import tsunagu.shared.StaffWork;
import tsunagu.shared.UseCase;

/** 自己評価: staff write and submit, the committee reads and comments. */
@ApplicationScoped
@Transactional
public class EvaluationService implements StaffWork {

    @Inject
    private EvaluationRepository evaluations;

    @Inject
    private OfficialRegister official;

    @Inject
    private DifferenceRegister differences;

    @Inject
    private EvaluationLetters letters;

    @Inject
    private HistoryQueries history;

    @Inject
    private PlanService plan;

    @Inject
    private ProgrammeService programmes;

    @Inject
    private ChangeReason reason;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** An event that is over and of which nothing was recorded. */
    public record Unrecorded(String code, String title, LocalDate day) {}

    /** 委員の意見 with its answer; {@code answeredAt} null before. */
    public record Comment(
            long id, String text, String by, Instant at, String answer, String answeredBy, Instant answeredAt) {}

    /** All programmes of a year, in the order of their numbers. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false,
            once = true)
    public List<SheetView> sheets(FiscalYear year) {
        // First: it counts again what was changed, and the differences are kept with the totals.
        List<YearResult> results = plan.results(year);
        GradeRule rule = evaluations.rule(year);
        Map<String, List<EvaluationSheetForm.Decision>> decisions = evaluations.decisions(year);
        Map<String, Long> counted = differences.counts(year);
        Map<String, EvaluationSheet> written = evaluations.sheets(year);
        Map<String, SheetView.Approval> approvals = official.approvals(year);
        return results.stream()
                .map(result -> {
                    String id = result.programme().id();
                    return view(
                            result,
                            year,
                            rule,
                            written.getOrDefault(id, new EvaluationSheet(id, year)),
                            decisions.getOrDefault(id, List.of()),
                            approvals.get(id),
                            counted.getOrDefault(id, 0L));
                })
                .toList();
    }

    /** @throws NotFoundException when the year has no such programme */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public SheetView sheet(String programmeId, FiscalYear year) {
        return sheets(year).stream()
                .filter(each -> each.programme().id().equals(programmeId))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("programme " + programmeId));
    }

    private static SheetView view(
            YearResult result,
            FiscalYear year,
            GradeRule rule,
            EvaluationSheet sheet,
            List<EvaluationSheetForm.Decision> decisions,
            SheetView.Approval approval,
            long differences) {
        return new SheetView(
                result.programme(),
                result.policy(),
                result.strategy(),
                year,
                sheet.state(),
                sheet.version(),
                sheet.done(),
                sheet.effect(),
                sheet.problem(),
                sheet.summary(),
                sheet.sentBack(),
                result.figures(),
                result.before(),
                rule.suggest(result.figures()),
                decisions,
                approval,
                differences);
    }

    /**
     * Keeps what staff wrote.
     *
     * @throws DomainException when a grade differs from the suggested one, or a paper from 資料2, and nobody says why
     */
    @UseCase(allow = Role.STAFF)
    public void write(@Valid EvaluationSheetForm form) {
        SheetView view = sheet(form.programmeId(), form.year());
        explained(form, view);
        write(form, view);
    }

    /** Keeps the words of many of a year, all or none. Grades are those that are there: {@link #write} asks why they differ. */
    @UseCase(allow = Role.STAFF)
    public void writeAll(FiscalYear year, @Size(max = 1000) List<@Valid EvaluationSheetForm> forms) {
        Map<String, SheetView> views = sheets(year).stream()
                .collect(Collectors.toMap(view -> view.programme().id(), view -> view));
        forms.forEach(form -> write(form, views.get(form.programmeId())));
    }

    /** Every grade that differs says why. */
    private static void explained(EvaluationSheetForm form, SheetView view) {
        GradeRule.Suggestion suggestion = view.suggestion();
        Grade first = form.decisions().stream()
                .filter(each -> each.document().equals(Papers.RESULTS))
                .map(EvaluationSheetForm.Decision::grade)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        for (EvaluationSheetForm.Decision decision : form.decisions()) {
            boolean primary = decision.document().equals(Papers.RESULTS);
            Grade expected = primary ? suggestion.grade() : first;
            if (decision.grade() != null
                    && expected != null
                    && decision.grade() != expected
                    && decision.reason().isBlank()) {
                throw new DomainException(
                        primary ? "evaluation.error.reasonSuggested" : "evaluation.error.reasonPaper",
                        decision.document());
            }
        }
    }

    private void write(EvaluationSheetForm form, SheetView view) {
        EvaluationSheet sheet = evaluations
                .sheet(form.programmeId(), form.year())
                .orElseGet(() -> new EvaluationSheet(form.programmeId(), form.year()));
        sheet.write(form);
        evaluations.add(sheet);
        form.decisions().stream()
                .filter(each -> !each.equals(view.decision(each.document())))
                .forEach(each -> evaluations.decide(
                        form.programmeId(),
                        form.year(),
                        each,
                        currentActor.get().accountId(),
                        clock.instant()));
    }

    /** @throws DomainException while the grade of 資料2 is not decided, or nobody wrote what was done */
    @UseCase(allow = Role.STAFF)
    public void submit(String programmeId, FiscalYear year) {
        SheetView view = sheet(programmeId, year);
        if (view.decision(Papers.RESULTS).grade() == null) {
            throw new DomainException("evaluation.error.gradeMissing");
        }
        if (view.done().isBlank()) {
            throw new DomainException("evaluation.error.doneMissing");
        }
        EvaluationSheet sheet =
                evaluations.sheet(programmeId, year).orElseGet(() -> new EvaluationSheet(programmeId, year));
        sheet.submit(currentActor.get().accountId(), clock.instant());
        evaluations.add(sheet);
        letters.submitted(sheet, year);
    }

    /**
     * Asks the managers to look at the sheets of a year that wait for them, at most once a day.
     *
     * @return accounts written to
     * @throws DomainException when none waits
     */
    @UseCase(allow = Role.STAFF)
    public int remindManagers(FiscalYear year) {
        List<Long> submitters = new ArrayList<>();
        evaluations.sheets(year).values().stream()
                .filter(each -> each.state() == SheetState.SUBMITTED)
                .forEach(each -> submitters.add(each.submittedBy()));
        if (submitters.isEmpty()) {
            throw new DomainException("evaluation.error.noneWaits");
        }
        return letters.waiting(year, submitters, LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE));
    }

    @UseCase(allow = Role.MANAGER)
    public void sendBack(String programmeId, FiscalYear year, String why) {
        String said = GivenReason.of(why, "evaluation.error.why");
        reason.because(said);
        EvaluationSheet sheet = evaluations
                .sheet(programmeId, year)
                .orElseThrow(() -> new DomainException("evaluation.error.state.DRAFT"));
        sheet.sendBack(said);
        evaluations.flush();
        letters.sentBack(sheet, year, said);
    }

    /**
     * Next year's plan out of this year's (資料4): every programme that goes on as one of its own, with new numbers.
     *
     * @throws DomainException when next year has numbers already
     */
    @UseCase(allow = Role.STAFF)
    public void carryOver(FiscalYear year) {
        programmes.carryOver(
                year.next(),
                sheets(year).stream()
                        .filter(each -> each.printed(Papers.NEXT_YEAR).goesOn())
                        .map(each -> each.programme().id())
                        .toList());
    }

    /** 判定の目安 of a year. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public GradeRule rule(FiscalYear year) {
        return evaluations.rule(year);
    }

    /**
     * Other thresholds for a year. Grades that were decided stay; only the suggestions follow.
     *
     * @param seen the rule when the form was opened
     * @throws DomainException without a reason, or when the year is closed
     * @throws ConflictException when somebody else has set another since
     */
    @UseCase(allow = Role.MANAGER)
    public void setRule(FiscalYear year, GradeRule seen, GradeRule rule, String why) {
        String said = GivenReason.of(why, "evaluation.error.why");
        official.hold();
        Seen.unchanged(seen.plain(), rule(year).plain(), rule.plain());
        if (official.closed(year).isPresent()) {
            throw new DomainException("evaluation.error.closed");
        }
        reason.because(said);
        evaluations.setRule(year, rule);
    }

    /**
     * The same once more, when a direction was decided otherwise after next year's numbers were given.
     *
     * @throws DomainException without a reason, or when this year or the next one is closed: then its papers are printed
     */
    @UseCase(allow = Role.STAFF)
    public void carryOverAgain(FiscalYear year, String why) {
        if (official.closed(year).isPresent() || official.closed(year.next()).isPresent()) {
            throw new DomainException("evaluation.error.closed");
        }
        List<SheetView> sheets = sheets(year);
        programmes.renumber(
                year.next(),
                sheets.stream().map(each -> each.programme().id()).toList(),
                sheets.stream()
                        .filter(each -> each.printed(Papers.NEXT_YEAR).goesOn())
                        .map(each -> each.programme().id())
                        .toList(),
                why);
    }

    /** Programmes whose direction in 資料4 nobody has decided; they would go on. */
    @UseCase(allow = Role.STAFF, changes = false)
    public long undirected(FiscalYear year) {
        return sheets(year).stream()
                .filter(each -> each.printed(Papers.NEXT_YEAR).direction() == null)
                .count();
    }

    /** What is still missing before a year can be closed. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER},
            changes = false)
    public List<Unrecorded> unrecorded(FiscalYear year) {
        return evaluations.eventsWithoutRecord(year, clock.instant());
    }

    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public List<Comment> comments(String programmeId, FiscalYear year) {
        return evaluations.comments(programmeId, year).stream()
                .map(each -> new Comment(
                        each.id(),
                        each.text(),
                        evaluations.nameOf(each.saidBy()),
                        each.saidAt(),
                        each.answer(),
                        evaluations.nameOf(each.answeredBy()),
                        each.answeredAt()))
                .toList();
    }

    /** 委員の意見 that wait for an answer, by programme. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false,
            once = true)
    public Map<String, Long> unanswered(FiscalYear year) {
        return evaluations.unanswered(year);
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Waiting> staffWork() {
        // Of the year that is looked back upon now: while it is being written, the public still sees the one before.
        FiscalYear year = FiscalYear.underReview(LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE));
        return Waiting.of(
                "evaluation.work.comments", "/evaluations?year=" + year.code(), evaluations.unansweredSince(year));
    }

    /** Who changed what about a programme's year, the latest first. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public List<Change> history(String programmeId, FiscalYear year) {
        return history.changes(programmeId, year);
    }

    @UseCase(allow = Role.COMMITTEE)
    public void comment(String programmeId, FiscalYear year, String text) {
        sheet(programmeId, year);
        EvaluationComment comment = new EvaluationComment(
                programmeId, year, text, currentActor.get().accountId(), clock.instant());
        evaluations.add(comment);
        evaluations.sheet(programmeId, year).ifPresent(sheet -> letters.commented(sheet, comment));
    }

    @UseCase(allow = {Role.STAFF, Role.MANAGER})
    public void answer(long commentId, String text) {
        EvaluationComment comment =
                evaluations.comment(commentId).orElseThrow(() -> new NotFoundException("comment " + commentId));
        comment.answer(text, currentActor.get().accountId(), clock.instant());
        letters.answered(comment);
    }
}
