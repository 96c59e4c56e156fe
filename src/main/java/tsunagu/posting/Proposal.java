package tsunagu.posting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tsunagu.posting.rules.JobSheet;
import tsunagu.shared.DomainException;

/**
 * A posting on its way to the public.
 *
 * <p>Life cycle: DRAFT, written by the company; SUBMITTED to the city; SENT_BACK with a comment and submitted again; then
 * PUBLISHED or REFUSED. DISCARDED when the company gives it up. A change to a published posting is a proposal, too: the old
 * edition stays public until this one is published.
 */
@Entity
@Table(name = "posting_proposal")
class Proposal {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    private String code;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "posting_id")
    private Long postingId;

    @Enumerated(EnumType.STRING)
    private ProposalState state;

    private String comment = "";

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private Long changedBy;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private Long decidedBy;

    @ElementCollection
    @CollectionTable(name = "posting_proposal_answer", joinColumns = @JoinColumn(name = "proposal_id"))
    @MapKeyColumn(name = "field")
    @Column(name = "answer")
    private Map<String, String> answers = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "posting_proposal_acknowledged", joinColumns = @JoinColumn(name = "proposal_id"))
    @Column(name = "finding")
    private Set<String> acknowledged = new HashSet<>();

    @Version
    private int version;

    protected Proposal() {}

    /** @param postingId of the published posting it changes, or null */
    Proposal(String code, long companyId, Long postingId, JobSheet sheet, Long by, Instant now) {
        this.code = code;
        this.companyId = companyId;
        this.postingId = postingId;
        this.state = ProposalState.DRAFT;
        write(sheet, Set.of(), by, now);
    }

    /** @throws DomainException when the city is looking at it, or it is decided */
    final void write(JobSheet sheet, Set<String> findings, Long by, Instant now) {
        if (!state.editable()) {
            throw new DomainException("posting.error.notEditable");
        }
        answers.keySet().retainAll(sheet.answers().keySet());
        answers.putAll(sheet.answers());
        acknowledged.retainAll(findings);
        acknowledged.addAll(findings);
        changedBy = by;
        changedAt = now;
    }

    void submit(Instant now) {
        state = ProposalState.SUBMITTED;
        submittedAt = now;
    }

    /** Back to the company at its own wish. */
    void takeBack() {
        if (state != ProposalState.SUBMITTED) {
            throw new DomainException("posting.error.decided");
        }
        state = ProposalState.DRAFT;
    }

    void discard(Instant now) {
        if (!state.editable()) {
            throw new DomainException("posting.error.notEditable");
        }
        state = ProposalState.DISCARDED;
        decidedAt = now;
    }

    void published(long posting, Long by, Instant now) {
        decide(ProposalState.PUBLISHED, by, now);
        postingId = posting;
        comment = "";
    }

    void sendBack(String why, Long by, Instant now) {
        decide(ProposalState.SENT_BACK, by, now);
        comment = said(why);
    }

    void refuse(String why, Long by, Instant now) {
        decide(ProposalState.REFUSED, by, now);
        comment = said(why);
    }

    private void decide(ProposalState next, Long by, Instant now) {
        if (state != ProposalState.SUBMITTED) {
            throw new DomainException("posting.error.decided");
        }
        state = next;
        decidedBy = by;
        decidedAt = now;
    }

    private static String said(String why) {
        if (why == null || why.isBlank()) {
            throw new DomainException("posting.error.commentMissing");
        }
        return why.strip();
    }

    Long id() {
        return id;
    }

    String code() {
        return code;
    }

    long companyId() {
        return companyId;
    }

    Long postingId() {
        return postingId;
    }

    ProposalState state() {
        return state;
    }

    JobSheet sheet() {
        return new JobSheet(answers);
    }

    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    String comment() {
        return comment;
    }

    Instant changedAt() {
        return changedAt;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    int version() {
        return version;
    }
}
