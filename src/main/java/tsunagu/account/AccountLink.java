package tsunagu.account;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import tsunagu.shared.SealedTextConverter;

/**
 * A link that was sent to an account's owner. Life cycle: made when it is asked for, used once, and forgotten together with all others of
 * the account when a password was chosen, or when its time is over.
 */
@Entity
@Table(name = "account_link")
class AccountLink {

    enum Purpose {
        /** The password was forgotten. */
        PASSWORD(Duration.ofHours(1)),
        /** The administrator opened the account; its owner chooses the first password. */
        INVITATION(Duration.ofDays(14)),
        /** The account moves to the address to which the link was sent. */
        ADDRESS(Duration.ofHours(24));

        private final Duration goodFor;

        Purpose(Duration goodFor) {
            this.goodFor = goodFor;
        }

        Duration goodFor() {
            return goodFor;
        }
    }

    @Id
    @Column(name = "token_digest")
    private String tokenDigest;

    @Column(name = "account_id")
    private long accountId;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Convert(converter = SealedTextConverter.class)
    private String email;

    @Column(name = "asked_at")
    private Instant askedAt;

    protected AccountLink() {}

    /** @param email the new address, "" for none */
    AccountLink(String tokenDigest, long accountId, Purpose purpose, String email, Instant now) {
        this.tokenDigest = tokenDigest;
        this.accountId = accountId;
        this.purpose = purpose;
        this.email = email;
        this.askedAt = now;
    }

    boolean goodAt(Instant now) {
        return now.isBefore(askedAt.plus(purpose.goodFor()));
    }

    /** A password is chosen behind it, for the first time or anew. */
    boolean toPassword() {
        return purpose != Purpose.ADDRESS;
    }

    long accountId() {
        return accountId;
    }

    Purpose purpose() {
        return purpose;
    }

    String email() {
        return email == null ? "" : email;
    }
}
