package tsunagu.account;

import java.time.Instant;

/**
 * One agreement of a person.
 *
 * @param purpose last part of the text key "seeker.consent."
 * @param version of the wording
 * @param withdrawnAt null while it holds
 */
public record ConsentView(String purpose, String version, Instant givenAt, Instant withdrawnAt) {}
