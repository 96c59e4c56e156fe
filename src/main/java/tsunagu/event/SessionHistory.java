package tsunagu.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.event.SessionActivity.Activity;

/** What all rooms know of sessions, taken together. */
@ApplicationScoped
class SessionHistory {

    @Inject
    @Any
    private Instance<SessionActivity> rooms;

    Activity of(long sessionId) {
        return of(List.of(sessionId)).getOrDefault(sessionId, Activity.NONE);
    }

    /** Of an event's sessions, by number; one that was not stored yet has none. */
    Map<Long, Activity> of(Event event) {
        return of(event.sessions().stream().map(EventSession::id).toList());
    }

    private Map<Long, Activity> of(Collection<Long> sessionIds) {
        Map<Long, Activity> together = new HashMap<>();
        if (sessionIds.isEmpty()) {
            return together;
        }
        rooms.forEach(room ->
                room.of(sessionIds).forEach((session, activity) -> together.merge(session, activity, Activity::plus)));
        return together;
    }
}
