package tsunagu.support;

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
import java.time.LocalDate;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;

/**
 * 交付決定. It counts in the fiscal year of its day. Life cycle: decided; never changed; revoked with a reason when it was wrong
 * or is paid back, and decided anew.
 */
@Entity
@Table(name = "grant_decision")
class GrantDecision {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "programme_id")
    private String programmeId;

    private String about;

    @Enumerated(EnumType.STRING)
    private GrantRecipient recipient;

    @Column(name = "person_id")
    private Long personId;

    @Column(name = "company_id")
    private Long companyId;

    private String name;

    private int adults;

    private int children;

    private long amount;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    private String note;

    @Column(name = "entered_at")
    private Instant enteredAt;

    @Column(name = "entered_by")
    private Long enteredBy;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revoked_why")
    private String revokedWhy = "";

    @Version
    private int version;

    protected GrantDecision() {}

    /** @throws DomainException when the day is to come, or nobody is in the household */
    GrantDecision(GrantForm form, Long by, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, FiscalYear.ZONE);
        if (form.decidedOn().isAfter(today) || form.decidedOn().isBefore(today.minusYears(10))) {
            throw new DomainException("support.error.decidedOn");
        }
        boolean company = form.recipient() == GrantRecipient.COMPANY;
        if (!company && form.adults() + form.children() == 0) {
            throw new DomainException("support.error.people");
        }
        programmeId = form.programmeId();
        about = form.about();
        recipient = form.recipient();
        personId = form.personId();
        companyId = form.companyId();
        name = form.name().strip();
        adults = company ? 0 : form.adults();
        children = company ? 0 : form.children();
        amount = form.amount();
        decidedOn = form.decidedOn();
        note = form.note().strip();
        enteredBy = by;
        enteredAt = now;
    }

    /** @throws DomainException without a reason, or when it is revoked already */
    void revoke(String why, Instant now) {
        if (revokedAt != null) {
            throw new DomainException("support.error.revoked");
        }
        if (why == null || why.isBlank() || why.strip().length() > 500) {
            throw new DomainException("support.error.why");
        }
        revokedAt = now;
        revokedWhy = why.strip();
    }

    GrantView view() {
        return new GrantView(
                id, programmeId, recipient, name, adults, children, amount, decidedOn, note, revokedAt, revokedWhy);
    }
}
