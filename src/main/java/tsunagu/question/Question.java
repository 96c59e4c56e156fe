package tsunagu.question;

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
import java.util.List;

/**
 * Something asked at an event. Life cycle: asked; withdrawn, after which it is not asked any more and its answers stay. What was
 * answered once keeps its meaning: such a question's kind and options do not change.
 */
@Entity
@Table(name = "event_question")
class Question {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "event_id")
    private long eventId;

    private int number;

    @Enumerated(EnumType.STRING)
    private Moment moment;

    @Enumerated(EnumType.STRING)
    private AnswerKind kind;

    private String text;

    private String options = "";

    private boolean required;

    private String role;

    @Column(name = "depends_on")
    private Long dependsOn;

    @Column(name = "depends_value")
    private String dependsValue = "";

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Version
    private int version;

    protected Question() {}

    Question(long eventId) {
        this.eventId = eventId;
    }

    void ask(int newNumber, QuestionDraft draft) {
        number = newNumber;
        moment = draft.moment();
        kind = draft.kind();
        text = draft.text().strip();
        options = String.join("\n", draft.options());
        required = draft.required();
        role = draft.role();
    }

    /** @param other null: asked in any case */
    void onlyWhen(Question other, String value) {
        dependsOn = other == null ? null : other.id();
        dependsValue = other == null ? "" : value;
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }

    /** Whether the draft would change what earlier answers mean. */
    boolean meansElse(QuestionDraft draft) {
        return kind != draft.kind() || !options().equals(draft.options()) || moment != draft.moment();
    }

    List<String> options() {
        return options.isEmpty() ? List.of() : List.of(options.split("\n"));
    }

    Long id() {
        return id;
    }

    Moment moment() {
        return moment;
    }

    QuestionView view() {
        return new QuestionView(id, number, moment, kind, text, options(), required, role, dependsOn, dependsValue);
    }
}
