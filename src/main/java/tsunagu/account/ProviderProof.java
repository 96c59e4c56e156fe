package tsunagu.account;

/** A provider that the account is linked to said a moment ago who it is. Only {@link ProviderLinkService} makes one. */
public final class ProviderProof implements AccountProof {

    private final long accountId;

    ProviderProof(long accountId) {
        this.accountId = accountId;
    }

    @Override
    public long accountId() {
        return accountId;
    }
}
