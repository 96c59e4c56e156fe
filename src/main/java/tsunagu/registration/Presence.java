package tsunagu.registration;

import java.time.Instant;
import java.util.Optional;

/** Whether somebody is there, which only the attendance room knows: a ticket that was used cannot be given back. */
public interface Presence {

    /** @return since when the person is present at the session; empty when not, or when it was taken back */
    Optional<Instant> since(long sessionId, long personId);
}
