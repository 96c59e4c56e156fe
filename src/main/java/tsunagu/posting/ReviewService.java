package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyService;
import tsunagu.review.Finding;
import tsunagu.posting.rules.JobSheet;
import tsunagu.posting.rules.ReadJob;
import tsunagu.search.SearchIndex;
import tsunagu.review.DraftLine;
import tsunagu.review.DraftQueries;
import tsunagu.review.ReviewView;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Letter;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.StaffWork;
import tsunagu.shared.UseCase;

/**
 * The city looks at what companies hand in: whether it keeps the rules, never whom it suits. Words are not changed here; what
 * is wrong goes back to the company (募集情報等提供, docs/legal-position.md).
 */
@ApplicationScoped
@Transactional
public class ReviewService implements StaffWork {

    private static final int CODE_LENGTH = 8;

    @Inject
    private ProposalRepository proposals;

    @Inject
    private PostingRepository postings;

    @Inject
    private Proposals views;

    @Inject
    private DraftQueries drafts;

    @Inject
    private CompanyService companies;

    @Inject
    private SearchIndex index;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Waiting> staffWork() {
        return Waiting.of("posting.work", "/staff/review", waiting().stream().map(DraftLine::submittedAt).toList());
    }

    /** The oldest first. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<DraftLine> waiting() {
        return drafts.waiting(DraftQueries.Kind.POSTING);
    }

    @UseCase(allow = Role.STAFF, changes = false)
    public ReviewView proposal(String code) {
        return views.view(proposals.get(code));
    }

    /**
     * Publishes it, on the day it names.
     *
     * @return the posting's code
     * @throws DomainException when a rule blocks by now: a day has passed, a floor has risen; or when the posting it changes was ended meanwhile
     */
    @UseCase(allow = Role.STAFF)
    public String publish(String code, int seenVersion) {
        Proposal proposal = seen(code, seenVersion);
        JobSheet sheet = proposal.sheet();
        if (views.findings(proposal.companyId(), sheet).stream().anyMatch(Finding::blocks)) {
            throw new DomainException("review.error.blockedByNow");
        }
        CompanyName company = companies.held(proposal.companyId());
        JobTerms terms = ReadJob.of(sheet, (field, problem) -> {}).terms();
        Posting posting;
        if (proposal.postingId() == null) {
            posting = new Posting(Secrets.name(CODE_LENGTH), company.id(), terms, clock.instant());
            postings.add(posting);
        } else {
            posting = postings.find(proposal.postingId());
            posting.requireNotEnded();
            posting.revise(terms, clock.instant());
        }
        posting.writtenAs(sheet);
        index.put(PostingEntries.entry(posting, company));
        proposal.published(posting.id(), currentActor.get().accountId(), clock.instant());
        tell(proposal, "review.letter.published");
        return posting.code();
    }

    /** @param comment what the company has to mend */
    @UseCase(allow = Role.STAFF)
    public void sendBack(String code, int seenVersion, String comment) {
        Proposal proposal = seen(code, seenVersion);
        proposal.sendBack(comment, currentActor.get().accountId(), clock.instant());
        tell(proposal, "review.letter.sentBack");
    }

    @UseCase(allow = Role.STAFF)
    public void refuse(String code, int seenVersion, String comment) {
        Proposal proposal = seen(code, seenVersion);
        proposal.refuse(comment, currentActor.get().accountId(), clock.instant());
        tell(proposal, "review.letter.refused");
    }

    private void tell(Proposal proposal, String text) {
        letters.fire(Letter.toCompany(
                proposal.companyId(),
                "review " + proposal.code() + " " + clock.instant(),
                text,
                "/company/jobs/" + proposal.code() + "/sent",
                proposal.sheet().text(JobSheet.Field.TITLE),
                proposal.comment()));
    }

    private Proposal seen(String code, int version) {
        Proposal proposal = proposals.get(code);
        if (proposal.version() != version) {
            throw new ConflictException();
        }
        return proposal;
    }
}
