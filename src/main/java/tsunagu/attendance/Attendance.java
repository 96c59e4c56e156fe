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
import tsunagu.event.AttendanceRole;
import tsunagu.registration.Companions;
import tsunagu.registration.Registration;
import tsunagu.shared.ConflictException;

/**
 * 出席: this person was present at this session, in this role. 延べ人数 counts these, 実人数 the persons in them.
 *
 * <p>Life cycle: recorded at the door or from paper; taken back when it was a mistake and then counts nowhere; given again with
 * its first time.
 */
@Entity
@Table(name = "attendance")
class Attendance {

    /** How it came to be known that the person was there. */
    enum Source {
        SCAN,
        WALK_IN,
        PAPER,
        IMPORT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "session_id")
    private Long sessionId;

    @Column(name = "person_id")
    private Long personId;

    @Column(name = "registration_id")
    private Long registrationId;

    @Enumerated(EnumType.STRING)
    private AttendanceRole role;

    private int companions;

    @Column(name = "companion_kinds")
    private String companionKinds;

    @Column(name = "checked_in_at")
    private Instant checkedInAt;

    @Column(name = "recorded_by")
    private Long recordedBy;

    @Enumerated(EnumType.STRING)
    private Source source;

    @Column(name = "undone_at")
    private Instant undoneAt;

    @Version
    private int version;

    protected Attendance() {}

    /** @param sessionId where the person is, which need not be where the ticket is for */
    Attendance(Registration registration, long sessionId, Source source, Long recordedBy, Instant at) {
        this(sessionId, registration.personId(), registration.role(), source, recordedBy, at);
        this.registrationId = registration.id();
        with(registration.companions());
    }

    /** So many came with the person, whatever had been registered. */
    final void with(Companions others) {
        companions = others.persons();
        companionKinds = others.stored();
    }

    /** Somebody who came without a registration. */
    Attendance(long sessionId, long personId, AttendanceRole role, Source source, Long recordedBy, Instant at) {
        this.sessionId = sessionId;
        this.personId = personId;
        this.role = role;
        this.source = source;
        this.recordedBy = recordedBy;
        this.checkedInAt = at;
    }

    /** Another device had let the person in before: the first time counts. */
    void seenAt(Instant at, Long by) {
        if (at.isBefore(checkedInAt)) {
            checkedInAt = at;
            recordedBy = by;
        }
    }

    void undo(Instant now) {
        undoneAt = now;
    }

    /** Taken back and given again: the first time stays. */
    void redo() {
        undoneAt = null;
    }

    /** @throws ConflictException when it is no longer as it was seen */
    Attendance seen(int seenVersion) {
        if (version != seenVersion) {
            throw new ConflictException();
        }
        return this;
    }

    boolean undone() {
        return undoneAt != null;
    }

    Long id() {
        return id;
    }

    long sessionId() {
        return sessionId;
    }

    Long personId() {
        return personId;
    }

    AttendanceRole role() {
        return role;
    }

    /** Null as long as nobody took it back. */
    Instant undoneAt() {
        return undoneAt;
    }

    Instant checkedInAt() {
        return checkedInAt;
    }

    Long recordedBy() {
        return recordedBy;
    }
}
