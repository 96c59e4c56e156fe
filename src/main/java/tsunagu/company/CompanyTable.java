package tsunagu.company;

import java.util.List;

/**
 * A table of companies that staff bring in, as it was read.
 *
 * @param unknown names of columns nobody knows
 */
public record CompanyTable(List<Line> lines, List<String> unknown) {

    /**
     * @param number of the line, the first one below the names is 1
     * @param form null when it could not be put together
     * @param problems message keys with one argument each, "" for none
     */
    public record Line(int number, String name, AdmissionForm form, List<Problem> problems) {}

    public record Problem(String key, String argument) {}

    public boolean ready() {
        return !lines.isEmpty()
                && lines.stream().allMatch(line -> line.problems().isEmpty());
    }
}
