package tsunagu.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;

/** One reading of a ticket at a door, accepted or not. Kept always: the attempt is a fact even when it is refused. */
@Entity
@Table(name = "scan")
class Scan {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "session_id")
    private Long sessionId;

    @Column(name = "registration_id")
    private Long registrationId;

    private String nonce;

    @Enumerated(EnumType.STRING)
    private ScanOutcome outcome;

    @Column(name = "scanned_at")
    private Instant scannedAt;

    @Column(name = "recorded_by")
    private Long recordedBy;

    protected Scan() {}

    Scan(Long sessionId, Long registrationId, String nonce, ScanOutcome outcome, Long recordedBy, Instant now) {
        this.sessionId = sessionId;
        this.registrationId = registrationId;
        this.nonce = nonce;
        this.outcome = outcome;
        this.recordedBy = recordedBy;
        this.scannedAt = now;
    }

    ScanOutcome outcome() {
        return outcome;
    }

    /** True when this was a reading of the same ticket at the same session. */
    boolean reads(long session, Registration registration) {
        return sessionId == session
                && Objects.equals(registrationId, registration == null ? null : registration.id());
    }
}
