package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import tsunagu.shared.DomainException;
import tsunagu.shared.Role;
import tsunagu.shared.Secret;

/** How an account comes to be, whoever asked for it. Inside the transaction of the use case. */
@ApplicationScoped
class AccountOpening {

    @Inject
    private AccountRepository accounts;

    @Inject
    private PasswordHash passwordHash;

    @Inject
    private Clock clock;

    /**
     * Without a password: its owner chooses one.
     *
     * @throws DomainException when the address has an account
     */
    Account open(String name, String email, Set<Role> roles) {
        return make(name, email.strip(), Account.NO_PASSWORD, roles);
    }

    /** @throws DomainException when the password is missing or easily guessed, or the address has an account */
    Account open(String name, String email, Secret password, Set<Role> roles) {
        String address = email.strip();
        if (password == null) {
            throw new DomainException("account.error.passwordMissing");
        }
        PasswordRule.check(password.reveal(), address, name);
        return make(name, address, passwordHash.of(password.reveal().toCharArray()), roles);
    }

    private Account make(String name, String address, String hash, Set<Role> roles) {
        if (accounts.byEmail(address).isPresent()) {
            throw new DomainException("account.error.emailTaken");
        }
        Person person = new Person(name.strip(), clock.instant());
        accounts.add(person);
        Account account = new Account(person, address, hash, roles, clock.instant());
        accounts.add(account);
        return account;
    }
}
