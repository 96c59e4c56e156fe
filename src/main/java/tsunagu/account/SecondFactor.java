package tsunagu.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * 二段階認証: what an account's owner has beside the password, an app on their phone that makes a number every thirty seconds (TOTP, RFC 6238).
 *
 * <p>Life cycle: made when the owner begins, in force from the first right number; deleted when they turn it off, or when two others took it
 * away because the phone is lost.
 */
@Entity
@Table(name = "second_factor")
class SecondFactor {

    @Id
    @Column(name = "account_id")
    private Long accountId;

    /** Encrypted ({@code shared.FieldCipher}): whoever reads the database makes no numbers. */
    private byte[] secret;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    /** The step of time (thirty seconds) whose number was used last: no number is taken twice. */
    @Column(name = "last_step")
    private long lastStep;

    @Version
    private int version;

    /** What its secret is sealed for. */
    static String purpose(long accountId) {
        return "second factor of account " + accountId;
    }

    protected SecondFactor() {}

    SecondFactor(long accountId, byte[] secret) {
        this.accountId = accountId;
        this.secret = secret.clone();
    }

    Long accountId() {
        return accountId;
    }

    /** Another secret, while it is not in force. */
    void replace(byte[] fresh) {
        secret = fresh.clone();
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    boolean inForce() {
        return confirmedAt != null;
    }

    byte[] secret() {
        return secret.clone();
    }

    /** @return false for a number that was used, or is older than one that was */
    boolean use(long step) {
        if (step <= lastStep) {
            return false;
        }
        lastStep = step;
        return true;
    }
}
