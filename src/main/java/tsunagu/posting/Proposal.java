package tsunagu.posting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tsunagu.posting.rules.JobSheet;
import tsunagu.review.Draft;

/**
 * A posting on its way to the public. A change to a published posting is one, too: the old edition stays public until this one
 * is published.
 */
@Entity
@Table(name = "posting_proposal")
class Proposal extends Draft {

    @Column(name = "posting_id")
    private Long postingId;

    @ElementCollection
    @CollectionTable(name = "posting_proposal_answer", joinColumns = @JoinColumn(name = "proposal_id"))
    @MapKeyColumn(name = "field")
    @Column(name = "answer")
    private Map<String, String> answers = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "posting_proposal_acknowledged", joinColumns = @JoinColumn(name = "proposal_id"))
    @Column(name = "finding")
    private Set<String> acknowledged = new HashSet<>();

    protected Proposal() {}

    /** @param postingId of the published posting it changes, or null */
    Proposal(String code, long companyId, Long postingId, JobSheet sheet, Long by, Instant now) {
        super(code, companyId);
        this.postingId = postingId;
        write(sheet.answers(), Set.of(), by, now);
    }

    void published(long posting, Long by, Instant now) {
        publish(by, now);
        postingId = posting;
    }

    JobSheet sheet() {
        return new JobSheet(answers);
    }

    Long postingId() {
        return postingId;
    }

    @Override
    protected Map<String, String> kept() {
        return answers;
    }

    @Override
    protected Set<String> keptAcknowledged() {
        return acknowledged;
    }
}
