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
 * <p>Life cycle: opened by somebody who is signed in or was invited ({@link DoorInvitation}); has its list until 24 hours after the end of
 * the session ({@code DoorReportService.OPEN_AFTER}) and may report afterwards, too, what it had not sent. Shut out, it has neither, until
 * staff re-admit it or take what it had not sent.
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

    @Column(name = "phone_mark")
    private String phoneMark;

    private String called = "";

    @Column(name = "invitation_id")
    private Long invitationId;

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

    @Column(name = "records_at")
    private Instant recordsAt;

    @Column(name = "seal_key")
    private String sealKey;

    @Version
    private int version;

    protected DoorDevice() {}

    /**
     * @param phoneMark digest of what the phone is known by in all sessions; null when it says nothing
     * @param invitation by which it came; null when whoever opened it was signed in
     */
    DoorDevice(
            long sessionId,
            String secretHash,
            String phoneMark,
            Long invitation,
            long openedBy,
            Instant now,
            Instant expiresAt) {
        this.sessionId = sessionId;
        this.secretHash = secretHash;
        this.phoneMark = phoneMark;
        this.invitationId = invitation;
        this.openedBy = openedBy;
        this.openedAt = now;
        this.seenAt = now;
        this.expiresAt = expiresAt;
    }

    /** What it may do now. */
    DoorStanding standing(Instant now) {
        if (revokedAt != null) {
            return recordsAt == null ? DoorStanding.SHUT : DoorStanding.RECORDS;
        }
        return now.isBefore(expiresAt) ? DoorStanding.OPEN : DoorStanding.ENDED;
    }

    /** Never the other way: what it has is not taken from it in the middle of a day. */
    void prolong(Instant end) {
        if (end.isAfter(expiresAt)) {
            expiresAt = end;
        }
    }

    boolean late(Instant now) {
        return !now.isBefore(expiresAt);
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    boolean revoked() {
        return revokedAt != null;
    }

    /** It was found, or shut out by mistake. */
    void readmit() {
        revokedAt = null;
        recordsAt = null;
    }

    /** What it had not sent is taken; it gets no list and lets nobody in. */
    void takeRecords(Instant now) {
        if (revokedAt != null && recordsAt == null) {
            recordsAt = now;
        }
    }

    /** The same phone comes again by the same invitation: its former secret is over. */
    void renew(String newSecretHash) {
        secretHash = newSecretHash;
    }

    /** @param name as whoever holds it calls it; "" for no name */
    void call(String name) {
        called = name;
    }

    String called() {
        return called;
    }

    String phoneMark() {
        return phoneMark;
    }

    Long invitationId() {
        return invitationId;
    }

    /**
     * Keeps the key under which the phone sealed its records. The first one stays: what is sealed already is sealed under it.
     *
     * @return whether the phone's key is the one that is kept
     */
    boolean seal(String key) {
        if (sealKey == null) {
            sealKey = key;
        }
        return sealKey.equals(key);
    }

    void unseal() {
        sealKey = null;
    }

    String sealKey() {
        return sealKey;
    }

    /** Nothing can have happened at this device later. */
    Instant expiresAt() {
        return expiresAt;
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

    /** @param late how many facts it reported when its time was over */
    DoorInbox.Device view(String openedByName, long late) {
        return new DoorInbox.Device(
                id,
                called,
                openedByName,
                invitationId != null,
                openedAt,
                seenAt,
                clockOff,
                revokedAt,
                recordsAt,
                late,
                version);
    }
}
