package tsunagu.account;

import java.time.Instant;

/**
 * A passkey as its owner sees it.
 *
 * @param usedAt null: never
 */
public record Passkey(long id, String name, Instant madeAt, Instant usedAt) {}
