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
import jakarta.persistence.Version;
import java.time.Instant;
import tsunagu.shared.ConflictException;
import tsunagu.shared.GivenReason;

/** What a device did that the rules would not have done; a member of staff looks at it and says what it was. */
@Entity
@Table(name = "door_conflict")
class DoorConflict {

    enum Kind {
        /** Two devices let the same person in, neither knowing of the other. */
        LET_IN_TWICE,
        CANCELLED,
        OTHER_SESSION,
        WAITING,
        /** Somebody was let in where nobody could be: it makes nobody present. */
        NOT_OPEN,
        /** The device's clock is wrong by minutes. */
        CLOCK,
        /** The number that was read is not the person's who was named: it makes nobody present. */
        MISMATCH,
        /** Let in against a rule after the year was approved: it makes nobody present. */
        FROZEN,
        /** The device showed it as done, and it cannot be kept: a name that is too long, a person who is gone. */
        IMPOSSIBLE
    }

    private static final int LONGEST_SAID = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "session_id")
    private long sessionId;

    @Column(name = "scan_id")
    private long scanId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "raised_at")
    private Instant raisedAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "settled_by")
    private Long settledBy;

    private String note = "";

    /** What the device said where no registration says it; "" otherwise, and after thirty days. */
    private String said = "";

    @Column(name = "clock_off")
    private Integer clockOff;

    @Version
    private int version;

    protected DoorConflict() {}

    /** @param clockOff seconds by which the device's clock is behind ours */
    static DoorConflict clock(long sessionId, long scanId, int clockOff, Instant now) {
        DoorConflict conflict = new DoorConflict(sessionId, scanId, Kind.CLOCK, now);
        conflict.clockOff = clockOff;
        return conflict;
    }

    /** A device's fact that could not be kept. */
    static DoorConflict impossible(long sessionId, long scanId, String said, Instant now) {
        DoorConflict conflict = new DoorConflict(sessionId, scanId, Kind.IMPOSSIBLE, now);
        conflict.said = said.length() > LONGEST_SAID ? said.substring(0, LONGEST_SAID) : said;
        return conflict;
    }

    DoorConflict(long sessionId, long scanId, Kind kind, Instant now) {
        this.sessionId = sessionId;
        this.scanId = scanId;
        this.kind = kind;
        this.raisedAt = now;
    }

    void settle(String words, long by, Instant now) {
        note = GivenReason.of(words, "event.error.settleNote");
        settledBy = by;
        settledAt = now;
    }

    /** @throws ConflictException when it is no longer as it was seen */
    DoorConflict seen(int seenVersion) {
        if (version != seenVersion) {
            throw new ConflictException();
        }
        return this;
    }

    long sessionId() {
        return sessionId;
    }
}
