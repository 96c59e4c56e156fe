package tsunagu.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.GivenReason;

/** 委員の意見. Life cycle: said; answered once. Neither is changed afterwards. */
@Entity
@Table(name = "evaluation_comment")
class EvaluationComment {

    private static final int LONGEST = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "programme_id")
    private String programmeId;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    private String text;

    @Column(name = "said_by")
    private Long saidBy;

    @Column(name = "said_at")
    private Instant saidAt;

    private String answer = "";

    @Column(name = "answered_by")
    private Long answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Version
    private int version;

    protected EvaluationComment() {}

    EvaluationComment(String programmeId, FiscalYear year, String text, Long by, Instant now) {
        this.programmeId = programmeId;
        this.fiscalYear = year.year();
        this.text = checked(text);
        this.saidBy = by;
        this.saidAt = now;
    }

    void answer(String words, Long by, Instant now) {
        if (answeredAt != null) {
            throw new DomainException("evaluation.error.answered");
        }
        answer = checked(words);
        answeredBy = by;
        answeredAt = now;
    }

    private static String checked(String words) {
        return GivenReason.of(words, LONGEST, "evaluation.error.comment");
    }

    Long id() {
        return id;
    }

    String programmeId() {
        return programmeId;
    }

    FiscalYear year() {
        return new FiscalYear(fiscalYear);
    }

    String text() {
        return text;
    }

    Long saidBy() {
        return saidBy;
    }

    Instant saidAt() {
        return saidAt;
    }

    String answer() {
        return answer;
    }

    Long answeredBy() {
        return answeredBy;
    }

    Instant answeredAt() {
        return answeredAt;
    }
}
