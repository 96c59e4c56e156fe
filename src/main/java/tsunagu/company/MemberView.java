package tsunagu.company;

import java.time.Instant;

/** A member as the company sees its own people. */
public record MemberView(
        long id, String name, String email, MemberRole role, Instant joinedAt, boolean self, int version) {

    /** An invitation that nobody has used yet. */
    public record Invited(long id, String note, MemberRole role, Instant expiresAt) {}
}
