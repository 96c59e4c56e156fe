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
 * Jakarta Security's view of the accounts: e-mail address and password in, account number and roles out. The answer
 * for an unknown address takes as long as the one for a wrong password.
 */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {

    @Inject
    private CredentialCheck check;

    @Inject
    private CurrentActor currentActor;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return currentActor.as(Actor.system("sign-in"), () -> check.check(given))
                .map(account -> new CredentialValidationResult(
                        Long.toString(account.id()),
                        account.roles().stream().map(Enum::name).collect(Collectors.toSet())))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }

    /** The part that needs a transaction of its own. */
    @ApplicationScoped
    @Transactional
    static class CredentialCheck {

        @Inject
        private AccountRepository accounts;

        @Inject
        private PasswordHash passwordHash;

        Optional<Account> check(UsernamePasswordCredential given) {
            char[] password = given.getPassword().getValue();
            Optional<Account> found =
                    accounts.byEmail(given.getCaller().strip()).filter(Account::active);
            if (found.isEmpty()) {
                passwordHash.matchesNobody(password);
                return Optional.empty();
            }
            return found.filter(account -> passwordHash.matches(password, account.passwordHash()));
        }
    }
}
