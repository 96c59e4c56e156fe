package tsunagu.shared;

import java.util.List;
import java.util.Optional;

/** For which companies the actor acts, and for which of them just now. */
public interface ActsFor {

    /** @return its number; empty when they act for none */
    Optional<Long> company();

    /** @return the numbers of all of them */
    List<Long> companies();
}
