package tsunagu.account;

import java.time.Instant;
import java.util.List;
import tsunagu.shared.Role;

/** An account as administrators see it. */
public record AccountView(
        long id, String name, String email, boolean active, List<Role> roles, Instant openedAt, int version) {}
