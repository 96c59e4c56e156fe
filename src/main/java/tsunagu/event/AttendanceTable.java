package tsunagu.event;

import java.util.List;

/**
 * A list of who was there, as it was read.
 *
 * @param unknown columns nobody knows
 */
public record AttendanceTable(List<Line> lines, List<String> unknown) {

    /**
     * @param registration of the person, or null for somebody who came without
     * @param alreadyPresent recorded before: the line changes nothing
     * @param problem key of a sentence; "" for none
     */
    public record Line(
            int number,
            String name,
            String reading,
            AttendanceRole role,
            Long registration,
            boolean alreadyPresent,
            String nonce,
            String problem) {}

    public boolean ready() {
        return lines.stream().allMatch(line -> line.problem().isEmpty());
    }

    public long fresh() {
        return lines.stream().filter(line -> line.problem().isEmpty() && !line.alreadyPresent()).count();
    }
}
