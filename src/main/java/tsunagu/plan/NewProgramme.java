package tsunagu.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import tsunagu.shared.FiscalYear;

/**
 * A programme that begins in a year (新規).
 *
 * @param measure label of its first measure; "" for none yet
 * @param unit of that measure
 */
public record NewProgramme(
        @NotNull FiscalYear year,
        @NotNull(message = "plan.error.strategy") Integer strategyNo,
        @NotBlank(message = "plan.error.programmeName") @Size(max = 100, message = "plan.error.programmeName")
                String name,
        @NotNull @Size(max = 500, message = "plan.error.summaryLong") String summary,
        @NotNull @Size(max = 60, message = "plan.error.measureLong") String measure,
        @NotNull @Size(max = 10, message = "plan.error.measureLong") String unit) {}
