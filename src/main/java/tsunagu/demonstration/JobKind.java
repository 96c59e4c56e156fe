package tsunagu.demonstration;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.shared.ReferenceTable.Row;

/**
 * A kind of job.
 *
 * @param employments one letter each: R regular, C contract, P part time, D dispatch, A paid by the day, Y by the year
 * @param hours key of the working hours
 * @param monthLow thousands of yen
 * @param hourLow yen; 0 when the kind has no hourly pay of its own
 */
record JobKind(
        String key,
        String occupation,
        String employments,
        String hours,
        String holidays,
        int monthLow,
        int monthHigh,
        int hourLow,
        int hourHigh,
        String audience) {

    static Map<String, JobKind> all() {
        return Resources.rows("jobs").map(JobKind::of).collect(Collectors.toMap(JobKind::key, Function.identity()));
    }

    private static JobKind of(Row row) {
        return new JobKind(
                row.text("key"),
                row.text("occupation"),
                row.text("employments"),
                row.text("hours"),
                row.text("holidays"),
                row.integer("month_low"),
                row.integer("month_high"),
                row.integer("hour_low"),
                row.integer("hour_high"),
                row.text("audience"));
    }

    List<String> letters() {
        return List.of(employments.split(""));
    }
}
