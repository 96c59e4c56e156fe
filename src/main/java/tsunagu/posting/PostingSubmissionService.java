package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.posting.rules.JobSheet;
import tsunagu.review.Finding;
import tsunagu.review.SubmissionService;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** A company writes postings and hands them to the city. */
@ApplicationScoped
public class PostingSubmissionService extends SubmissionService<PostingSubmission> {

    @Inject
    private PostingRepository postings;

    @Inject
    private PostingKind kind;

    /** What the rules say about a sheet that is not kept. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Finding> findings(JobSheet sheet) {
        return kind.findings(company().id(), sheet.answers());
    }

    /** The sheet a new posting begins with. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public JobSheet blank() {
        LocalDate today = today();
        return new JobSheet(Map.of(
                JobSheet.of(Term.EMPLOYER),
                company().name(),
                JobSheet.Field.AS_OF,
                today.toString(),
                JobSheet.Field.OPENS_ON,
                today.plusDays(1).toString()));
    }

    /**
     * A new posting, or the copy of one.
     *
     * @param ticket chosen when the form was opened: the same form sent twice begins one posting
     */
    @UseCase(allow = Role.COMPANY)
    public String start(String ticket, JobSheet sheet) {
        return begin(ticket, sheet.answers());
    }

    /**
     * Many new postings, all or none.
     *
     * @param ticket as of {@link #start}: the same table sent twice makes one set of drafts
     */
    @UseCase(allow = Role.COMPANY)
    public void startAll(String ticket, List<JobSheet> sheets) {
        for (int i = 0; i < sheets.size(); i++) {
            begin(ticket + "-" + i, sheets.get(i).answers());
        }
    }

    /** Everything as in a published posting but its days, which are over or would be. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public JobSheet copyOf(String postingCode) {
        JobSheet blank = blank();
        return own(postingCode)
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
        Posting posting = own(postingCode);
        posting.requireNotEnded();
        return change(posting.id(), () -> posting.sheet()
                .with(JobSheet.Field.AS_OF, today().toString())
                .with(JobSheet.Field.LAWFUL, "")
                .answers());
    }

    /**
     * Keeps what is written so far, right or wrong.
     *
     * @throws ConflictException when somebody else saved since it was read
     */
    @UseCase(allow = Role.COMPANY)
    public void keep(String code, int seenVersion, JobSheet sheet, Set<String> acknowledged) {
        write(code, seenVersion, sheet.answers(), acknowledged);
    }

    /**
     * Hands it to the city.
     *
     * @throws DomainException when a rule blocks, or a warning is not acknowledged, or the posting it changes was ended; what was written is kept by {@link #keep}
     */
    @UseCase(allow = Role.COMPANY)
    public void submit(String code, int seenVersion, JobSheet sheet, Set<String> acknowledged) {
        handIn(code, seenVersion, sheet.answers(), acknowledged);
    }

    private Posting own(String code) {
        Posting posting = postings.get(code);
        if (posting.companyId() != company().id()) {
            throw new NotFoundException("posting " + code);
        }
        return posting;
    }
}
