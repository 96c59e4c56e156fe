package tsunagu.account;

import java.util.Locale;

/** Where letters to an account go, and in which language. */
public record Addressee(String address, Locale language) {}
