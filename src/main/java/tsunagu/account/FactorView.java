package tsunagu.account;

/**
 * How an account's second factor stands, for its owner.
 *
 * @param inForce asked for at every sign-in from a device that is not remembered
 * @param begun a secret is there, and its first number is waited for
 * @param recoveryLeft codes that were not used
 * @param needed one of the account's roles is only had with it, and there is no passkey in its place
 * @param possible the installation has the key it needs
 */
public record FactorView(boolean inForce, boolean begun, int recoveryLeft, boolean needed, boolean possible) {}
