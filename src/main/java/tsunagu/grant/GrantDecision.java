package tsunagu.grant;

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
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.GivenReason;
import tsunagu.shared.Words;

/**
 * 交付決定. It counts in the fiscal year of its day. Life cycle: decided; never changed; revoked with a reason when it was wrong
 * or is paid back, and decided anew.
 */
@Entity
@Table(name = "grant_decision")
class GrantDecision {

    /** 株式会社 and the like, written out or as one of the signs for it. */
    private static final Pattern COMPANY_FORM = Pattern.compile(Words.japanese("support.companyForms"));

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

    private Integer round;

    private String despite = "";

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
        if (form.recipient() == GrantRecipient.SINGLE && (form.adults() != 1 || form.minors() != 0)) {
            throw new DomainException("support.error.single");
        }
        if (!company && form.adults() + form.minors() == 0) {
            throw new DomainException("support.error.people");
        }
        programmeId = form.programmeId();
        about = form.about();
        recipient = form.recipient();
        personId = form.personId();
        companyId = form.companyId();
        name = form.name().strip();
        adults = company ? 0 : form.adults();
        children = company ? 0 : form.minors();
        amount = form.amount();
        decidedOn = form.decidedOn();
        note = form.note().strip();
        round = form.round();
        despite = form.despite().strip();
        enteredBy = by;
        enteredAt = now;
    }

    /** @throws DomainException without a reason, or when it is revoked already */
    void revoke(String why, Instant now) {
        if (revokedAt != null) {
            throw new DomainException("support.error.revoked");
        }
        revokedWhy = GivenReason.of(why, "support.error.why");
        revokedAt = now;
    }

    /** @throws ConflictException when it is no longer as it was seen */
    GrantDecision seen(int seenVersion) {
        if (version != seenVersion) {
            throw new ConflictException();
        }
        return this;
    }

    boolean stands() {
        return revokedAt == null;
    }

    String name() {
        return name;
    }

    /** Of the same recipient, however their name is spaced or their company's form abbreviated. */
    boolean to(GrantForm form) {
        return recipient == form.recipient()
                && (companyId != null && companyId.equals(form.companyId())
                        || personId != null && personId.equals(form.personId())
                        || plain(name).equals(plain(form.name())));
    }

    private static String plain(String name) {
        return COMPANY_FORM
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\u3000]", ""))
                .replaceAll("");
    }

    FiscalYear year() {
        return FiscalYear.of(decidedOn);
    }

    boolean sameAs(GrantForm form) {
        return amount == form.amount() && decidedOn.equals(form.decidedOn());
    }

    /** Null: has no account, or is a company. */
    Long personId() {
        return personId;
    }
}
