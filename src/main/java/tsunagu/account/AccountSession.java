package tsunagu.account;

import java.time.Instant;

/**
 * Somebody is signed in to an account, as its owner sees it.
 *
 * @param browser family and system, "Chrome, Android"; "" when they were not recognised
 * @param seenAt of the last request, to some minutes
 */
public record AccountSession(long id, String browser, Instant openedAt, Instant seenAt) {}
