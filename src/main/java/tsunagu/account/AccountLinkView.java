package tsunagu.account;

/**
 * What a link in a letter is about.
 *
 * @param first true where the account has no password yet
 * @param email address of the account; for a change of address the new one
 */
public record AccountLinkView(String name, String email, boolean first) {}
