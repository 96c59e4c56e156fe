package tsunagu.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import tsunagu.company.CompanyService;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Letter;
import tsunagu.shared.Role;
import tsunagu.shared.StaffWork;
import tsunagu.shared.UseCase;

/**
 * The city's half, the same for every kind: it looks at what companies hand in, whether it keeps the rules, never whom it suits. Words
 * are not changed here; what is wrong goes back to the company (募集情報等提供, docs/legal-position.md).
 */
@Transactional
public abstract class SubmissionReviewService<S extends Submission> implements StaffWork {

    @Inject
    private SubmissionStore<S> submissions;

    @Inject
    private SubmissionKind<S> kind;

    @Inject
    private SubmissionLists lists;

    @Inject
    private SubmissionViews views;

    @Inject
    private CompanyService companies;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Waiting> staffWork() {
        return Waiting.of(
                kind.list().work(),
                kind.list().waiting(),
                waiting().stream().map(SubmissionLine::submittedAt).toList());
    }

    /** The oldest first. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<SubmissionLine> waiting() {
        return lists.waiting(kind.list());
    }

    @UseCase(allow = Role.STAFF, changes = false)
    public ReviewView submission(String code) {
        return views.of(submissions.get(code), kind);
    }

    /**
     * Publishes it, on the day it names.
     *
     * @return the code of what is public
     * @throws DomainException when a rule blocks by now: a day has passed, a floor has risen; or when what it changes was ended meanwhile
     */
    @UseCase(allow = Role.STAFF)
    public String publish(String code, int seenVersion) {
        S submission = seen(code, seenVersion);
        if (kind.findings(submission.companyId(), submission.answers()).stream().anyMatch(Finding::blocks)) {
            throw new DomainException("review.error.blockedByNow");
        }
        boolean change = submission.publishedId() != null;
        SubmissionKind.Publication publication = kind.publish(submission, companies.held(submission.companyId()));
        submission.published(publication.id(), currentActor.get().accountId(), clock.instant());
        tell(submission, change ? "review.letter.changed" : "review.letter.published");
        return publication.code();
    }

    /** @param comment what the company has to mend */
    @UseCase(allow = Role.STAFF)
    public void sendBack(String code, int seenVersion, String comment) {
        S submission = seen(code, seenVersion);
        submission.sendBack(comment, currentActor.get().accountId(), clock.instant());
        tell(submission, "review.letter.sentBack");
    }

    /** @param comment why */
    @UseCase(allow = Role.STAFF)
    public void refuse(String code, int seenVersion, String comment) {
        S submission = seen(code, seenVersion);
        submission.refuse(comment, currentActor.get().accountId(), clock.instant());
        tell(submission, "review.letter.refused");
    }

    private void tell(S submission, String text) {
        letters.fire(Letter.toCompany(
                submission.companyId(),
                "review " + submission.code() + " " + clock.instant(),
                text,
                kind.list().desk() + submission.code() + "/sent",
                submission.title(),
                submission.comment()));
    }

    private S seen(String code, int version) {
        S submission = submissions.get(code);
        if (submission.version() != version) {
            throw new ConflictException();
        }
        return submission;
    }
}
