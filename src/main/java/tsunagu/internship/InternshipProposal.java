package tsunagu.internship;

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
import tsunagu.review.Draft;

/** An internship on its way to the public; a change to a published one waits behind it. */
@Entity
@Table(name = "internship_proposal")
class InternshipProposal extends Draft {

    @Column(name = "internship_id")
    private Long internshipId;

    @ElementCollection
    @CollectionTable(name = "internship_proposal_answer", joinColumns = @JoinColumn(name = "proposal_id"))
    @MapKeyColumn(name = "field")
    @Column(name = "answer")
    private Map<String, String> answers = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "internship_proposal_acknowledged", joinColumns = @JoinColumn(name = "proposal_id"))
    @Column(name = "finding")
    private Set<String> acknowledged = new HashSet<>();

    protected InternshipProposal() {}

    /** @param internshipId of the published one it changes, or null */
    InternshipProposal(String code, long companyId, Long internshipId, Map<String, String> sheet, Long by, Instant now) {
        super(code, companyId);
        this.internshipId = internshipId;
        write(sheet, Set.of(), by, now);
    }

    void published(long internship, Long by, Instant now) {
        publish(by, now);
        internshipId = internship;
    }

    Long internshipId() {
        return internshipId;
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
