package tsunagu.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a person agreed to one purpose, in which wording, and when (個人情報保護法62条). */
@Entity
@Table(name = "consent")
class Consent {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "person_id")
    private Long personId;

    private String purpose;

    @Column(name = "text_version")
    private String textVersion;

    @Column(name = "given_at")
    private Instant givenAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    protected Consent() {}

    Consent(Long personId, String purpose, String textVersion, Instant now) {
        this.personId = personId;
        this.purpose = purpose;
        this.textVersion = textVersion;
        this.givenAt = now;
    }

    void withdraw(Instant now) {
        if (withdrawnAt == null) {
            withdrawnAt = now;
        }
    }

    ConsentView view() {
        return new ConsentView(purpose, textVersion, givenAt, withdrawnAt);
    }
}
