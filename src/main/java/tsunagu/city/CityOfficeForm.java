package tsunagu.city;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import tsunagu.shared.Deliverable;

/**
 * The city's contact as it is to be.
 *
 * @param phone with words beside it if need be ("0191-21-0000 内線 123")
 */
public record CityOfficeForm(
        @NotBlank(message = "city.error.office") @Size(max = 100, message = "web.error.tooLong") String office,
        @NotBlank(message = "city.error.phone") @Size(max = 60, message = "web.error.tooLong") String phone,
        @Size(max = 100, message = "web.error.tooLong") String hours,
        @Deliverable(message = "web.error.mailAddress") @Size(max = 254, message = "web.error.mailAddress") String mail) {}
