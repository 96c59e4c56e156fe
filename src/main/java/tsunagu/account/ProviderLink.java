package tsunagu.account;

import java.time.Instant;

/**
 * A provider by which an account's owner may sign in, as they see it.
 *
 * @param usedAt null: never
 */
public record ProviderLink(long id, String issuer, String subject, Instant linkedAt, Instant usedAt) {}
