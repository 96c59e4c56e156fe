package tsunagu.review;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tsunagu.company.CompanyName;
import tsunagu.company.MembershipService;
import tsunagu.shared.CompanyWork;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/**
 * The company's half, the same for every kind: it writes what is to become public and hands it to the city. Nothing of another company
 * is ever reached.
 */
@Transactional
public abstract class SubmissionService<S extends Submission> implements CompanyWork {

    private static final int CODE_LENGTH = 8;

    @Inject
    private SubmissionStore<S> submissions;

    @Inject
    private SubmissionKind<S> kind;

    @Inject
    private SubmissionLists lists;

    @Inject
    private SubmissionViews views;

    @Inject
    private MembershipService memberships;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** Under way, the last changed first. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<SubmissionLine> underWay() {
        return live();
    }

    /** The list, the page and the next steps ask for it, some of them from within this service. */
    private List<SubmissionLine> live() {
        long company = company().id();
        return currentActor.once(
                List.of("submissions under way", kind.list(), company), () -> lists.live(kind.list(), company));
    }

    @Override
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Step> companyWork() {
        List<Instant> sentBack = live().stream()
                .filter(each -> each.state() == SubmissionState.SENT_BACK)
                .map(SubmissionLine::changedAt)
                .toList();
        return Step.of(
                Urgency.THE_CITY_WAITS,
                kind.list().sentBack(),
                sentBack,
                kind.list().ownDesk());
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public ReviewView submission(String code) {
        return views.of(own(code), kind);
    }

    @UseCase(allow = Role.COMPANY)
    public void takeBack(String code, int seenVersion) {
        seen(code, seenVersion).takeBack();
    }

    @UseCase(allow = Role.COMPANY)
    public void discard(String code, int seenVersion) {
        seen(code, seenVersion).discard(clock.instant());
    }

    /**
     * Something new.
     *
     * @param ticket chosen when the form was opened: the same form sent twice begins one submission
     */
    protected String begin(String ticket, Map<String, String> answers) {
        return submissions
                .find(ticket)
                .filter(before -> before.companyId() == company().id())
                .map(Submission::code)
                .orElseGet(() -> add(ticket, null, answers));
    }

    /** A change to something public; the one under way when there is one. */
    protected String change(long publishedId, Supplier<Map<String, String>> answers) {
        return submissions
                .liveOf(publishedId)
                .map(Submission::code)
                .orElseGet(() -> add(Secrets.name(CODE_LENGTH), publishedId, answers.get()));
    }

    /** Keeps what is written so far, right or wrong. @throws ConflictException when somebody else saved since it was read */
    protected S write(String code, int seenVersion, Map<String, String> answers, Set<String> acknowledged) {
        S submission = seen(code, seenVersion);
        submission.write(answers, acknowledged, currentActor.get().accountId(), clock.instant());
        return submission;
    }

    /** @throws DomainException when a rule blocks, or a warning is not acknowledged, or what it changes was ended */
    protected void handIn(String code, int seenVersion, Map<String, String> answers, Set<String> acknowledged) {
        S submission = write(code, seenVersion, answers, acknowledged);
        List<Finding> findings = kind.findings(submission.companyId(), answers);
        if (findings.stream().anyMatch(Finding::blocks)) {
            throw new DomainException("review.error.blocked");
        }
        if (findings.stream().anyMatch(finding -> !acknowledged.contains(finding.acknowledgement()))) {
            throw new DomainException("review.error.acknowledge");
        }
        if (submission.publishedId() != null) {
            kind.requireNotEnded(submission.publishedId());
        }
        submission.submit(clock.instant());
    }

    protected CompanyName company() {
        return memberships.own().company();
    }

    protected LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }

    private String add(String code, Long publishedId, Map<String, String> answers) {
        S submission = kind.begun(
                code, company().id(), publishedId, answers, currentActor.get().accountId());
        submissions.add(submission);
        return submission.code();
    }

    private S own(String code) {
        S submission = submissions.get(code);
        if (submission.companyId() != company().id()) {
            throw new NotFoundException("submission " + code);
        }
        return submission;
    }

    private S seen(String code, int version) {
        S submission = own(code);
        if (submission.version() != version) {
            throw new ConflictException();
        }
        return submission;
    }
}
