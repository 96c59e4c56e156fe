package tsunagu.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.shared.Role;

/**
 * An account at a request of one of its sessions, read in one statement.
 *
 * @param roleNames with commas
 * @param factor a second factor is in force
 * @param proved password or passkey were given a short time ago
 * @param unseen nobody has written down for some minutes that the session is used
 */
record Resumed(
        long accountId, long personId, String name, String roleNames, boolean factor, boolean proved, boolean unseen) {

    Set<Role> roles() {
        return Arrays.stream(roleNames.split(","))
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
