package tsunagu.account;

/** A passkey was answered with a moment ago. Only {@link PasskeyService} makes one. */
public final class PasskeyProof implements AccountProof {

    private final long accountId;

    PasskeyProof(long accountId) {
        this.accountId = accountId;
    }

    @Override
    public long accountId() {
        return accountId;
    }
}
