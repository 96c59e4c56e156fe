package tsunagu.event;

import java.time.Instant;

/**
 * A person's own ticket.
 *
 * @param token 128 random bits; what the QR code holds
 * @param spacedCode eight digits to read aloud, "1234-5678"
 * @param onlineUrl where to join, shown to registered people only; empty for a place
 * @param presentSince when the ticket was read at the door, or null
 */
public record Ticket(
        String token,
        String spacedCode,
        String holder,
        AttendanceRole role,
        SessionView session,
        String onlineUrl,
        boolean live,
        Instant createdAt,
        Instant presentSince) {}
