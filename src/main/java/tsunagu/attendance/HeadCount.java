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
import tsunagu.shared.DomainException;

/**
 * 頭数: how many people without an account were present in one role. Zero is a statement; no row means nobody counted.
 *
 * <p>{@code newPersons} are those not already counted at an earlier session of the same event; 実人数 adds these.
 */
@Entity
@Table(name = "head_count")
class HeadCount {

    static final int MOST = 100_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "session_id")
    private Long sessionId;

    @Enumerated(EnumType.STRING)
    private AttendanceRole role;

    private int persons;

    @Column(name = "new_persons")
    private int newPersons;

    private String source;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private Long recordedBy;

    @Version
    private int version;

    protected HeadCount() {}

    HeadCount(Long sessionId, AttendanceRole role, Counted counted, String source, Long recordedBy, Instant now) {
        this.sessionId = sessionId;
        this.role = role;
        recount(counted, source, recordedBy, now);
    }

    void recount(Counted counted, String newSource, Long by, Instant now) {
        persons = counted.persons();
        newPersons = counted.newPersons();
        source = newSource;
        recordedBy = by;
        recordedAt = now;
    }

    /** @throws DomainException when a number is negative, absurd, or more are new than were there */
    record Counted(int persons, int newPersons) {
        Counted {
            if (persons < 0 || newPersons < 0 || persons > MOST) {
                throw new DomainException("event.error.headCountRange", MOST);
            }
            if (newPersons > persons) {
                throw new DomainException("event.error.moreNewThanPresent");
            }
        }
    }

    AttendanceRole role() {
        return role;
    }

    int persons() {
        return persons;
    }

    int newPersons() {
        return newPersons;
    }

    String source() {
        return source;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
