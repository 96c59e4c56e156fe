package tsunagu.attendance;

import java.time.Instant;

/**
 * An invitation of door helpers as staff see it.
 *
 * @param expiresAt it opens no further phone from then on
 * @param endedAt null until staff end it, which shuts its phones out
 * @param phones that came by it
 * @param secret what its link carries behind the #; null once it admits nobody
 */
public record DoorInvitationView(
        long id,
        String by,
        Instant madeAt,
        Instant expiresAt,
        Instant endedAt,
        int phones,
        String secret,
        int version) {}
