package tsunagu.company;

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
import tsunagu.shared.GivenReason;

/**
 * A company's wish to be known by another name, reading or website.
 *
 * <p>Life cycle: WAITING, and changed by the company as long as it waits; ACCEPTED, which makes it public; REFUSED with a reason; or
 * TAKEN_BACK. What is decided stays so. At most one of a company waits (database index one_waiting_name).
 */
@Entity
@Table(name = "company_name_change")
class NameChange {

    private static final int LONGEST = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    private String code;

    @Column(name = "company_id")
    private long companyId;

    @Enumerated(EnumType.STRING)
    private NameChangeState state;

    private String name;

    private String reading;

    private String website;

    private String comment = "";

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Version
    private int version;

    protected NameChange() {}

    NameChange(String code, long companyId, PublicName wanted, Instant now) {
        this.code = code;
        this.companyId = companyId;
        this.state = NameChangeState.WAITING;
        ask(wanted, now);
    }

    /** Asks for something else; asked for the same once more, it waits as long as it has. */
    final void ask(PublicName wanted, Instant now) {
        if (askedAt != null && wanted.equals(wanted())) {
            return;
        }
        name = wanted.name();
        reading = wanted.reading();
        website = wanted.website();
        askedAt = now;
    }

    void accept(Instant now) {
        decide(NameChangeState.ACCEPTED, now);
    }

    /** @throws DomainException without a reason */
    void refuse(String why, Instant now) {
        comment = GivenReason.of(why, LONGEST, "company.error.commentMissing", "company.error.long");
        decide(NameChangeState.REFUSED, now);
    }

    void takeBack(Instant now) {
        decide(NameChangeState.TAKEN_BACK, now);
    }

    private void decide(NameChangeState next, Instant now) {
        if (state != NameChangeState.WAITING) {
            throw new DomainException("company.error.decided");
        }
        state = next;
        decidedAt = now;
    }

    String code() {
        return code;
    }

    long companyId() {
        return companyId;
    }

    NameChangeState state() {
        return state;
    }

    PublicName wanted() {
        return new PublicName(name, reading, website);
    }

    String comment() {
        return comment;
    }

    Instant askedAt() {
        return askedAt;
    }

    int version() {
        return version;
    }
}
