package tsunagu.shared;

import java.util.Optional;

/** For which company the actor acts just now. */
public interface ActsFor {

    /** @return its number; empty when they act for none */
    Optional<Long> company();
}
