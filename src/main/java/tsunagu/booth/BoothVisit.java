package tsunagu.booth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import tsunagu.registration.TicketHolder;

/** One person at one company's booth, once for an event. Life cycle: recorded; consent given and taken back by the visitor. */
@Entity
@Table(name = "booth_visit")
class BoothVisit {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "event_id")
    private long eventId;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "registration_id")
    private long registrationId;

    @Column(name = "person_id")
    private long personId;

    @Column(name = "visited_at")
    private Instant visitedAt;

    @Column(name = "by_company")
    private boolean byCompany;

    @Column(name = "consented_at")
    private Instant consentedAt;

    @Version
    private int version;

    protected BoothVisit() {}

    BoothVisit(TicketHolder visitor, long companyId, boolean byCompany, Instant now) {
        this.eventId = visitor.eventId();
        this.companyId = companyId;
        this.registrationId = visitor.registrationId();
        this.personId = visitor.personId();
        this.byCompany = byCompany;
        this.visitedAt = now;
    }

    void consent(boolean given, Instant now) {
        consentedAt = given ? now : null;
    }

    long companyId() {
        return companyId;
    }

    long personId() {
        return personId;
    }

    long registrationId() {
        return registrationId;
    }

    Instant visitedAt() {
        return visitedAt;
    }

    boolean consented() {
        return consentedAt != null;
    }
}
