package tsunagu.contractor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;

/**
 * A contractor's numbers of some months. Numbers only: never a word about a person.
 *
 * @param source where the numbers are written down
 * @param sure who reports has been asked about a doubtful number and says it is right
 */
public record MonthlyForm(
        @NotBlank(message = "support.error.programme") @Size(max = 300, message = "web.error.tooLong")
                String programmeId,
        @NotEmpty(message = "support.error.monthlyEmpty") @Size(max = 1000, message = "web.error.tooLong")
                List<@Valid Line> lines,
        @NotBlank(message = "support.error.source") @Size(max = 200, message = "support.error.source") String source,
        boolean sure) {

    public record Line(
            @NotNull YearMonth month,
            @NotNull MonthlyKind kind,
            @Min(value = 0, message = "support.error.quantity")
                    @Max(value = 1_000_000, message = "support.error.quantity")
                    int quantity) {}
}
