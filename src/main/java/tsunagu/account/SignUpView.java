package tsunagu.account;

/**
 * An account that was asked for.
 *
 * @param company of somebody who acts for a company
 * @param next page of the portal that was on the way, "" for none
 */
public record SignUpView(String name, String email, boolean company, String next) {}
