package tsunagu.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;

/** What staff say about a programme in a year. Life cycle: {@link SheetState}. */
@Entity
@Table(name = "evaluation_sheet")
class EvaluationSheet {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "programme_id")
    private String programmeId;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Enumerated(EnumType.STRING)
    private SheetState state = SheetState.DRAFT;

    private String done = "";

    private String effect = "";

    private String problem = "";

    /** 要約: what the printed paper reports, in words of the portal and not of the city. */
    private boolean summary;

    @Column(name = "sent_back")
    private String sentBack = "";

    @Column(name = "submitted_by")
    private Long submittedBy;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Version
    private int version;

    protected EvaluationSheet() {}

    EvaluationSheet(String programmeId, FiscalYear year) {
        this.programmeId = programmeId;
        this.fiscalYear = year.year();
    }

    /** @throws ConflictException when somebody changed it since it was seen */
    void write(EvaluationSheetForm form) {
        require(SheetState.DRAFT);
        if (id != null && version != form.seenVersion()) {
            throw new ConflictException();
        }
        summary = summary
                && form.done().strip().equals(done)
                && form.effect().strip().equals(effect)
                && form.problem().strip().equals(problem);
        done = form.done().strip();
        effect = form.effect().strip();
        problem = form.problem().strip();
    }

    void submit(Long by, Instant now) {
        require(SheetState.DRAFT);
        state = SheetState.SUBMITTED;
        submittedBy = by;
        submittedAt = now;
        sentBack = "";
    }

    void sendBack(String why) {
        require(SheetState.SUBMITTED);
        state = SheetState.DRAFT;
        sentBack = why;
    }

    /** @throws DomainException when whoever submitted it approves it */
    void approve(Long by) {
        require(SheetState.SUBMITTED);
        if (by != null && by.equals(submittedBy)) {
            throw new DomainException("evaluation.error.fourEyes");
        }
        state = SheetState.APPROVED;
    }

    void reopen() {
        require(SheetState.APPROVED);
        state = SheetState.DRAFT;
    }

    private void require(SheetState wanted) {
        if (state != wanted) {
            throw new DomainException("evaluation.error.state." + state);
        }
    }

    String programmeId() {
        return programmeId;
    }

    SheetState state() {
        return state;
    }

    String done() {
        return done;
    }

    String effect() {
        return effect;
    }

    String problem() {
        return problem;
    }

    boolean summary() {
        return summary;
    }

    String sentBack() {
        return sentBack;
    }

    /** Null before anybody submitted it. */
    Long submittedBy() {
        return submittedBy;
    }

    int version() {
        return version;
    }
}
