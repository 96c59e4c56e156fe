package tsunagu.company;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import tsunagu.shared.Telephone;
import tsunagu.shared.TelephoneNumber;

/**
 * Whom the city calls at a company; never public.
 *
 * @param name of a department or a person; "" for none
 */
public record CompanyContact(
        @NotNull @Size(max = 100, message = "company.error.long") String name,
        @NotBlank(message = "company.error.phone")
                @Telephone(message = "company.error.phone")
                @Size(max = 60, message = "web.error.tooLong")
                String phone) {

    /** The number as it is kept, however it was typed. */
    public CompanyContact {
        phone = TelephoneNumber.tidy(phone);
    }
}
