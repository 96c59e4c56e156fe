package tsunagu.attendance;

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
import tsunagu.registration.Registration;

/**
 * One thing that happened at a door, accepted or not. Kept always: that it was tried is a fact even when it is refused; what
 * follows from it ({@code outcome}) is a judgement.
 */
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

    @Enumerated(EnumType.STRING)
    private CheckInRecord.Kind kind;

    @Column(name = "device_id")
    private Long deviceId;

    @Column(name = "device_time")
    private Instant deviceTime;

    private boolean late;

    @Enumerated(EnumType.STRING)
    private ScanOutcome answered;

    @Column(name = "force_asked")
    private boolean forceAsked;

    @Enumerated(EnumType.STRING)
    private ScanOutcome overrode;

    @Column(name = "attendance_id")
    private Long attendanceId;

    protected Scan() {}

    /** @param device null for a reading at the page that asks the server */
    Scan(
            long sessionId,
            CheckInRecord fact,
            DoorVerdict verdict,
            String nonce,
            DoorDevice device,
            Long recordedBy,
            Instant now) {
        this.sessionId = sessionId;
        this.kind = fact.kind();
        this.nonce = nonce;
        this.registrationId =
                verdict.registration() == null ? null : verdict.registration().id();
        this.outcome = verdict.outcome();
        this.overrode = verdict.overrode();
        this.attendanceId =
                verdict.attendance() == null ? null : verdict.attendance().id();
        this.deviceId = device == null ? null : device.id();
        this.late = device != null && device.late(now);
        this.deviceTime = fact.time();
        this.answered = fact.answered();
        this.forceAsked = fact.forced();
        this.recordedBy = recordedBy;
        this.scannedAt = now;
    }

    Long id() {
        return id;
    }

    Long attendanceId() {
        return attendanceId;
    }

    Long registrationId() {
        return registrationId;
    }

    ScanOutcome outcome() {
        return outcome;
    }

    /** True when this was a reading of the same ticket at the same session. */
    boolean reads(long session, Registration registration) {
        return sessionId == session && Objects.equals(registrationId, registration == null ? null : registration.id());
    }
}
