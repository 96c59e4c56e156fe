package tsunagu.account;

import tsunagu.shared.Role;

/**
 * Somebody stops using the account for something, in this transaction. A room in which the account still acts refuses by throwing.
 *
 * @param accountId whose
 */
public record GivingUp(long accountId, Role role) {}
