package tsunagu.review;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import tsunagu.shared.DomainException;
import tsunagu.shared.GivenReason;
import tsunagu.shared.TextLength;

/**
 * Something on its way to the public. A change to what is public is one, too: the old edition stays until this one is published.
 *
 * <p>Life cycle: DRAFT, written by the company; SUBMITTED to the city; SENT_BACK with a comment and submitted again; then
 * PUBLISHED or REFUSED. DISCARDED when the company gives it up.
 */
@MappedSuperclass
public abstract class Submission {

    /** Of one field, in characters; each rule may want less before it is published. */
    private static final int LONGEST_ANSWER = 4000;

    /** The field every kind has. */
    private static final String TITLE = "title";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    private String code;

    @Column(name = "company_id")
    private long companyId;

    /** The column's name is the kind's, which says it in an {@code @AttributeOverride}. */
    private Long publishedId;

    @Enumerated(EnumType.STRING)
    private SubmissionState state;

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

    @Version
    private int version;

    protected Submission() {}

    /** @param publishedId of what is public and would be replaced, or null */
    protected Submission(String code, long companyId, Long publishedId) {
        this.code = code;
        this.companyId = companyId;
        this.publishedId = publishedId;
        this.state = SubmissionState.DRAFT;
    }

    /** Where the answers are kept, by field. */
    protected abstract Map<String, String> kept();

    /** Where is kept which warnings the company has read and means so. */
    protected abstract Set<String> keptAcknowledged();

    /** @throws DomainException when the city is looking at it, or it is decided */
    public final void write(Map<String, String> answers, Set<String> acknowledged, Long by, Instant now) {
        if (!state.editable()) {
            throw new DomainException("review.error.notEditable");
        }
        if (answers.values().stream().anyMatch(answer -> TextLength.of(answer) > LONGEST_ANSWER)) {
            throw new DomainException("review.error.answerLong", LONGEST_ANSWER);
        }
        kept().keySet().retainAll(answers.keySet());
        kept().putAll(answers);
        keptAcknowledged().retainAll(acknowledged);
        keptAcknowledged().addAll(acknowledged);
        changedBy = by;
        changedAt = now;
    }

    /** @throws DomainException when it was submitted already, or is decided */
    public final void submit(Instant now) {
        if (!state.editable()) {
            throw new DomainException("review.error.notEditable");
        }
        state = SubmissionState.SUBMITTED;
        submittedAt = now;
    }

    /** Back to the company at its own wish. */
    public final void takeBack() {
        if (state != SubmissionState.SUBMITTED) {
            throw new DomainException("review.error.decided");
        }
        state = SubmissionState.DRAFT;
    }

    public final void discard(Instant now) {
        if (!state.editable()) {
            throw new DomainException("review.error.notEditable");
        }
        state = SubmissionState.DISCARDED;
        decidedAt = now;
    }

    /** What it would change was ended: it is given up, also while the city is looking at it. */
    public final void drop(Instant now) {
        state = SubmissionState.DISCARDED;
        decidedAt = now;
    }

    /** @param id of what is public now */
    public final void published(long id, Long by, Instant now) {
        decide(SubmissionState.PUBLISHED, by, now);
        publishedId = id;
        comment = "";
    }

    public final void sendBack(String why, Long by, Instant now) {
        decide(SubmissionState.SENT_BACK, by, now);
        comment = said(why);
    }

    public final void refuse(String why, Long by, Instant now) {
        decide(SubmissionState.REFUSED, by, now);
        comment = said(why);
    }

    private void decide(SubmissionState next, Long by, Instant now) {
        if (state != SubmissionState.SUBMITTED) {
            throw new DomainException("review.error.decided");
        }
        state = next;
        decidedBy = by;
        decidedAt = now;
    }

    private static String said(String why) {
        return GivenReason.of(why, 1000, "review.error.commentMissing", "review.error.commentLong");
    }

    public final Long id() {
        return id;
    }

    public final String code() {
        return code;
    }

    public final long companyId() {
        return companyId;
    }

    /** What is public and would be replaced, or came of it; null before. */
    public final Long publishedId() {
        return publishedId;
    }

    public final SubmissionState state() {
        return state;
    }

    /** "" as long as there is none. */
    public final String title() {
        return kept().getOrDefault(TITLE, "");
    }

    public final Map<String, String> answers() {
        return Map.copyOf(kept());
    }

    public final Set<String> acknowledged() {
        return Set.copyOf(keptAcknowledged());
    }

    public final String comment() {
        return comment;
    }

    public final Instant changedAt() {
        return changedAt;
    }

    public final Instant submittedAt() {
        return submittedAt;
    }

    public final int version() {
        return version;
    }
}
