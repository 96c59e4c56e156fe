/**
 * Who may come in: persons, accounts, roles, consent, sign-in.
 *
 * <p>Not inside: what an account then does; each feature says that at its own use cases.
 */
package tsunagu.account;
