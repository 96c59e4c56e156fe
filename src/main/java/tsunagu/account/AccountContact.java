package tsunagu.account;

/** How colleagues and staff reach the person behind an account. */
public record AccountContact(String name, String email) {}
