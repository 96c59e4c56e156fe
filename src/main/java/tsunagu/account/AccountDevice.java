package tsunagu.account;

import java.time.Instant;

/**
 * A browser from which somebody signed in to an account, as its owner sees it.
 *
 * @param browser family and system, "Chrome, Android"; "" when they were not recognised
 * @param lastAt of the last sign-in
 * @param trustedUntil the second factor is not asked for until then; null: it is, or there is none
 * @param here the one that asks
 */
public record AccountDevice(
        long id, String browser, Instant firstAt, Instant lastAt, Instant trustedUntil, boolean here) {}
