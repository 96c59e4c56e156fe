package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.event.ClosingCheck;
import tsunagu.event.SessionActivity;
import tsunagu.registration.Presence;

/** What was recorded at the door and from paper, as the rooms of events and registrations ask for it. */
@ApplicationScoped
class AttendanceActivity implements SessionActivity, ClosingCheck, Presence {

    @Inject
    private AttendanceRepository attendances;

    @Inject
    private DoorRepository door;

    @Override
    public Map<Long, Activity> of(Collection<Long> sessionIds) {
        return attendances.activity(sessionIds);
    }

    /** What the phones at the door did not agree about was looked at. */
    @Override
    public List<Unfinished> unfinished(Collection<Long> sessionIds) {
        long open = sessionIds.stream().mapToLong(door::openConflicts).sum();
        return open == 0 ? List.of() : List.of(new Unfinished("inbox", open));
    }

    @Override
    public Optional<Instant> since(long sessionId, long personId) {
        return attendances.attendance(sessionId, personId).map(Attendance::checkedInAt);
    }
}
