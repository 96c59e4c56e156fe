package tsunagu.application;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tsunagu.posting.ApplyTarget;
import tsunagu.shared.DomainException;
import tsunagu.shared.Mark;
import tsunagu.shared.MarkConverter;
import tsunagu.shared.SealedTextConverter;

/**
 * A person's application to a posting; at most one each (database index one_application).
 *
 * <p>Life cycle: RECEIVED, moved on by the company to IN_PROGRESS, INTERVIEW, OFFER; ended as HIRED or DECLINED by the company
 * or WITHDRAWN by the person. What is ended stays so.
 */
@Entity
@Table(name = "job_application")
class JobApplication {

    /** Digits by which a telephone number tells people apart. */
    private static final int TELLING = 9;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    private String code;

    @Column(name = "posting_id")
    private long postingId;

    private int edition;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "person_id")
    private long personId;

    @Enumerated(EnumType.STRING)
    private ApplicationState state;

    private String name;

    @Convert(converter = SealedTextConverter.class)
    private String email;

    @Convert(converter = MarkConverter.class)
    @Column(name = "email_key")
    private Mark emailKey;

    @Convert(converter = SealedTextConverter.class)
    private String phone;

    /** Null where the number is too short to tell people apart. */
    @Convert(converter = MarkConverter.class)
    @Column(name = "phone_key")
    private Mark phoneKey;

    private String career;

    private String message;

    @Column(name = "applied_at")
    private Instant appliedAt;

    @Column(name = "moved_at")
    private Instant movedAt;

    @ElementCollection
    @CollectionTable(name = "job_application_answer", joinColumns = @JoinColumn(name = "application_id"))
    private List<AnswerRow> answers = new ArrayList<>();

    @Version
    private int version;

    protected JobApplication() {}

    /** @throws DomainException when the posting is closed */
    JobApplication(String code, ApplyTarget target, long personId, ApplyForm form, Instant now) {
        if (!target.open()) {
            throw new DomainException("application.error.closed");
        }
        if (form.answers().size() != target.questions().size()) {
            throw new DomainException("application.error.answer");
        }
        this.code = code;
        this.postingId = target.postingId();
        this.edition = target.edition();
        this.companyId = target.company().id();
        this.personId = personId;
        this.state = ApplicationState.RECEIVED;
        this.name = form.name().strip();
        this.email = form.email().strip();
        this.emailKey = Mark.of(email);
        this.phone = form.phone().strip();
        this.phoneKey = phone.replaceAll("[^0-9]", "").length() < TELLING ? null : Mark.of(phone);
        this.career = form.career().strip();
        this.message = form.message().strip();
        this.appliedAt = now;
        this.movedAt = now;
        for (int i = 0; i < form.answers().size(); i++) {
            answers.add(new AnswerRow(
                    i + 1, target.questions().get(i), form.answers().get(i).strip()));
        }
    }

    /** @throws DomainException when it cannot go there from where it is */
    void move(ApplicationState next, Instant now) {
        if (!state.next().contains(next)) {
            throw new DomainException("application.error.step");
        }
        state = next;
        movedAt = now;
    }

    /** The last step was a mistake. */
    void putRight(ApplicationState before, Instant now) {
        state = before;
        movedAt = now;
    }

    void hire(Instant now) {
        if (state.over()) {
            throw new DomainException("application.error.step");
        }
        state = ApplicationState.HIRED;
        movedAt = now;
    }

    void withdraw(Instant now) {
        if (state.over()) {
            throw new DomainException("application.error.over");
        }
        state = ApplicationState.WITHDRAWN;
        movedAt = now;
    }

    boolean takenBack() {
        return state == ApplicationState.WITHDRAWN;
    }

    /** The company gave a day of hire that the person denies. */
    void notHired(Instant now) {
        state = ApplicationState.OFFER;
        movedAt = now;
    }

    Long id() {
        return id;
    }

    String code() {
        return code;
    }

    long postingId() {
        return postingId;
    }

    int edition() {
        return edition;
    }

    long companyId() {
        return companyId;
    }

    long personId() {
        return personId;
    }

    ApplicationState state() {
        return state;
    }

    String name() {
        return name;
    }

    String email() {
        return email == null ? "" : email;
    }

    String phone() {
        return phone == null ? "" : phone;
    }

    String career() {
        return career;
    }

    String message() {
        return message;
    }

    Instant appliedAt() {
        return appliedAt;
    }

    Instant movedAt() {
        return movedAt;
    }

    int version() {
        return version;
    }

    List<ApplicationView.Answer> answers() {
        return answers.stream()
                .sorted(Comparator.comparingInt(row -> row.number))
                .map(row -> new ApplicationView.Answer(row.question, row.answer))
                .toList();
    }

    @Embeddable
    static class AnswerRow {
        private int number;
        private String question;
        private String answer;

        protected AnswerRow() {}

        AnswerRow(int number, String question, String answer) {
            this.number = number;
            this.question = question;
            this.answer = answer;
        }
    }
}
