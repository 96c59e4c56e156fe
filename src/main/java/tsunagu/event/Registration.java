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
import tsunagu.shared.DomainException;
import tsunagu.shared.Secrets;

/**
 * A person's seat at one session, and the ticket for it.
 *
 * <p>Life cycle: CONFIRMED, holding one seat; CANCELLED by the person, which frees it. A person holds at most one live
 * registration for a session (database index one_live_registration).
 */
@Entity
@Table(name = "registration")
class Registration {

    enum State {
        CONFIRMED,
        CANCELLED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "session_id")
    private Long sessionId;

    @Column(name = "person_id")
    private Long personId;

    @Enumerated(EnumType.STRING)
    private AttendanceRole role;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "ticket_token")
    private String ticketToken;

    @Column(name = "short_code")
    private String shortCode;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    @Version
    private int version;

    protected Registration() {}

    Registration(Long sessionId, Long personId, AttendanceRole role, ShortCode code, Instant now) {
        this.sessionId = sessionId;
        this.personId = personId;
        this.role = role;
        this.state = State.CONFIRMED;
        this.ticketToken = Secrets.token();
        this.shortCode = code.digits();
        this.createdAt = now;
    }

    void cancel(Instant now) {
        if (state == State.CANCELLED) {
            throw new DomainException("event.error.alreadyCancelled");
        }
        state = State.CANCELLED;
        cancelledAt = now;
    }

    boolean live() {
        return state == State.CONFIRMED;
    }

    Long id() {
        return id;
    }

    Long sessionId() {
        return sessionId;
    }

    Long personId() {
        return personId;
    }

    AttendanceRole role() {
        return role;
    }

    String ticketToken() {
        return ticketToken;
    }

    String shortCode() {
        return shortCode;
    }

    Instant createdAt() {
        return createdAt;
    }
}
