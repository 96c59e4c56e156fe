package tsunagu.job;

import java.time.Instant;

/**
 * What became of a job, on whichever node.
 *
 * @param job its name
 * @param doneAt the last round that ended well; null while none did
 * @param failingSince the first round that failed since then; null while it goes well
 * @param failures how many failed since then
 * @param failure kind of the last failure: the class of the exception, never its message, which may hold what people typed
 */
public record JobState(String job, Instant doneAt, Instant failingSince, int failures, String failure) {

    public boolean failing() {
        return failingSince != null;
    }
}
