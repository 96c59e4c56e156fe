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
import java.time.Duration;
import java.time.Instant;
import tsunagu.shared.DomainException;
import tsunagu.shared.GivenReason;

/** A link by which one more person joins a company. Life cycle: open for two weeks, used once or withdrawn. */
@Entity
@Table(name = "company_invitation")
class MemberInvitation {

    static final Duration OPEN_FOR = Duration.ofDays(14);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Enumerated(EnumType.STRING)
    private MemberRole role;

    private String note;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    /** Of the address it was mailed to; "" when it was handed over. */
    @Column(name = "mail_digest")
    private String mailDigest;

    @Version
    private int version;

    protected MemberInvitation() {}

    /**
     * @param note for whom, as the inviter calls them
     * @param mailDigest of the address it is mailed to, "" when it is handed over
     */
    MemberInvitation(long companyId, MemberRole role, String note, String secretHash, String mailDigest, Instant now) {
        this.note = GivenReason.of(note, MembershipService.LONGEST_NOTE, "company.error.inviteWhom");
        this.companyId = companyId;
        this.role = role;
        this.secretHash = secretHash;
        this.mailDigest = mailDigest;
        this.createdAt = now;
        this.expiresAt = now.plus(OPEN_FOR);
    }

    /** @throws DomainException when it was used, withdrawn, or is too old */
    void use(Instant now) {
        if (!openAt(now)) {
            throw new DomainException("company.error.invitation");
        }
        usedAt = now;
    }

    void withdraw(Instant now) {
        if (usedAt == null) {
            withdrawnAt = now;
        }
    }

    boolean openAt(Instant now) {
        return usedAt == null && withdrawnAt == null && now.isBefore(expiresAt);
    }

    Long id() {
        return id;
    }

    long companyId() {
        return companyId;
    }

    /** @param digest of an address, not "" */
    boolean wentTo(String digest) {
        return mailDigest.equals(digest);
    }

    MemberRole role() {
        return role;
    }

    String note() {
        return note;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
