package tsunagu.account;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.Demonstration;
import tsunagu.shared.DomainException;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.Role;
import tsunagu.shared.Secret;

/**
 * Accounts an installation starts with: in the demonstration the published ones, in production one administrator from
 * TSUNAGU_ADMIN_EMAIL and TSUNAGU_ADMIN_PASSWORD, made only while there is none.
 */
@ApplicationScoped
public class FirstAccounts {

    private static final Logger LOG = Logger.getLogger(FirstAccounts.class.getName());

    @Inject
    private AccountService accounts;

    void provide(@Observes @Priority(DatabaseReady.ACCOUNTS) DatabaseReady ready) {
        if (Demonstration.on()) {
            provideDemonstration(Demonstration.password());
            return;
        }
        String email = System.getenv("TSUNAGU_ADMIN_EMAIL");
        String password = System.getenv("TSUNAGU_ADMIN_PASSWORD");
        if (email != null && password != null && !accounts.anyAdministrator()) {
            try {
                accounts.provide(new NewAccount(email, email, Secret.of(password), Set.of(Role.ADMINISTRATOR)));
                LOG.info("The first administrator was made from TSUNAGU_ADMIN_EMAIL");
            } catch (DomainException | ConstraintViolationException e) {
                LOG.severe("No administrator was made: TSUNAGU_ADMIN_EMAIL must be an e-mail address and"
                        + " TSUNAGU_ADMIN_PASSWORD at least " + PasswordRule.SHORTEST + " characters long");
            }
        }
    }

    private void provideDemonstration(String password) {
        for (ReferenceTable.Row row : ReferenceTable.read("/demo/accounts.csv")) {
            Set<Role> roles = row.words("roles").stream().map(Role::valueOf).collect(Collectors.toSet());
            accounts.provide(new NewAccount(row.text("name"), row.text("email"), Secret.of(password), roles));
        }
    }
}
