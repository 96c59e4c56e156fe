package tsunagu.account;

/**
 * What a page asks an authenticator.
 *
 * @param options what the browser is given, as JSON
 * @param challenge comes back with the answer: what was asked, for what, until when, sealed
 */
public record PasskeyQuestion(String options, String challenge) {}
