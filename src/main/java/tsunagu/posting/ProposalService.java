package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.company.CompanyName;
import tsunagu.company.MembershipService;
import tsunagu.review.Finding;
import tsunagu.posting.rules.JobSheet;
import tsunagu.review.DraftLine;
import tsunagu.review.DraftQueries;
import tsunagu.review.ReviewView;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** A company writes postings and hands them to the city. Nothing of another company is ever reached. */
@ApplicationScoped
@Transactional
public class ProposalService {

    private static final int CODE_LENGTH = 8;

    @Inject
    private DraftQueries drafts;

    @Inject
    private ProposalRepository proposals;

    @Inject
    private PostingRepository postings;

    @Inject
    private Proposals views;

    @Inject
    private MembershipService memberships;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** Under way, the last changed first. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<DraftLine> underWay() {
        return drafts.live(DraftQueries.Kind.POSTING, company().id());
    }

    @UseCase(allow = Role.COMPANY, changes = false)
    public ReviewView proposal(String code) {
        return views.view(own(code));
    }

    /** What the rules say about a sheet that is not kept. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Finding> findings(JobSheet sheet) {
        return views.findings(company().id(), sheet);
    }

    /** The sheet a new posting begins with. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public JobSheet blank() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        return new JobSheet(Map.of(
                JobSheet.of(Term.EMPLOYER), company().name(),
                JobSheet.Field.AS_OF, today.toString(),
                JobSheet.Field.OPENS_ON, today.plusDays(1).toString()));
    }

    /**
     * A new posting, or the copy of one.
     *
     * @param ticket chosen when the form was opened: the same form sent twice begins one posting
     */
    @UseCase(allow = Role.COMPANY)
    public String start(String ticket, JobSheet sheet) {
        return proposals
                .find(ticket)
                .filter(before -> before.companyId() == company().id())
                .map(Proposal::code)
                .orElseGet(() -> add(ticket, null, sheet));
    }

    /**
     * Many new postings, all or none.
     *
     * @param ticket as of {@link #start}: the same table sent twice makes one set of drafts
     */
    @UseCase(allow = Role.COMPANY)
    public void startAll(String ticket, List<JobSheet> sheets) {
        for (int i = 0; i < sheets.size(); i++) {
            start(ticket + "-" + i, sheets.get(i));
        }
    }

    /** Everything as in a published posting but its days, which are over or would be. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public JobSheet copyOf(String postingCode) {
        JobSheet blank = blank();
        return ownPosting(postingCode)
                .sheet()
                .with(JobSheet.Field.OPENS_ON, blank.text(JobSheet.Field.OPENS_ON))
                .with(JobSheet.Field.CLOSES_ON, "")
                .with(JobSheet.Field.AS_OF, blank.text(JobSheet.Field.AS_OF))
                .with(JobSheet.Field.LAWFUL, "");
    }

    /**
     * A change to a published posting; the one that is under way when there is one.
     *
     * @throws DomainException when the posting was ended
     */
    @UseCase(allow = Role.COMPANY)
    public String revise(String postingCode) {
        Posting posting = ownPosting(postingCode);
        posting.requireNotEnded();
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        return proposals
                .liveOf(posting.id())
                .map(Proposal::code)
                .orElseGet(() -> add(
                        Secrets.name(CODE_LENGTH),
                        posting.id(),
                        posting.sheet()
                                .with(JobSheet.Field.AS_OF, today.toString())
                                .with(JobSheet.Field.LAWFUL, "")));
    }

    /**
     * Keeps what is written so far, right or wrong.
     *
     * @throws ConflictException when somebody else saved since it was read
     */
    @UseCase(allow = Role.COMPANY)
    public void keep(String code, int seenVersion, JobSheet sheet, Set<String> acknowledged) {
        write(code, seenVersion, sheet, acknowledged);
    }

    /**
     * Hands it to the city.
     *
     * @throws DomainException when a rule blocks, or a warning is not acknowledged, or the posting it changes was ended; what was written is kept by {@link #keep}
     */
    @UseCase(allow = Role.COMPANY)
    public void submit(String code, int seenVersion, JobSheet sheet, Set<String> acknowledged) {
        Proposal proposal = write(code, seenVersion, sheet, acknowledged);
        List<Finding> findings = views.findings(proposal.companyId(), sheet);
        if (findings.stream().anyMatch(Finding::blocks)) {
            throw new DomainException("review.error.blocked");
        }
        if (findings.stream().anyMatch(finding -> !acknowledged.contains(finding.acknowledgement()))) {
            throw new DomainException("review.error.acknowledge");
        }
        if (proposal.postingId() != null) {
            postings.find(proposal.postingId()).requireNotEnded();
        }
        proposal.submit(clock.instant());
    }

    @UseCase(allow = Role.COMPANY)
    public void takeBack(String code, int seenVersion) {
        seen(own(code), seenVersion).takeBack();
    }

    @UseCase(allow = Role.COMPANY)
    public void discard(String code, int seenVersion) {
        seen(own(code), seenVersion).discard(clock.instant());
    }

    private String add(String code, Long postingId, JobSheet sheet) {
        Proposal proposal = new Proposal(
                code,
                company().id(),
                postingId,
                sheet,
                currentActor.get().accountId(),
                clock.instant());
        proposals.add(proposal);
        return proposal.code();
    }

    private Proposal write(String code, int seenVersion, JobSheet sheet, Set<String> acknowledged) {
        Proposal proposal = seen(own(code), seenVersion);
        proposal.write(sheet.answers(), acknowledged, currentActor.get().accountId(), clock.instant());
        return proposal;
    }

    private Proposal own(String code) {
        Proposal proposal = proposals.get(code);
        if (proposal.companyId() != company().id()) {
            throw new NotFoundException("proposal " + code);
        }
        return proposal;
    }

    private Posting ownPosting(String code) {
        Posting posting = postings.get(code);
        if (posting.companyId() != company().id()) {
            throw new NotFoundException("posting " + code);
        }
        return posting;
    }

    private static Proposal seen(Proposal proposal, int version) {
        if (proposal.version() != version) {
            throw new ConflictException();
        }
        return proposal;
    }

    private CompanyName company() {
        return memberships.own().company();
    }
}
