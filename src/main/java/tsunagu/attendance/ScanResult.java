package tsunagu.attendance;

import java.time.Instant;
import tsunagu.event.AttendanceRole;
import tsunagu.event.SessionView;

/**
 * The answer at the door.
 *
 * @param person whose ticket it is; null when no ticket was found
 * @param firstReadAt when the person was first read, for OK and ALREADY
 * @param firstReadBy name of the account that read it first; null for OK
 * @param session where the ticket is for
 */
public record ScanResult(
        ScanOutcome outcome,
        String person,
        AttendanceRole role,
        Instant firstReadAt,
        String firstReadBy,
        SessionView session) {}
