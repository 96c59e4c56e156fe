package tsunagu.attendance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import tsunagu.shared.ConflictException;

/**
 * A link, shown as a QR code, by which helpers open the door of one session on their own phones, without an account. Opens phones for a
 * short time only; a phone that came by it stays until the session is over, it is shut out, or the invitation is ended.
 */
@Entity
@Table(name = "door_invitation")
class DoorInvitation {

    /** Long enough for the helpers who stand around the table, too short for a link that is passed on. */
    static final Duration OPEN = Duration.ofMinutes(30);

    static final int MOST_PHONES = 30;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "session_id")
    private long sessionId;

    @Column(name = "made_by")
    private long madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Version
    private int version;

    protected DoorInvitation() {}

    DoorInvitation(long sessionId, long madeBy, Instant now) {
        this.sessionId = sessionId;
        this.madeBy = madeBy;
        this.madeAt = now;
        this.expiresAt = now.plus(OPEN);
    }

    boolean admits(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    /** @throws ConflictException when it is no longer as it was seen */
    DoorInvitation seen(int seenVersion) {
        if (version != seenVersion) {
            throw new ConflictException();
        }
        return this;
    }

    Long id() {
        return id;
    }

    long sessionId() {
        return sessionId;
    }

    long madeBy() {
        return madeBy;
    }

    /** @param secret null once it admits nobody */
    DoorInvitationView view(String by, int phones, String secret) {
        return new DoorInvitationView(id, by, madeAt, expiresAt, endedAt, phones, secret, version);
    }
}
