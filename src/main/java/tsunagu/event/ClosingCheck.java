package tsunagu.event;

import java.util.Collection;
import java.util.List;

/** What another room still has to do before an event is closed. The event room asks all of them, and knows none. */
public interface ClosingCheck {

    /** Of all sessions of an event together; nothing when this room is done with them. */
    List<Unfinished> unfinished(Collection<Long> sessionIds);

    /** @param what end of its text's key @param many how many of them */
    record Unfinished(String what, long many) {}
}
