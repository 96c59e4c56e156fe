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
import jakarta.persistence.Version;
import java.time.Instant;

/** 出席: this person was present at this session, in this role. 延べ人数 counts these, 実人数 the persons in them. */
@Entity
@Table(name = "attendance")
class Attendance {

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

    @Column(name = "checked_in_at")
    private Instant checkedInAt;

    @Column(name = "recorded_by")
    private Long recordedBy;

    @Version
    private int version;

    protected Attendance() {}

    Attendance(Registration registration, Long recordedBy, Instant now) {
        this.sessionId = registration.sessionId();
        this.personId = registration.personId();
        this.registrationId = registration.id();
        this.role = registration.role();
        this.recordedBy = recordedBy;
        this.checkedInAt = now;
    }

    Instant checkedInAt() {
        return checkedInAt;
    }

    Long recordedBy() {
        return recordedBy;
    }
}
