package tsunagu.question;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** What somebody answered. Several choices are a line each. */
@Entity
@Table(name = "event_answer")
class Answer {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "question_id")
    private long questionId;

    @Column(name = "registration_id")
    private long registrationId;

    private String value;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Version
    private int version;

    protected Answer() {}

    Answer(long questionId, long registrationId) {
        this.questionId = questionId;
        this.registrationId = registrationId;
    }

    void say(String newValue, Instant now) {
        value = newValue;
        answeredAt = now;
    }

    long questionId() {
        return questionId;
    }

    long registrationId() {
        return registrationId;
    }

    String value() {
        return value;
    }
}
