package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;

/**
 * Jakarta Security's view of the accounts: e-mail address and password, a passkey, or a provider's word, in, account number and roles out. The answer
 * for an unknown address takes as long as the one for a wrong password.
 */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {

    @Inject
    private Look look;

    @Inject
    private PasswordHash hash;

    @Inject
    private CurrentActor currentActor;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (credential instanceof AccountProof proof) {
            return currentActor
                    .as(Actor.system("sign-in"), () -> look.up(proof.accountId()))
                    .filter(Account::active)
                    .map(AccountIdentityStore::valid)
                    .orElse(CredentialValidationResult.INVALID_RESULT);
        }
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        char[] password = given.getPassword().getValue();
        Optional<Account> account = currentActor
                .as(Actor.system("sign-in"), () -> look.up(given.getCaller().strip()))
                .filter(Account::active);
        // Hashing waits for its place outside of any transaction: a burst of tries must not hold the database's
        // connections.
        boolean right = account.map(found -> hash.matches(password, found.passwordHash()))
                .orElseGet(() -> hash.matchesNobody(password));
        return right ? valid(account.get()) : CredentialValidationResult.INVALID_RESULT;
    }

    private static CredentialValidationResult valid(Account account) {
        return new CredentialValidationResult(
                Long.toString(account.id()),
                account.roles().stream().map(Enum::name).collect(Collectors.toSet()));
    }

    /** The part that needs a transaction of its own. */
    @ApplicationScoped
    @Transactional
    static class Look {

        @Inject
        private AccountRepository accounts;

        Optional<Account> up(String email) {
            return accounts.byEmail(email);
        }

        Optional<Account> up(long accountId) {
            return accounts.find(accountId);
        }
    }
}
