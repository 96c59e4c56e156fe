package tsunagu.account;

import jakarta.security.enterprise.credential.Credential;

/** Somebody has shown a moment ago, by something else than a password, that an account is theirs. Only this room says so. */
public sealed interface AccountProof extends Credential permits PasskeyProof, ProviderProof {

    long accountId();
}
