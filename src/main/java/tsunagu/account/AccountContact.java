package tsunagu.account;

/** How colleagues and staff reach the person behind an account. */
public record AccountContact(long person, String name, String email) {}
