package tsunagu.account;

import java.util.List;
import tsunagu.shared.Role;

/** An account as administrators see it. */
public record AccountView(long id, String name, String email, boolean active, List<Role> roles, int version) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.person().name(),
                account.email(),
                account.active(),
                account.roles().stream().sorted().toList(),
                account.version());
    }
}
