package tsunagu.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import tsunagu.shared.GivenReason;

/** What one side wrote to the other; never changed, marked when the other has read it. */
@Entity
@Table(name = "job_application_message")
class ApplicationMessage {

    private static final int LONGEST = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "application_id")
    private long applicationId;

    @Column(name = "by_company")
    private boolean byCompany;

    private String words;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "read_at")
    private Instant readAt;

    protected ApplicationMessage() {}

    ApplicationMessage(long applicationId, boolean byCompany, String words, Instant now) {
        this.words = GivenReason.of(words, LONGEST, "application.error.words", "application.error.long");
        this.applicationId = applicationId;
        this.byCompany = byCompany;
        this.sentAt = now;
    }

    Long id() {
        return id;
    }

    void readBy(boolean company, Instant now) {
        if (readAt == null && byCompany != company) {
            readAt = now;
        }
    }

    boolean unreadBy(boolean company) {
        return readAt == null && byCompany != company;
    }

    ApplicationView.Message view() {
        return new ApplicationView.Message(byCompany, words, sentAt, readAt);
    }
}
