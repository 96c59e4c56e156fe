package tsunagu.consultation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What an office says of itself. */
public record OfficeForm(
        @NotNull @Size(max = 500, message = "consultation.error.long") String about,
        @NotNull @Size(max = 200, message = "consultation.error.long") String place,
        @NotNull @Size(max = 30, message = "consultation.error.long") String telephone) {}
