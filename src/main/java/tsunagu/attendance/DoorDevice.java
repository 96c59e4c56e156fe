package tsunagu.attendance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import tsunagu.shared.ConflictException;

/**
 * A phone at a door. It may report for its session, also after whoever opened it was signed out; nothing else.
 *
 * <p>Life cycle: opened by a signed-in member of staff; until 24 hours after the end of the session ({@code DoorReportService.OPEN_AFTER}), or until it is shut out.
 */
@Entity
@Table(name = "door_device")
class DoorDevice {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "session_id")
    private long sessionId;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "opened_by")
    private long openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "seen_at", updatable = false)
    private Instant seenAt;

    @Column(name = "clock_off", updatable = false)
    private int clockOff;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Version
    private int version;

    protected DoorDevice() {}

    DoorDevice(long sessionId, String secretHash, long openedBy, Instant now, Instant expiresAt) {
        this.sessionId = sessionId;
        this.secretHash = secretHash;
        this.openedBy = openedBy;
        this.openedAt = now;
        this.seenAt = now;
        this.expiresAt = expiresAt;
    }

    boolean admittedAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    Long id() {
        return id;
    }

    /** @throws ConflictException when it is no longer as it was seen */
    DoorDevice seen(int seenVersion) {
        if (version != seenVersion) {
            throw new ConflictException();
        }
        return this;
    }

    long sessionId() {
        return sessionId;
    }

    /** Nothing can have happened at this device before. */
    Instant openedAt() {
        return openedAt;
    }

    long openedBy() {
        return openedBy;
    }

    DoorInbox.Device view(String openedByName) {
        return new DoorInbox.Device(id, openedByName, openedAt, seenAt, clockOff, revokedAt, version);
    }
}
