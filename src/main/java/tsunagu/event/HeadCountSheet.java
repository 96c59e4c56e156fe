package tsunagu.event;

import java.time.Instant;
import java.util.List;

/**
 * The head counts of a session, one line for each role.
 *
 * @param laterSession true when the event had an earlier session, so that people may have been counted before
 */
public record HeadCountSheet(SessionView session, boolean laterSession, List<Line> lines) {

    /**
     * @param persons null when this role was not counted
     * @param newPersons of whom not counted at an earlier session of the event
     */
    public record Line(AttendanceRole role, Integer persons, Integer newPersons, String source, Instant recordedAt) {}
}
