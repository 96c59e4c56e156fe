package tsunagu.shared;

import java.util.Optional;

/** Who an account is now, for what the system does in its name. */
public interface Actors {

    /** Empty from the moment the account was switched off. */
    Optional<Actor> actor(long accountId);
}
