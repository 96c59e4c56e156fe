package tsunagu.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import tsunagu.shared.FiscalYear;

/**
 * How a measure is counted from a year on.
 *
 * @param fromRecords counted from the portal's records; otherwise entered by hand with a source
 * @param eventTypes empty for every type
 * @param roles empty for the roles each session says it counts
 * @param datedBy which day of a record decides its year; null for the usual one
 * @param reason "" for the definitions the plan came with
 */
public record MeasureDefinition(
        @NotBlank @Size(max = 300, message = "web.error.tooLong") String programmeId,
        @NotBlank @Size(max = 300, message = "web.error.tooLong") String measure,
        @NotNull FiscalYear from,
        @NotNull Counting counting,
        boolean fromRecords,
        @NotNull @Size(max = 1000, message = "web.error.tooLong") Set<String> eventTypes,
        @NotNull @Size(max = 1000, message = "web.error.tooLong") Set<String> roles,
        @NotNull Direction direction,
        DatedBy datedBy,
        @NotBlank(message = "plan.error.reasonMissing") @Size(max = 500, message = "plan.error.reasonLong")
                String reason) {}
