package tsunagu.posting;

import jakarta.persistence.AttributeOverride;
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
import tsunagu.review.Submission;

/** A posting on its way to the public. */
@Entity
@Table(name = "posting_submission")
@AttributeOverride(name = "publishedId", column = @Column(name = "posting_id"))
class PostingSubmission extends Submission {

    @ElementCollection
    @CollectionTable(name = "posting_submission_answer", joinColumns = @JoinColumn(name = "submission_id"))
    @MapKeyColumn(name = "field")
    @Column(name = "answer")
    private Map<String, String> answers = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "posting_submission_acknowledged", joinColumns = @JoinColumn(name = "submission_id"))
    @Column(name = "finding")
    private Set<String> acknowledged = new HashSet<>();

    protected PostingSubmission() {}

    /** @param publishedId of the published one it changes, or null */
    PostingSubmission(
            String code, long companyId, Long publishedId, Map<String, String> answers, Long by, Instant now) {
        super(code, companyId, publishedId);
        write(answers, Set.of(), by, now);
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
