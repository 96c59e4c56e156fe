package tsunagu.application;

import java.time.Instant;

/** Two applications to one posting, by two accounts, that may be one person's. Staff look; nothing is blocked. */
public record LookAlike(
        String posting,
        String title,
        String company,
        Instant first,
        Instant second,
        boolean email,
        boolean phone,
        boolean name) {}
