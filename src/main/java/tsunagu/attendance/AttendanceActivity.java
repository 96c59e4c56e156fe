package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tsunagu.event.SessionActivity;
import tsunagu.registration.Presence;

/** What was recorded at the door and from paper, as the rooms of events and registrations ask for it. */
@ApplicationScoped
class AttendanceActivity implements SessionActivity, Presence {

    @Inject
    private AttendanceRepository attendances;

    @Override
    public Map<Long, Activity> of(Collection<Long> sessionIds) {
        return attendances.activity(sessionIds);
    }

    @Override
    public Optional<Instant> since(long sessionId, long personId) {
        return attendances.attendance(sessionId, personId).map(Attendance::checkedInAt);
    }
}
