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

/** That an account acts for a company. Life cycle: joined, perhaps with another role later, left; never deleted. */
@Entity
@Table(name = "company_member")
class Member {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "account_id")
    private long accountId;

    @Enumerated(EnumType.STRING)
    private MemberRole role;

    @Column(name = "joined_at")
    private Instant joinedAt;

    @Column(name = "left_at")
    private Instant leftAt;

    @Version
    private int version;

    protected Member() {}

    Member(long companyId, long accountId, MemberRole role, Instant now) {
        this.companyId = companyId;
        this.accountId = accountId;
        this.role = role;
        this.joinedAt = now;
    }

    void become(MemberRole next) {
        role = next;
    }

    void leave(Instant now) {
        leftAt = now;
    }

    Long id() {
        return id;
    }

    long companyId() {
        return companyId;
    }

    long accountId() {
        return accountId;
    }

    MemberRole role() {
        return role;
    }

    Instant joinedAt() {
        return joinedAt;
    }

    boolean left() {
        return leftAt != null;
    }

    int version() {
        return version;
    }
}
