package tsunagu.plan;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import tsunagu.shared.FiscalYear;

/**
 * A statistic staff enter for an indicator.
 *
 * @param year reported in
 * @param observed the year it describes
 * @param value in the indicator's unit; null for a rate that is given by its parts
 * @param numerator of a rate; with {@code denominator} or not at all
 */
public record IndicatorEntry(
        @NotBlank @Size(max = 300, message = "web.error.tooLong") String indicator,
        @NotNull FiscalYear year,
        @NotNull(message = "plan.error.observedMissing") FiscalYear observed,
        @DecimalMin(value = "0", message = "plan.error.valueRange")
                @DecimalMax(value = "1000000000000", message = "plan.error.valueRange")
                BigDecimal value,
        @DecimalMin(value = "0", message = "plan.error.valueRange") BigDecimal numerator,
        @DecimalMin(value = "0", inclusive = false, message = "plan.error.denominator") BigDecimal denominator,
        @NotBlank(message = "plan.error.reasonMissing") @Size(max = 500, message = "plan.error.reasonLong")
                String source) {}
