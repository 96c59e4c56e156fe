package tsunagu.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import tsunagu.shared.FiscalYear;

/**
 * What a year's plan says of a programme beside its number.
 *
 * @param newName from this year on
 * @param remark 備考; "" without
 */
public record ProgrammeWords(
        @NotNull FiscalYear year,
        @NotBlank(message = "plan.error.notInYear") @Size(max = 300, message = "web.error.tooLong") String programmeId,
        @NotBlank(message = "plan.error.programmeName") @Size(max = 100, message = "plan.error.programmeName")
                String newName,
        @NotNull @Size(max = 500, message = "plan.error.remarkLong") String remark) {}
