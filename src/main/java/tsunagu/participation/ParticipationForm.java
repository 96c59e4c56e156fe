package tsunagu.participation;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import tsunagu.shared.Deliverable;
import tsunagu.shared.Telephone;
import tsunagu.shared.TelephoneNumber;

/**
 * What a student hands to a company that offers an internship.
 *
 * @param session the run they want as they read it, {@link InternshipRun#seen}
 * @param atHighSchool true is refused: pupils come by their school
 * @param subsidy wishes for the city's grant for travel and lodging
 * @param agreed that these fields go to this company, for this internship
 */
public record ParticipationForm(
        @NotBlank(message = "participation.error.session") @Size(max = 40, message = "participation.error.session")
                String session,
        @NotNull(message = "application.error.highSchoolAnswer") Boolean atHighSchool,
        School school,
        @NotBlank(message = "application.error.name") @Size(max = 100, message = "application.error.long") String name,
        @NotBlank(message = "application.error.email")
                @Deliverable(message = "application.error.email")
                @Size(max = 254)
                String email,
        @NotNull @Telephone(message = "application.error.phone") @Size(max = 60, message = "web.error.tooLong")
                String phone,
        @NotBlank(message = "application.error.message") @Size(max = 2000, message = "application.error.long")
                String message,
        boolean subsidy,
        @AssertTrue(message = "application.error.agreed") boolean agreed) {

    /** The number as it is kept, however it was typed. */
    public ParticipationForm {
        phone = TelephoneNumber.tidy(phone);
    }

    /** Pupils of high schools are told to come by their school before they are asked which one; reported at that field. */
    @AssertTrue(message = "participation.error.school")
    public boolean isSchool() {
        return school != null || Boolean.TRUE.equals(atHighSchool);
    }
}
