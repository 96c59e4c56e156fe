package tsunagu.consultation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import tsunagu.shared.Telephone;
import tsunagu.shared.TelephoneNumber;

/** What an office says of itself. */
public record OfficeForm(
        @NotNull @Size(max = 500, message = "consultation.error.long") String about,
        @NotNull @Size(max = 200, message = "consultation.error.long") String place,
        @NotNull
                @Telephone(message = "consultation.error.telephone")
                @Size(max = 60, message = "consultation.error.long")
                String telephone) {

    /** The number as it is kept, however it was typed. */
    public OfficeForm {
        telephone = TelephoneNumber.tidy(telephone);
    }
}
