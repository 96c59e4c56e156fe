package tsunagu.attendance;

import java.util.List;
import tsunagu.event.AttendanceRole;

/**
 * A list of who was there, as it was read.
 *
 * @param unknown columns nobody knows
 * @param absent rows that were left out, because their mark or their state says that they were not there
 */
public record AttendanceTable(List<Line> lines, List<String> unknown, int absent) {

    /**
     * @param registration of the person, or null for somebody who came without
     * @param person of somebody without a registration here whom another session of the event knows; null: somebody new
     * @param alreadyPresent recorded before: the line changes nothing
     * @param number row of the spreadsheet, names of the columns in row 1
     * @param problem key of a sentence; "" for none
     * @param about what the sentence's {0} stands for
     */
    public record Line(
            int number,
            String name,
            String reading,
            AttendanceRole role,
            Long registration,
            Long person,
            boolean alreadyPresent,
            String nonce,
            String problem,
            String about) {

        static Line wrong(int number, String name, String reading, String problem, String about) {
            return new Line(number, name, reading, null, null, null, false, "", problem, about);
        }

        Line recorded() {
            return new Line(number, name, reading, role, registration, person, true, nonce, problem, about);
        }

        Line with(String newProblem, String newAbout) {
            return new Line(
                    number, name, reading, role, registration, person, alreadyPresent, nonce, newProblem, newAbout);
        }
    }

    public boolean ready() {
        return !lines.isEmpty()
                && lines.stream().allMatch(line -> line.problem().isEmpty());
    }

    public long fresh() {
        return lines.stream()
                .filter(line -> line.problem().isEmpty() && !line.alreadyPresent())
                .count();
    }
}
