package tsunagu.account;

import jakarta.security.enterprise.credential.Credential;

/** A passkey was answered with a moment ago. Only {@link PasskeyService} makes one. */
public final class PasskeyProof implements Credential {

    private final long accountId;

    PasskeyProof(long accountId) {
        this.accountId = accountId;
    }

    public long accountId() {
        return accountId;
    }
}
