package tsunagu.attendance;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import tsunagu.event.AttendanceRole;
import tsunagu.event.SessionView;

/**
 * The head counts of a session, one line for each role.
 *
 * @param laterSession true when the event had an earlier session, so that people may have been counted before
 */
public record HeadCountSheet(SessionView session, boolean laterSession, List<Line> lines) {

    /** What the sheet says, in one line; two editors who saw different sheets have different stamps. */
    public String stamp() {
        return lines.stream()
                .filter(line -> line.persons() != null)
                .map(line -> line.role() + ":" + line.persons() + ":" + line.newPersons())
                .collect(Collectors.joining(","));
    }

    /**
     * @param persons null when this role was not counted
     * @param newPersons of whom not counted at an earlier session of the event
     */
    public record Line(AttendanceRole role, Integer persons, Integer newPersons, String source, Instant recordedAt) {}
}
