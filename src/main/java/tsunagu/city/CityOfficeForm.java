package tsunagu.city;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import tsunagu.shared.Deliverable;
import tsunagu.shared.Municipality;

/**
 * The city's contact as it is to be.
 *
 * @param phone with words beside it if need be ("0191-21-0000 内線 123")
 * @param mailFrom hour from which people are written to who did not ask just now, and {@code mailUntil}
 */
public record CityOfficeForm(
        @NotBlank(message = "city.error.office") @Size(max = 100, message = "web.error.tooLong") String office,
        @NotBlank(message = "city.error.phone") @Size(max = 60, message = "web.error.tooLong") String phone,
        @Size(max = 100, message = "web.error.tooLong") String hours,
        @Deliverable(message = "web.error.mailAddress") @Size(max = 254, message = "web.error.mailAddress") String mail,
        @Min(value = 0, message = "city.error.mailHours") @Max(value = 23, message = "city.error.mailHours")
                int mailFrom,
        @Min(value = 1, message = "city.error.mailHours") @Max(value = 24, message = "city.error.mailHours")
                int mailUntil,
        @NotNull @Valid Municipality municipality) {}
