package tsunagu.booth;

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
import tsunagu.shared.DomainException;

/**
 * 出展の申込み: a company asks for a booth.
 *
 * <p>Life cycle: ASKED, then GIVEN or REFUSED by staff, or WITHDRAWN by the company; final from then on.
 */
@Entity
@Table(name = "booth_request")
class BoothRequest {

    enum State {
        ASKED,
        GIVEN,
        REFUSED,
        WITHDRAWN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "event_id")
    private long eventId;

    @Column(name = "company_id")
    private long companyId;

    private String words = "";

    @Enumerated(EnumType.STRING)
    private State state = State.ASKED;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "decided_at")
    private Instant decidedAt;

    private String why = "";

    @Version
    private int version;

    protected BoothRequest() {}

    BoothRequest(long eventId, long companyId, String words, Instant now) {
        this.eventId = eventId;
        this.companyId = companyId;
        this.words = words.strip();
        this.askedAt = now;
    }

    /** @throws ConflictException when it is no longer as it was seen */
    BoothRequest seen(int seenVersion) {
        if (version != seenVersion) {
            throw new ConflictException();
        }
        return this;
    }

    void give(Instant now) {
        decide(State.GIVEN, now);
    }

    /** @param because as the company reads it; "" for nothing */
    void refuse(String because, Instant now) {
        decide(State.REFUSED, now);
        why = because;
    }

    void withdraw(Instant now) {
        decide(State.WITHDRAWN, now);
    }

    private void decide(State decided, Instant now) {
        if (state != State.ASKED) {
            throw new DomainException("booth.error.decided");
        }
        state = decided;
        decidedAt = now;
    }

    long companyId() {
        return companyId;
    }

    long eventId() {
        return eventId;
    }
}
