package tsunagu.plan;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import tsunagu.shared.FiscalYear;

/**
 * A number staff enter for a measure in a year: a target, or an actual that no record holds.
 *
 * @param value null takes back what was entered: no target, or not recorded, which is not zero
 * @param seen the latest entry of the programme's year when the form was opened ({@link PlanService#latestEntry}); null: whatever was
 *     entered since is replaced
 * @param basis of a target: "" for the city's own, "国KPI" and the like for another one
 * @param reason why the target is this one, or where the actual comes from
 */
public record FigureEntry(
        @NotBlank @Size(max = 300, message = "web.error.tooLong") String programmeId,
        @NotBlank @Size(max = 300, message = "web.error.tooLong") String measure,
        @NotNull FiscalYear year,
        @NotNull @Size(max = 30, message = "plan.error.basis") String basis,
        @DecimalMin(value = "0", message = "plan.error.valueRange")
                @DecimalMax(value = "1000000000", message = "plan.error.valueRange")
                BigDecimal value,
        @NotBlank(message = "plan.error.reasonMissing") @Size(max = 500, message = "plan.error.reasonLong")
                String reason,
        Long seen) {

    /** On the city's own basis. */
    public FigureEntry(String programmeId, String measure, FiscalYear year, BigDecimal value, String reason) {
        this(programmeId, measure, year, "", value, reason, null);
    }
}
